"""Threads of entries that follow one another."""

from builders import an_entry
from mentorlog.entry.entry import Entry
from mentorlog.finding.thread import thread_of


def linked(*pairs: tuple[str, str]) -> list[Entry]:
    """Return entries of consecutive days; each pair has an entry's letters and those of the one it follows."""
    ids = {letters: f"202611{day:02}-{letters}" for day, (letters, _) in enumerate(pairs, start=1)}
    return [
        an_entry(f"2026-11-{day:02}", letters=letters, follows=ids.get(follows, follows))
        for day, (letters, follows) in enumerate(pairs, start=1)
    ]


def letters(thread: list[Entry]) -> str:
    return " ".join(entry.short_id for entry in thread)


def test_any_entry_of_a_thread_gives_the_whole_thread() -> None:
    entries = linked(("aaaa", ""), ("bbbb", "aaaa"), ("cccc", "bbbb"), ("dddd", "aaaa"), ("eeee", ""))

    assert {letters(thread_of(entry, entries)) for entry in entries[:4]} == {"aaaa bbbb cccc dddd"}
    assert letters(thread_of(entries[4], entries)) == "eeee"


def test_a_circular_thread_lists_each_entry_once() -> None:
    entries = linked(("aaaa", "bbbb"), ("bbbb", "aaaa"), ("cccc", "cccc"))

    assert sorted(letters(thread_of(entries[0], entries)).split()) == ["aaaa", "bbbb"]
    assert letters(thread_of(entries[2], entries)) == "cccc"


def test_a_missing_entry_ends_the_thread() -> None:
    entries = linked(("aaaa", "20260101-gone"), ("bbbb", "aaaa"))

    assert letters(thread_of(entries[1], entries)) == "aaaa bbbb"
