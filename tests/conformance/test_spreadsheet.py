"""Tables for a spreadsheet, with words that it would read as a formula."""

import csv

import pytest

from conftest import Run, Write
from mentorlog.files.toml import written
from mentorlog.text import safe_line

FORMULAS = (
    "=HYPERLINK('https://example.org';'marks')", "=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(1)", "\t=1", "  =1",
    "\r=1", "\uff1d1+1", "\u200b=1", '"=1', 'a","=1', "a\n=1", ";=1",
)  # fmt: skip


@pytest.mark.parametrize("formula", FORMULAS)
def test_a_spreadsheet_shows_a_formula_as_text(formula: str, write: Write, run: Run) -> None:
    write("one.md", f"+++\ndate = 2026-11-20\ntitle = {written(formula)}\nclass = {written(formula)}\n+++\n")

    result = run("list --csv")

    [row] = csv.DictReader(result.stdout.splitlines())
    assert [cell for cell in row.values() if cell.lstrip()[:1] in tuple("=+-@\t\r\uff1d")] == []
    assert row["title"].removeprefix("'").split() == " ".join(safe_line(formula).split()).split()
