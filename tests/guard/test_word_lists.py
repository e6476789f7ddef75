"""The word lists of the guard: one form for all, and every list in use."""

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from mentorlog.guard import word_lists
from mentorlog.guard.word_lists import lines, pattern, words

GUARD = Path(word_lists.__file__).parent
FILES = sorted(path.stem for path in (GUARD / "words").glob("*.txt"))
WRITTEN = """\
# A remark.
apple pear

verb = said|asked
nobody = <verb> nobody
told =
    told
# A remark in the middle.
    <other.whom> <verb>
plum
"""
OTHER = "whom = him|her\n"
IMPORTED = """
import mentorlog.cli.app, mentorlog.guard.in_entry
from mentorlog.guard import word_lists
print(word_lists.lines.cache_info().currsize, word_lists.pattern.cache_info().currsize)
"""


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> None:
    """Replace the guard's lists by two small files."""
    texts = {"words/written.txt": WRITTEN, "words/other.txt": OTHER}
    monkeypatch.setattr("pkgutil.get_data", lambda _, path: texts[path].encode())


@pytest.mark.usefixtures("written")
def test_a_line_without_a_name_belongs_to_the_list_of_the_file() -> None:
    assert lines("written") == ("apple pear", "plum")
    assert words("written") == {"apple", "pear", "plum"}


@pytest.mark.usefixtures("written")
def test_indented_lines_continue_a_list_and_comments_do_not_end_it() -> None:
    assert lines("written.told") == ("told", "(?:him|her) (?:said|asked)")


@pytest.mark.usefixtures("written")
def test_a_pattern_matches_any_line_of_its_list_and_of_the_lists_in_it() -> None:
    assert pattern("written.nobody").fullmatch("asked nobody")
    assert pattern("written.told").fullmatch("her asked")
    assert not pattern("written.told").fullmatch("her nobody")


@pytest.mark.usefixtures("written")
def test_the_words_of_several_lists_can_be_combined() -> None:
    assert words("written", "other.whom") == {"apple", "pear", "plum", "him|her"}


@pytest.mark.parametrize("ask", [lines, words, pattern])
def test_a_missing_list_is_an_error(ask: Callable[[str], object]) -> None:
    with pytest.raises(KeyError):
        ask("verbs.sleeps")


def named_in(file: str) -> list[str]:
    """Return the names of all lists in a file, in the form that the code uses; the file's own list has its name."""
    rows = (GUARD / f"words/{file}.txt").read_text("utf-8").splitlines()
    starts = {row: re.match(r"(\w+) =", row) for row in rows if row and not row.startswith(("#", " "))}
    return sorted({f"{file}.{start[1]}" if start else file for start in starts.values()})


@pytest.mark.parametrize("file", FILES)
def test_every_list_has_lines_and_each_is_a_complete_pattern(file: str) -> None:
    filled = [line for name in named_in(file) for line in lines(name) or [""]]

    assert "" not in filled
    assert [line for line in filled if re.search(r"(?<!P)<\w", line)] == []
    assert all(re.compile(line) for line in filled)


def test_every_list_is_used_by_the_code_or_by_another_list() -> None:
    code = "".join(path.read_text("utf-8") for path in GUARD.glob("*.py"))
    listed = {file: (GUARD / f"words/{file}.txt").read_text("utf-8") for file in FILES}
    names = [name for file in FILES for name in named_in(file)]

    assert len(names) > len(FILES)
    assert [
        name
        for name in names
        if f'"{name}"' not in code and f"<{name.partition('.')[2]}>" not in listed[name.partition(".")[0]]
    ] == []


def test_importing_the_guard_reads_no_list() -> None:
    done = subprocess.run([sys.executable, "-c", IMPORTED], capture_output=True, text=True, check=True)

    assert done.stdout.split() == ["0", "0"]
