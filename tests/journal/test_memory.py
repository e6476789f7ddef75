"""What commands remember in the state folder: read back the same, and empty rather than an error."""

from pathlib import Path

import pytest

from mentorlog.journal.journal import Journal
from mentorlog.journal.memory import Memory
from mentorlog.journal.settings import Settings

MEMORY = Memory("seen", "rows")
NOTHING: tuple[str, ...] = ()


def _ids(rows: list[str]) -> tuple[str, ...]:
    return tuple(rows)


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return Journal(tmp_path / "journal", tmp_path / "state", Settings(id="abc", name="Sam"))


def test_rows_are_read_back_as_they_were_written(journal: Journal) -> None:
    MEMORY.write(journal, ["cre-e1"])

    assert MEMORY.read(journal, _ids, NOTHING) == ("cre-e1",)


@pytest.mark.parametrize("damaged", ["", "[", "[]", '{"rows": 7}', "null"])
def test_a_missing_or_damaged_memory_counts_as_empty(damaged: str, journal: Journal) -> None:
    assert MEMORY.read(journal, _ids, NOTHING) == NOTHING
    MEMORY.write(journal, ["cre-e1"])
    (file,) = (journal.state / "seen").iterdir()
    file.write_text(damaged, "utf-8")

    assert MEMORY.read(journal, _ids, NOTHING) == NOTHING


def test_a_memory_that_cannot_be_written_is_no_error(journal: Journal) -> None:
    journal.state.write_text("a file", "utf-8")

    MEMORY.write(journal, ["cre-e1"])

    assert MEMORY.read(journal, _ids, NOTHING) == NOTHING
