"""An entry that is marked to share stays if what may be a copy of it is private, and its writer is told."""

from pathlib import Path

import pytest

from cli.two_people import met
from conftest import Run


def test_share_and_check_say_why_a_marked_entry_stays(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    sam, _ = met(tmp_path, run, monkeypatch)
    head = '+++\ndate = {}\ntitle = "Weekly"\n{}+++\n\n## Critique\n\nThe same words as every week, more or less.\n'
    (sam.root / "week.md").write_text(head.format("2026-11-13", ""))
    (sam.root / "week 2.md").write_text(head.format("2026-11-20", 'share = "mentor"\nwith = "Priya"\n'))

    shared, checked = sam.run("share --yes"), sam.run("check")

    assert [name for name in sam.copies() if name.endswith(".md")] == []
    assert "week 2.md stays here, because a file that may be a copy of it is private: mentorlog check" in shared.stderr
    assert "it may be a copy of week.md, which is private" in " ".join(checked.stdout.split())
    assert "delete" not in checked.stdout
