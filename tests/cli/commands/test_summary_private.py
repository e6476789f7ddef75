"""A page for the other person shows nothing of a section that holds only private words, as its copy does."""

from pathlib import Path

import pytest

from conftest import Run, Write

ENTRY = """+++
id = "20261103-tttt"
date = 2026-11-03
title = "Tables"
share = "mentor"
+++

## Creativity
I moved the tables and the whole room changed.

## Solidarity: Whose needs in the lesson pulled on you most?
### Just for me
I was left alone with 9B again.
"""


@pytest.mark.parametrize("form", ["markdown", "html", "json"])
def test_a_section_with_only_private_words_is_nowhere_on_the_page(form: str, write: Write, run: Run) -> None:
    write("2026/2026-11-03-tables.md", ENTRY)

    page = run(f"summary --format {form}").stdout

    assert "I moved the tables" in page
    assert "alone with 9B" not in page
    assert "Whose needs" not in page
    if form == "json":
        assert '"id": "solidarity",\n      "entries": 0' in page
    else:
        assert "Solidarity" not in page.replace("Solidarity: quiet", "").replace(">Solidarity</text>", "")


def test_the_journal_as_somebody_else_reads_it_shows_as_little(
    write: Write, run: Run, journal: Path, tmp_path: Path
) -> None:
    write("2026/2026-11-03-tables.md", ENTRY)

    output = run(["--journal", str(tmp_path / "none"), "summary", str(journal)]).stdout

    assert "I moved the tables" in output
    assert "Solidarity" not in output
