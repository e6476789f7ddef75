"""The name guard at the command line. It shows words that may be names, and never prevents saving."""

import sys
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from mentorlog.ask.asker import Asker, Command, LeftOffError
from mentorlog.cli.confirm import asker_for
from mentorlog.cli.world import World
from mentorlog.entry.entry import Entry
from mentorlog.errors import StoppedError
from mentorlog.guard.in_entry import Named, is_at_risk, named_in
from mentorlog.guard.names import Flag, flags, replaced
from mentorlog.guard.safeguarding import SAFEGUARDING, is_risk
from mentorlog.journal.journal import Journal
from mentorlog.render.lines import is_terminal, note, say
from mentorlog.sharing.plan import Plan
from mentorlog.sharing.share import Revision
from mentorlog.text import safe_line

_NEUTRAL, _LEAVE, _OUT = "1", "2", "3"


def revision_of(world: World, journal: Journal, plan: Plan, *, is_agreed: bool) -> Revision:
    """Show the words in a plan's entries that may be names; at a terminal, ask what to do with each.

    The revision is empty if nothing is asked. Raises StoppedError at Ctrl-C.
    """
    entries = [handover.entry for handover in plan.of("new", "changed") if handover.entry]
    if any(map(is_at_risk, entries)):
        say(SAFEGUARDING)
    places = [named for entry in entries for named in named_in(entry, journal.settings.known_names)]
    if places:
        say("Someone may be named:")
    if places and world.can_ask and not is_agreed:
        return _chosen(asker_for(world), places)
    for named in places:
        say(f"  {_line(named)}")
    return Revision()


def _line(named: Named) -> str:
    return f'{named.entry.short_id} {named.where}  "{safe_line(named.flag.context)}"'


def _chosen(asker: Asker, places: Sequence[Named]) -> Revision:
    """Ask what to do with each name. Once an entry is left out, its other names are skipped."""
    wordings: dict[str, list[tuple[Named, str]]] = defaultdict(list)
    left_out: set[str] = set()
    for named in places:
        if named.entry.id in left_out:
            continue
        asker.say(f"  {_line(named)}")
        try:
            wish = _wish(asker, named.flag, f"  {_OUT} leave the entry out")
        except (KeyboardInterrupt, EOFError, LeftOffError):
            raise StoppedError("Nothing was shared.") from None
        if wish == _OUT:
            left_out.add(named.entry.id)
            wordings.pop(named.entry.path, None)
        elif wish == _NEUTRAL:
            wordings[named.entry.path].append((named, named.flag.neutral))
    return Revision(wordings, frozenset(left_out))


def _wish(asker: Asker, flag: Flag, third_choice: str = "") -> str:
    """Ask what to do with words that may be a name. Enter leaves them as they are.

    Raises LeftOffError after /stop.
    """
    choices = (_NEUTRAL, _LEAVE, _OUT) if third_choice else (_NEUTRAL, _LEAVE)
    prompt = f"  {safe_line(flag.words)}:  {_NEUTRAL} {flag.neutral}  {_LEAVE} leave it{third_choice}"
    while True:
        reply = asker.line(prompt, f"[{_LEAVE}]", "", lambda _: None)
        if reply.command is Command.STOP:
            raise LeftOffError
        wish = reply.text.strip() or _LEAVE
        if wish in choices:
            return wish
        asker.say(f"{', '.join(choices[:-1])} or {choices[-1]}, please.")


def reworded_texts(asker: Asker, texts: Mapping[str, str], known: Collection[str] = ()) -> dict[str, str]:
    """Show the words in `texts` that may be names, and return the texts as the person rewords them.

    Names in `known` are not flagged. Raises LeftOffError after /stop.
    """
    if any(map(is_risk, texts.values())):
        asker.say(SAFEGUARDING)
    flagged = {key: flags(text, known) for key, text in texts.items()}
    if any(flagged.values()):
        asker.say("Someone may be named:")
    return {key: _reworded(asker, text, flagged[key]) for key, text in texts.items()}


def _reworded(asker: Asker, text: str, flagged: Sequence[Flag]) -> str:
    chosen = []
    for flag in flagged:
        asker.say(f'  "{safe_line(flag.context)}"')
        if _wish(asker, flag) == _NEUTRAL:
            chosen.append(flag)
    for flag in reversed(chosen):
        text = replaced(text, flag, flag.neutral)
    return text


def note_names(journal: Journal, entry: Entry | None) -> None:
    """At a terminal, show the words in a saved entry that may be names."""
    if entry is None or not is_terminal(sys.stderr):
        return
    if is_at_risk(entry):
        note(SAFEGUARDING)
    if places := named_in(entry, journal.settings.known_names):
        note("Someone may be named:")
    for named in places:
        note(f"  {_line(named)}")
