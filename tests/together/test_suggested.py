"""The questions of earlier briefs are remembered, and a brief stays the same all day."""

from datetime import date

from mentorlog.journal.journal import Journal
from mentorlog.together.suggested import remember_shown, shown_before

MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)


def test_what_was_shown_counts_from_the_next_day_on(sam: Journal) -> None:
    remember_shown(sam, ["cri-m1"], MONDAY)

    assert shown_before(sam, MONDAY).days == {}
    assert shown_before(sam, TUESDAY).days == {"cri-m1": MONDAY}


def test_what_was_shown_again_today_is_still_known_from_before(sam: Journal) -> None:
    remember_shown(sam, ["cri-m1"], MONDAY)
    remember_shown(sam, ["cri-m1"], TUESDAY)

    assert shown_before(sam, TUESDAY).days == {"cri-m1": MONDAY}


def test_a_damaged_memory_counts_as_empty_and_is_for_this_account_only(sam: Journal) -> None:
    remember_shown(sam, ["cri-m1"], MONDAY)
    [path] = (sam.state / "suggested").iterdir()
    mode = path.stat().st_mode & 0o777
    path.write_text("{broken")

    assert mode == 0o600
    assert shown_before(sam, TUESDAY).days == {}
