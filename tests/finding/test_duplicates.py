"""Recognising files that are the same entry, by their ids and by the names that sync services make."""

from collections.abc import Sequence

import pytest

from builders import read_again
from mentorlog.entry.entry import Entry
from mentorlog.finding.duplicates import copies, disputed, originals, with_own_ids

WORDS = "I said let's and stood there with my hand out while the counters stayed in their box."
OTHER = "Nineteen ticks on the board, and not one of them was an answer to the question I had asked."
SERVICES = {
    "OneDrive": "day-DESKTOP-7Q2.md",
    "Dropbox": "day (Sam's conflicted copy 2026-11-20).md",
    "Dropbox in German": "day (In Konflikt stehende Kopie von Sam 2026-11-20).md",
    "Google Drive": "day (1).md",
    "iCloud": "day 2.md",
    "Syncthing": "day.sync-conflict-20261120-101112-ABCDEF7.md",
    "Nextcloud": "day (conflicted copy 2026-11-20 101112).md",
    "a file manager": "Copy of day.md",
    "another file manager": "day - Copy.md",
    "an older save": "day~1.md",
}


def file(path: str, words: str = WORDS, entry_id: str = "", more: str = "", day: str = "2026-11-20") -> Entry:
    head = f'id = "{entry_id}"\n' if entry_id else ""
    return read_again(path, f"+++\n{head}date = {day}\n{more}+++\n\n## Critique: What did you see?\n\n{words}\n")


def paths(groups: Sequence[Sequence[Entry]]) -> list[list[str]]:
    return [[entry.path for entry in group] for group in groups]


@pytest.mark.parametrize("service", SERVICES)
@pytest.mark.parametrize("ids", [("", ""), ("a1", ""), ("", "a1"), ("a1", "a1")])
@pytest.mark.parametrize("more", ["", " And then a line that only this computer has."])
def test_a_sync_services_copy_is_recognised_with_and_without_an_id(
    service: str, ids: tuple[str, str], more: str
) -> None:
    day, copy = file("2026/day.md", WORDS, ids[0]), file(f"2026/{SERVICES[service]}", WORDS + more, ids[1])

    assert paths(copies([copy, day])) == [["2026/day.md", f"2026/{SERVICES[service]}"]]
    assert originals([copy, day]) == (day,)


def test_copies_of_copies_form_one_group_with_the_plainest_name_first() -> None:
    names = ["day.md", "day (1).md", "day (1) (1).md", "elsewhere/a-long-name.md"]
    files = [file(name, entry_id="a1" if name != "day (1).md" else "") for name in names]

    assert paths(copies(files[::-1])) == [names]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (file("day.md", entry_id="a1"), file("day (1).md", entry_id="a2")),
        (file("day.md"), file("day-2.md", OTHER)),
        (file("day.md"), file("monday.md")),
        (file("day.md"), file("days.md")),
        (file("a/day.md"), file("b/day (1).md")),
        (file("2026-11-20.md", "Short."), file("2026-11-20 second.md", "Also short, but something else.")),
        (file("2026-11-20.md", ""), file("2026-11-20 second.md", "", more='title = "Another"\n')),
        (file("week.md", more='title = "Ten"\n'), file("week 11.md", more='title = "Eleven"\n')),
        (file("week.md", day="2026-11-13"), file("week 11.md")),
        (file("week.md", entry_id="a1", day="2026-11-13"), file("week 11.md", entry_id="a1")),
        (file("week.md", entry_id="a1", more='title = "Ten"\n'), file("week 11.md", entry_id="a1")),
    ],
    ids=[
        *("two ids", "other words", "a name inside a word", "a longer word", "two folders", "short ones", "no words"),
        *("two titles", "two days", "one id but two days", "one id but two titles"),
    ],
)
def test_another_entry_does_not_count_as_a_copy(one: Entry, other: Entry) -> None:
    assert copies([one, other]) == []
    assert originals([one, other]) == (one, other)


TEN, ELEVEN = 'title = "Ten"\n', 'title = "Eleven"\n'


@pytest.mark.parametrize(("names", "entry_id"), [(("a.md", "b.md"), "a1"), (("week.md", "week 2.md"), "")])
@pytest.mark.parametrize(("day", "title"), [("2026-11-13", TEN), ("2026-11-20", ELEVEN)], ids=["another day", "title"])
def test_what_is_private_in_a_copy_counts_if_only_its_day_or_its_title_differs(
    names: tuple[str, str], entry_id: str, day: str, title: str
) -> None:
    entry = file(names[0], entry_id=entry_id, more=TEN + 'share = "mentor"\n')
    private = file(names[1], entry_id=entry_id, more=title, day=day)

    assert paths(copies([entry, private], is_wide=True)) == [[*names]]
    assert disputed([entry, private]) == [(entry, private)]


def test_untitled_forms_of_two_days_are_two_entries_even_if_one_is_private() -> None:
    entry = file("week.md", entry_id="a1", more='share = "mentor"\n')

    assert disputed([entry, file("week 2.md", entry_id="a1", day="2026-11-13")]) == []


def test_the_entry_whose_day_is_in_the_id_keeps_it() -> None:
    shared = file("b.md", entry_id="20261120-k3f9", more=TEN)
    copied = file("a.md", entry_id="20261120-k3f9", more=ELEVEN, day="2026-11-13")

    assert [entry.id == "20261120-k3f9" for entry in with_own_ids([copied, shared])] == [False, True]


def test_a_copied_form_with_a_new_day_and_title_is_an_entry_with_an_id_of_its_own() -> None:
    earlier = file("week.md", entry_id="a1", day="2026-11-13")
    copied = file("week 11.md", entry_id="a1", more='title = "Eleven"\n')

    kept, renamed = with_own_ids([earlier, copied])

    assert copies([earlier, copied], is_wide=True) == []
    assert kept is earlier
    assert renamed.id.startswith("20261120-")
    assert with_own_ids([earlier, copied])[1].id == renamed.id
