"""The name guard at the command line: it shows the words that may name somebody, and never stands in the way."""

import sys
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from mentorlog.ask import Asker
from mentorlog.cli.asking import asker_for
from mentorlog.cli.context import World
from mentorlog.entry import Entry
from mentorlog.errors import StoppedError
from mentorlog.guard import Named, is_at_risk, named_in, reworded
from mentorlog.journal.journal import Journal
from mentorlog.journal.shares import Plan
from mentorlog.names import Flag, flags, replaced
from mentorlog.notices import SAFEGUARDING
from mentorlog.render.lines import is_terminal, note, say
from mentorlog.safeguarding import is_risk
from mentorlog.text import safe_line

_NEUTRAL, _LEAVE, _OUT = "1", "2", "3"


def guarded(world: World, journal: Journal, plan: Plan, again: Callable[[], Plan], *, is_agreed: bool) -> Plan:
    """The plan after the words that may name somebody were shown; at a terminal, after what the person chose for each.

    Another wording is an edit of the entry itself, which can be undone. Raises StoppedError at Ctrl-C.
    """
    entries = [each.entry for each in plan.of("new", "changed") if each.entry]
    if any(map(is_at_risk, entries)):
        say(SAFEGUARDING)
    found = [named for entry in entries for named in named_in(entry, journal.settings.known_names)]
    if not found:
        return plan
    say("Someone may be named:")
    if is_agreed or not world.can_ask:
        for named in found:
            say(f"  {_line(named)}")
        return plan
    return _chosen(world, journal, plan, again, found)


def _line(named: Named) -> str:
    return f'{named.entry.short_id} {named.where}  "{safe_line(named.flag.context)}"'


def _chosen(world: World, journal: Journal, plan: Plan, again: Callable[[], Plan], found: Sequence[Named]) -> Plan:
    asker, left_out = asker_for(world), set()
    wordings: dict[str, list[tuple[Named, str]]] = defaultdict(list)
    for named in found:
        if named.entry.id in left_out:
            continue
        wish = _wish(asker, named)
        if wish == _OUT:
            left_out.add(named.entry.id)
        elif wish == _NEUTRAL:
            wordings[named.entry.path].append((named, named.flag.neutral))
    reword(journal, [each.entry for each in plan.handovers if each.entry and each.entry_id not in left_out], wordings)
    return (again() if wordings else plan).without(left_out)


def reword(journal: Journal, entries: Sequence[Entry], wordings: dict[str, list[tuple[Named, str]]]) -> None:
    for entry in entries:
        if entry.path in wordings:
            journal.rewrite(entry, reworded(entry, wordings[entry.path]))


def _wish(asker: Asker, named: Named) -> str:
    asker.say(f"  {_line(named)}")
    choice = f"{_NEUTRAL} {named.flag.neutral}  {_LEAVE} leave it  {_OUT} leave the entry out"
    while True:
        try:
            wish = asker.line(f"  {choice}", "[1]", "", lambda _: None).text.strip() or _NEUTRAL
        except (KeyboardInterrupt, EOFError):
            raise StoppedError("Nothing was shared.") from None
        if wish in (_NEUTRAL, _LEAVE, _OUT):
            return wish
        asker.say("A number from 1 to 3, please.")


def reworded_answers(asker: Asker, journal: Journal, answers: Mapping[str, str]) -> dict[str, str]:
    """A new entry's answers after the words in them that may name somebody were shown, and what was chosen for each."""
    if any(map(is_risk, answers.values())):
        asker.say(SAFEGUARDING)
    found = {key: flags(text, journal.settings.known_names) for key, text in answers.items()}
    if any(found.values()):
        asker.say("Someone may be named:")
    return {key: _reworded(asker, text, found[key]) for key, text in answers.items()}


def _reworded(asker: Asker, text: str, found: Sequence[Flag]) -> str:
    chosen = [flag for flag in found if _is_to_go(asker, flag)]
    for flag in reversed(chosen):
        text = replaced(text, flag, flag.neutral)
    return text


def _is_to_go(asker: Asker, flag: Flag) -> bool:
    asker.say(f'  "{safe_line(flag.context)}"')
    choice = f"{_NEUTRAL} {flag.neutral}  {_LEAVE} leave it"
    return (
        asker.line(f"  {safe_line(flag.words)}:  {choice}", f"[{_LEAVE}]", "", lambda _: None).text.strip() == _NEUTRAL
    )


def note_names(journal: Journal, entry: Entry) -> None:
    """To a person at the terminal, after an entry was saved at once: the words in it that may name somebody."""
    if not is_terminal(sys.stderr):
        return
    if is_at_risk(entry):
        note(SAFEGUARDING)
    if found := named_in(entry, journal.settings.known_names):
        note("Someone may be named:")
    for named in found:
        note(f"  {_line(named)}")
