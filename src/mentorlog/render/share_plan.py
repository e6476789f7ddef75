"""Tells the writer what a share would do, and what it did."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from mentorlog.brief.quoting import quoted_first
from mentorlog.days import bare
from mentorlog.entry.entry import Entry, read_entry
from mentorlog.render.lines import out, say, warn
from mentorlog.sharing.copy import kept_back, shared_title
from mentorlog.sharing.plan import Handover, Plan, Withdrawal
from mentorlog.text import count, safe_line

if TYPE_CHECKING:  # Rich is slow to load
    from mentorlog.render.screen import Screen

_HEADINGS = {"new": "go to", "changed": "be updated in", "back": "be taken out of"}


def show_plan(screen: "Screen", name: str, plan: Plan, *, is_asked: bool = False, is_agreed: bool = False) -> None:
    """Show the copies that would be added, changed and removed in the folder for `name`, and those left alone.

    With `is_asked`, the writer is asked about the plan next, and can choose other words there; with `is_agreed`, they
    have agreed to it.
    """
    reader, will = safe_line(name), "will now" if is_agreed else "would"
    for kind, words in _HEADINGS.items():
        if handovers := plan.of(kind):
            say(f"{count(plan.number(kind), 'entry', 'entries')} {will} {words} {reader}'s folder:")
            _show_rows(screen, handovers)
    if any(map(_quoted, plan.handovers)):
        how = "sentence, type the entry's code." if is_asked else "words, put == around them: mentorlog edit ENTRY"
        say(f"{reader}'s page will quote the words in “ ” first. To pick {'another' if is_asked else 'other'} {how}")
    for handover in plan.of("theirs"):
        own = f"; yours is {safe_line(handover.entry.path)}" if handover.entry else ""
        warn(f"{safe_line(handover.path)} in {reader}'s folder {handover.why}, and was left alone{own}")
    for entry in plan.disputed:
        warn(f"{safe_line(entry.path)} stays here, because a file that may be a copy of it is private: mentorlog check")
    if not plan.of("new", "changed", "back") and (remark := _remark(plan, reader)):
        say(remark)


def show_sentences(screen: "Screen", entry: Entry, sentences: Sequence[str]) -> None:
    """Show the sentences of an entry with their numbers, for its writer to choose one."""
    from mentorlog.render.pages import numbered_rows

    say(f"{bare(entry.date)}  {safe_line(entry.title)}")
    numbered_rows(screen, sentences)
    if not sentences:
        say("  It has no sentences to quote.")


def _show_rows(screen: "Screen", handovers: list[Handover]) -> None:
    from mentorlog.render.pages import handover_rows

    handover_rows(screen, [_row(handover) for handover in handovers])


def _row(handover: Handover) -> tuple[str, str, str, str]:
    """One entry: its title, the parts that stay private, the words that are quoted first, and its short id."""
    if handover.entry is None:
        return (handover.path, "", "", handover.entry_id.rpartition("-")[2])
    stays = kept_back(handover.entry) if handover.kind != "back" else []
    title = f"{bare(handover.entry.date)}  {shared_title(handover.entry)}"
    return (title, f"{', '.join(stays)} stays here" if stays else "", _quoted(handover), handover.entry.short_id)


def _quoted(handover: Handover) -> str:
    """The words that the reader's brief quotes first of a copy that would go to them."""
    copy = read_entry(handover.path, handover.text.encode("utf-8")) if handover.kind in ("new", "changed") else None
    return quoted_first(copy) if isinstance(copy, Entry) else ""


def _remark(plan: Plan, reader: str) -> str:
    """The sentence for a plan that changes no copy; "" if there is nothing to say."""
    if plan.marks:
        entries = count(len(plan.marks), "entry", "entries")
        return "" if isinstance(plan, Withdrawal) else f"In {entries} of yours, the line about sharing would change."
    if plan.of("theirs"):
        return ""
    if isinstance(plan, Withdrawal):
        return f"No copy of that is in {reader}'s folder."
    if number := plan.number("same"):
        return f"{count(number, 'entry is', 'entries are')} shared with {reader}, and nothing has changed."
    return "Nothing is marked to share. To share one: mentorlog share ENTRY"


def show_words(plan: Plan) -> None:
    """Print every copy that would be handed over, word for word."""
    for handover in plan.of("new", "changed"):
        out(f"\n{handover.path}\n\n{handover.text}")
    say("Nothing was shared.")


def question_about(plan: Plan) -> str:
    going, back = plan.of("new", "changed"), plan.of("back")
    if going and back:
        return "Share these, and take those back?"
    return "Share them?" if going else "Take them back?" if back else "Go on?"


def not_shared(reworded: int) -> str:
    """The sentence for a share that was declined, after `reworded` entries were changed."""
    if not reworded:
        return "Nothing was shared."
    changes = "Your change to 1 entry is" if reworded == 1 else f"Your changes to {reworded:,} entries are"
    return f"Nothing was shared. {changes} saved. To undo: mentorlog undo"


def done_with(plan: Plan) -> str:
    """The sentence for a plan that was carried out."""
    if isinstance(plan, Withdrawal) and not plan.of("back"):
        return f"{'Your entry is' if len(plan.marks) == 1 else 'Your entries are'} private again."
    return "Done." if plan.of("back") and not plan.of("new", "changed") else "Shared."
