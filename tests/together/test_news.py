"""The line about what is new from another person."""

from builders import an_entry
from mentorlog.together.news import all_from, news_from
from mentorlog.together.seen import Seen

OLD = an_entry("2026-11-20", letters="aaaa")
TUESDAY = an_entry("2026-11-24", letters="bbbb")
MONDAY = an_entry("2026-11-23", letters="cccc")
UPDATED = an_entry("2026-11-20", letters="aaaa", next="Wait")


def test_new_entries_are_counted_with_the_day_of_the_latest_and_the_command() -> None:
    line = "3 new entries from Sam (latest Tue 24 Nov). To read: mentorlog list --with Sam"
    assert news_from("Sam", [TUESDAY, OLD, MONDAY], Seen()) == line


def test_one_new_entry_has_its_day() -> None:
    line = "1 new entry from Sam (Mon 23 Nov). To read: mentorlog list --with Sam"
    assert news_from("Sam", [MONDAY, OLD], Seen().including([OLD])) == line


def test_updated_entries_are_told_apart_from_new_ones() -> None:
    seen = Seen().including([OLD])

    new_too = "1 new entry from Sam (Mon 23 Nov), and 1 updated. To read: mentorlog list --with Sam"
    assert news_from("Sam", [UPDATED, MONDAY], seen) == new_too
    assert (
        news_from("Sam", [UPDATED], seen) == "1 entry updated by Sam (Fri 20 Nov). To read: mentorlog list --with Sam"
    )


def test_there_is_no_line_if_there_is_no_news() -> None:
    assert news_from("Sam", [OLD], Seen().including([OLD])) == ""
    assert news_from("Sam", [], Seen()) == all_from("Sam", []) == ""


def test_a_name_of_two_words_is_quoted_in_the_command() -> None:
    assert all_from("Sam O.", [OLD]) == "1 entry from Sam O. (Fri 20 Nov). To read: mentorlog list --with 'Sam O.'"
