"""The rows of the table: each measurement, its comparison and its goal."""

from collections.abc import Iterator
from dataclasses import dataclass

from lab import Lab, Measure
from phrases import COMMON_WORD, RARE_WORD

TWO_YEARS, MANY, VERY_MANY = 400, 10_000, 100_000  # entries
MIB = 1024 * 1024
MOST_MEMORY = 400 * MIB
ALL = (
    "--since",
    "2000-01-01",
)  # by default a summary begins at the last meeting, and would cover only a few of 10,000 entries
JRNL_PROMPT = "Writing Entry"
FIRST_QUESTION = "Which moment"
TYPED = "The projector went at ten past, and I asked them to draw what the slide would have said."


@dataclass(frozen=True, slots=True)
class Row:
    """One measurement: `ours`, minus `less` if given, may take `goal` times as long as `theirs`, and `memory` bytes.

    A row with `is_long` is measured fewer times. `needs` are the programs of the comparison.
    """

    key: str
    work: str
    against: str
    goal: float
    ours: Measure
    theirs: Measure
    less: Measure | None = None
    memory: int = 0
    is_long: bool = False
    has_all_cores: bool = False
    needs: frozenset[str] = frozenset()


def rows_of(lab: Lab) -> list[Row]:
    """Return every row, in the order of the issue that set the goals, without measuring yet."""
    return [*_starts(lab), *_two_years(lab), *_many(lab), *_searches(lab), *_growth(lab)]


def _starts(lab: Lab) -> Iterator[Row]:
    python, against, goal = lab.python("-c", "pass"), "`python -c pass`", 7
    yield Row("version", "`--version`", against, goal, lab.ours(0, "--version"), python)
    yield Row("help", "`--help`", against, goal, lab.ours(0, "--help"), python)
    command = _tab(lab, TWO_YEARS, "mentorlog su")
    yield Row("complete", "Tab after `mentorlog su`", against, goal, command, python)
    entry = _tab(lab, TWO_YEARS, "mentorlog show ")
    yield Row("complete-entry", "Tab after `mentorlog show `, 400 entries", against, goal, entry, python)


def _tab(lab: Lab, count: int, line: str) -> Measure:
    """Return the call that the shell makes for the Tab key after `line` (tests/cli/test_options_completion.py)."""
    asked = {"_MENTORLOG_COMPLETE": "complete_bash", "COMP_WORDS": line, "COMP_CWORD": str(line.count(" "))}
    return lab.ours(count, **asked)


def _two_years(lab: Lab) -> Iterator[Row]:
    ten, against, needs = ("-n", "10"), "`jrnl -n 10`", frozenset({"jrnl"})
    ours, theirs = lab.ours(TWO_YEARS, "list"), lab.jrnl(TWO_YEARS, *ten)
    yield Row("list", "`list`, 400 entries", against, 1, ours, theirs, needs=needs)
    ours, theirs_shown = lab.ours_shown(TWO_YEARS, "list"), lab.jrnl_shown(TWO_YEARS, *ten)
    yield Row(
        "list-shown", "`list` in a terminal, 400 entries", f"{against} in one", 1, ours, theirs_shown, needs=needs
    )
    ours = lab.ours_undone(TWO_YEARS, "new", TYPED)
    yield Row("new", '`new "text"`, 400 entries', against, 1, ours, theirs, needs=needs)
    ours = lab.ours_shown(TWO_YEARS, "new", until=FIRST_QUESTION)
    prompt = lab.jrnl_shown(TWO_YEARS, until=JRNL_PROMPT)
    work = "first question of `new` on the screen, 400 entries"
    yield Row("question", work, "`jrnl`'s prompt", 1.3, ours, prompt, needs=needs)


def _many(lab: Lab) -> Iterator[Row]:
    work, ours, needs = "`summary`, 10,000 entries", lab.ours(MANY, "summary", *ALL), frozenset({"jrnl"})
    tags, fewer = lab.jrnl(MANY, "--tags"), lab.jrnl(MANY, "fewer", "--tags")
    against = "`jrnl --tags`, tags for dimensions"
    yield Row("summary", work, f"{against} and classes", 0.15, ours, tags, is_long=True, needs=needs)
    yield Row("summary-fewer", work, f"{against} only", 0.15, ours, fewer, is_long=True, needs=needs)
    json, against = ("summary", "--format", "json"), "reading the files in a loop"
    for key, words, about in (
        ("json", json, "since the last meeting"),
        ("json-all", (*json, *ALL), "all in one brief"),
    ):
        work = f"`summary --format json`, 10,000 entries, {about}, less the same on none"
        ours, less, reading = lab.ours(MANY, *words), lab.ours(0, *words), lab.reading(MANY)
        yield Row(key, work, against, 5, ours, reading, less=less, is_long=True)


def _searches(lab: Lab) -> Iterator[Row]:
    """With all cores ripgrep reads in several threads, as it does for people; on one core it cannot."""
    for key, word, has_all in (("search", RARE_WORD, True), ("search-core", RARE_WORD, False)):
        cores = "all cores" if has_all else "one core"
        yield _search(lab, key, word, f"a word in one entry of a hundred, {cores}", has_all_cores=has_all)
    yield _search(lab, "search-common", COMMON_WORD, "a word in most entries, all cores", has_all_cores=True)


def _search(lab: Lab, key: str, word: str, about: str, *, has_all_cores: bool) -> Row:
    ours, theirs = lab.ours(MANY, "search", word), lab.rg(MANY, "-c", word)
    work, needs = f"`search`, 10,000 entries, {about}", frozenset({"rg"})
    return Row(key, work, f"`rg -c {word}`", 8, ours, theirs, has_all_cores=has_all_cores, is_long=True, needs=needs)


def _growth(lab: Lab) -> Iterator[Row]:
    for words in (("list",), ("summary", *ALL), ("search", RARE_WORD)):
        much, little = lab.ours(VERY_MANY, *words), lab.ours(MANY, *words)
        work = f"`{words[0]}`, 100,000 entries"
        yield Row(f"grow-{words[0]}", work, "10,000", 11, much, little, memory=MOST_MEMORY, is_long=True)
