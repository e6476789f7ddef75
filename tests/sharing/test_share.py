"""A plan lists the copies to add, change and remove; a revision changes it; carrying it out is one change."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from builders import read_again
from conftest import TODAY
from mentorlog.entry.entry import Entry
from mentorlog.errors import ContentError, UsageError
from mentorlog.guard.in_entry import named_in
from mentorlog.journal.journal import Journal
from mentorlog.journal.settings import Person, add_person, read_settings
from mentorlog.sharing.plan import Handover, LeftAloneError, Plan, Withdrawal
from mentorlog.sharing.share import Revision, Share
from mentorlog.sharing.unaddressed import UnaddressedError, remark_on
from two_journals import hand_over, only_person, write


def sharing(journal: Journal) -> Share:
    return Share.of(journal, only_person(journal), TODAY)


def titles(handovers: list[Handover]) -> list[str]:
    return [handover.entry.title for handover in handovers if handover.entry]


def copies(journal: Journal) -> list[Path]:
    return sorted(Path(only_person(journal).my_folder).rglob("2*.md"))


def read_afresh(journal: Journal, entry: Entry) -> Entry:
    return next(other for other in journal.read().entries if other.path == entry.path)


def test_a_plan_shares_marked_entries_and_marks_named_ones(sam: Journal) -> None:
    write(sam, title="Marked", share="mentor", with_="Priya")
    named = write(sam, title="Named", day="2026-11-19")
    write(sam, title="Private", day="2026-11-18")

    plan = sharing(sam).plan(sam.read(), [named])

    assert titles(plan.of("new")) == ["Marked", "Named"]
    assert plan.handovers == tuple(plan.of("new"))
    [mark] = plan.marks
    assert mark.path == named.path
    assert b'share = "mentor"\nwith = "Priya"\n' in (mark.after or b"")


def test_a_plan_does_not_read_the_journal_again(sam: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    write(sam, title="Marked", share="mentor", with_="Priya")
    contents = sam.read()
    monkeypatch.setattr(Journal, "walk", lambda *_: pytest.fail("the journal was read again"))

    assert titles(sharing(sam).plan(contents, []).of("new")) == ["Marked"]


def test_an_unaddressed_entry_goes_to_the_only_person_and_names_them_afterwards(sam: Journal) -> None:
    entry = write(sam, share="mentor")

    plan = sharing(sam).plan(sam.read(), [])

    assert [mark.path for mark in plan.marks] == [entry.path]
    assert b'with = "Priya"' in (plan.marks[0].after or b"")


def test_an_entry_for_somebody_else_is_refused(sam: Journal) -> None:
    entry = write(sam, with_="Ann")

    with pytest.raises(UsageError, match="k3f9 is for Ann, and so not for Priya"):
        sharing(sam).plan(sam.read(), [entry])


def test_a_withdrawal_removes_copies_and_makes_the_entries_private(sam: Journal) -> None:
    entry = write(sam, share="mentor", with_="Priya")
    write(sam, title="Stays", day="2026-11-19", share="mentor", with_="Priya")
    hand_over(sam)

    plan = sharing(sam).withdrawal(sam.read(), [entry])

    assert isinstance(plan, Withdrawal)
    assert [handover.entry_id for handover in plan.of("back")] == [entry.id]
    assert titles(plan.of("same")) == ["Stays"]
    assert b"share" not in (plan.marks[0].after or b"share")


def test_a_withdrawal_is_recorded_as_one_even_without_a_copy(sam: Journal) -> None:
    entry = write(sam, share="mentor", with_="Priya")

    record = sharing(sam).carry_out(sharing(sam).withdrawal(sam.read(), [entry]))

    assert record is not None
    assert (record.verb, record.what) == ("withdraw", "1 entry that Priya had")
    assert not read_afresh(sam, entry).is_shared


def test_a_second_plan_after_carrying_out_the_first_is_empty(sam: Journal) -> None:
    write(sam, title="Bell", share="mentor", with_="Priya")
    share = sharing(sam)

    record = share.carry_out(share.plan(sam.read(), []))
    second = sharing(sam).plan(sam.read(), [])

    assert record is not None
    assert (record.verb, record.what) == ("share", "1 entry with Priya")
    assert [path.name for path in copies(sam)] == ["2026-11-20-bell-k3f9.md"]
    assert (titles(second.of("same")), second.edits) == (["Bell"], [])
    assert sharing(sam).carry_out(second) is None


def test_the_next_share_removes_the_copy_of_a_deleted_entry(sam: Journal) -> None:
    entry = write(sam, share="mentor", with_="Priya")
    hand_over(sam)
    sam.delete([entry])

    plan = sharing(sam).plan(sam.read(), [])
    record = sharing(sam).carry_out(plan)

    assert [handover.entry_id for handover in plan.of("back")] == [entry.id]
    assert record is not None
    assert (record.verb, record.what) == ("withdraw", "1 entry that Priya had")
    assert copies(sam) == []


def test_a_revision_rewords_the_entry_itself_and_then_its_copy(sam: Journal) -> None:
    entry = write(sam, "I told Leon to wait.", title="Bell", share="mentor", with_="Priya")
    share = sharing(sam)
    plan = share.plan(sam.read(), [])
    [named] = named_in(entry, sam.settings.known_names)

    revised = share.revise(plan, [], Revision({entry.path: [(named, "a pupil")]}))

    assert "Leon" in plan.handovers[0].text
    assert "I told a pupil to wait." in revised.handovers[0].text
    assert "I told a pupil to wait." in read_afresh(sam, entry).text
    assert sam.undo().taken_back.verb == "edit"


def test_a_revision_leaves_entries_out_and_marks_none_of_them(sam: Journal) -> None:
    marked = write(sam, title="Marked", share="mentor")
    named = write(sam, title="Named", day="2026-11-19")
    write(sam, title="Goes", day="2026-11-18", share="mentor", with_="Priya")
    share = sharing(sam)
    plan = share.plan(sam.read(), [named])

    revised = share.revise(plan, [named], Revision(left_out=frozenset({marked.id, named.id})))

    assert titles(plan.of("new")) == ["Goes", "Marked", "Named"]
    assert titles(revised.of("new")) == ["Goes"]
    assert revised.marks == ()


def test_leaving_an_entry_out_keeps_its_present_copy(sam: Journal) -> None:
    entry = write(sam, title="Bell", share="mentor", with_="Priya")
    hand_over(sam)
    sam.set_values(entry, {"class": "9B"})
    share = sharing(sam)
    plan = share.plan(sam.read(), [])

    revised = share.revise(plan, [], Revision(left_out=frozenset({entry.id})))

    assert titles(plan.of("changed")) == ["Bell"]
    assert revised.handovers == ()


def test_a_revision_without_a_choice_is_empty() -> None:
    assert Revision().is_empty
    assert not Revision(left_out=frozenset({"20261120-k3f9"})).is_empty


def test_an_entry_for_an_unknown_person_is_reported_and_not_shared(sam: Journal) -> None:
    entry = write(sam, share="mentor", with_="Ann")

    plan = sharing(sam).plan(sam.read(), [])

    assert (plan.unaddressed, plan.handovers) == ((entry,), ())
    assert remark_on(plan.unaddressed, sam.settings.people).startswith(
        "marked to share with Ann, who is not set up: 1 entry (k3f9). Try: for one and the same person, formerly ="
    )


def test_renaming_the_reader_removes_no_copy(sam: Journal) -> None:
    write(sam, share="mentor", with_="Priya")
    hand_over(sam)
    settings = sam.root / "mentorlog.toml"
    settings.write_text(settings.read_text("utf-8").replace('name = "Priya"', 'name = "Pri"'), "utf-8")
    renamed = Journal(sam.root, sam.state, read_settings(sam.root))

    with pytest.raises(UnaddressedError, match="no copy was taken back, and nothing shared"):
        sharing(renamed).plan(renamed.read(), [])


def test_with_two_people_an_unaddressed_entry_goes_to_neither(sam: Journal, tmp_path: Path) -> None:
    entry = write(sam, share="mentor")
    (tmp_path / "for-ann").mkdir()
    add_person(sam.root, Person("Ann", "mentor", str(tmp_path / "for-ann")))
    both = Journal(sam.root, sam.state, read_settings(sam.root))

    plans = [Share.of(both, person, TODAY).plan(both.read(), []) for person in both.settings.people]

    assert [(plan.handovers, plan.unaddressed) for plan in plans] == [((), (entry,))] * 2


def test_a_folder_that_was_swapped_after_the_plan_gets_nothing(sam: Journal, tmp_path: Path) -> None:
    write(sam, share="mentor", with_="Priya")
    share = sharing(sam)
    plan = share.plan(sam.read(), [])
    Path(only_person(sam).my_folder).rmdir()
    (tmp_path / "elsewhere").mkdir()
    Path(only_person(sam).my_folder).symlink_to(tmp_path / "elsewhere")

    with pytest.raises(ContentError, match="is another folder now, and nothing was shared"):
        share.carry_out(plan)

    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_changed_copy_is_left_alone_and_reported(sam: Journal) -> None:
    entry = write(sam, share="mentor", with_="Priya")
    hand_over(sam)
    [copy] = copies(sam)
    copy.write_text(copy.read_text("utf-8") + "Words of somebody's.\n", "utf-8")
    sam.set_values(entry, {"class": "9B"})

    plan = sharing(sam).plan(sam.read(), [])

    assert [handover.why for handover in plan.of("theirs")] == ["is not what you shared"]
    assert plan.edits == []
    with pytest.raises(LeftAloneError, match="1 file in Priya's folder was left as it is"):
        sharing(sam).refuse_left_alone(plan)


def test_a_plan_without_changed_copies_is_not_refused(sam: Journal) -> None:
    sharing(sam).refuse_left_alone(Plan(Path(only_person(sam).my_folder)))


def copy_of(sam: Journal) -> Entry:
    [path] = copies(sam)
    return read_again(path.name, path.read_text("utf-8"))


def test_a_copy_says_on_which_day_it_was_handed_over(sam: Journal) -> None:
    write(sam, share="mentor", with_="Priya")

    hand_over(sam, date(2026, 11, 26))

    assert copy_of(sam).head.handed_over == date(2026, 11, 26)


def test_an_unchanged_copy_keeps_its_day_and_a_changed_one_gets_the_new_one(sam: Journal) -> None:
    entry = write(sam, share="mentor", with_="Priya")
    hand_over(sam, date(2026, 11, 26))

    hand_over(sam, date(2026, 11, 27))
    kept = copy_of(sam)
    sam.set_values(entry, {"next": "Wait"})
    hand_over(sam, date(2026, 11, 28))

    assert kept.head.handed_over == date(2026, 11, 26)
    assert copy_of(sam).head.handed_over == date(2026, 11, 28)


def test_a_copy_is_recognised_without_the_ledger_whenever_it_was_handed_over(sam: Journal) -> None:
    write(sam, title="Bell", share="mentor", with_="Priya")
    hand_over(sam, date(2026, 11, 20))
    shutil.rmtree(sam.state)

    plan = sharing(sam).plan(sam.read(), [])

    assert titles(plan.of("same")) == ["Bell"]


def test_a_revision_can_give_an_entry_a_whole_new_text_and_keeps_what_is_left_out(sam: Journal) -> None:
    bell = write(sam, "It rang. We waited.", title="Bell", share="mentor", with_="Priya")
    door = write(sam, title="Door", day="2026-11-19", share="mentor", with_="Priya")
    plan = sharing(sam).plan(sam.read(), [], left_out=[door.id])

    revised = sharing(sam).revise(plan, [], Revision(texts={bell.path: bell.text.replace("It rang.", "==It rang.==")}))

    assert titles(revised.of("new")) == ["Bell"]
    assert "==It rang.== We waited." in revised.of("new")[0].text
    assert "==It rang.==" in read_afresh(sam, bell).text
    assert revised.left_out == {door.id}


def test_closing_a_step_makes_no_news_of_the_copy_for_its_reader(sam: Journal) -> None:
    entry = write(sam, next="Wait", share="mentor", with_="Priya")
    hand_over(sam, date(2026, 11, 20))

    sam.set_values(entry, {"next_state": "done"})
    hand_over(sam, date(2026, 11, 28))

    assert copy_of(sam).head.next_state == "done"
    assert copy_of(sam).head.handed_over == date(2026, 11, 20)


def test_a_form_that_was_copied_with_its_id_gets_one_of_its_own_when_it_is_shared(sam: Journal) -> None:
    form = '+++\nid = "20261113-wwww"\ndate = {}\ntitle = "{}"\nshare = "mentor"\nwith = "Priya"\n+++\n\nTen.\n'
    (sam.root / "week.md").write_text(form.format("2026-11-13", "Week ten"))
    (sam.root / "week 11.md").write_text(form.format("2026-11-20", "Week eleven"))

    hand_over(sam)
    hand_over(sam)

    ids = {entry.path: entry.head.id for entry in sam.read().entries}
    assert ids["week.md"] == "20261113-wwww"
    assert ids["week 11.md"].startswith("20261120-")
    assert len(copies(sam)) == 2


def test_an_entry_is_not_shared_by_name_if_what_may_be_a_copy_of_it_is_private(sam: Journal) -> None:
    for day in ("2026-11-13", "2026-11-20"):
        write(sam, "The same words every week.", day=day, title="Weekly form", id="20261113-wwww")
    first, second = sam.read().entries

    with pytest.raises(ContentError, match=r"may be a copy of .* which is private"):
        sharing(sam).plan(sam.read(), [second])
    assert titles(sharing(sam).plan(sam.read(), [first, second]).of("new")) == ["Weekly form", "Weekly form"]


def test_an_entry_is_found_in_a_plan_by_its_code_in_any_case(sam: Journal) -> None:
    write(sam, id="20261120-AbCd", share="mentor", with_="Priya")
    plan = sharing(sam).plan(sam.read(), [])

    assert plan.going("AbCd") is plan.going("abcd") is not None
    assert plan.going("") is None
