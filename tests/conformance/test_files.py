"""Broken and odd files: listed in plain words, left byte for byte, and no obstacle to other commands.

Each row is a file that a phone, a word processor, a sync service or a person leaves behind. Its text has the word
`kestrel`, which a search must find in every file that can be read as text.
"""

import os
import socket
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from conftest import Run, Write
from mentorlog.errors import ExitCode

GOOD = b'+++\nid = "20261120-good"\ndate = 2026-11-20\ntitle = "The good one"\n+++\n\nAll is well.\n'
BODY = "\nA kestrel over the field.\n"
FINE = ""  # the output of `check` for a file without a problem


@dataclass(frozen=True)
class File:
    """A row: the output of `check` about the file ("" for none), and its day in `list` if it is there."""

    data: bytes
    message: str = FINE
    day: str = "2026-11-19"
    name: str = "odd.md"
    is_text: bool = True

    @property
    def is_listed(self) -> bool:
        return bool(self.day)


def head(*lines: str, body: str = BODY) -> bytes:
    return "\n".join(["+++", *lines, "+++", body]).encode()


def dated(*lines: str, body: str = BODY) -> bytes:
    return head("date = 2026-11-19", *lines, body=body)


NOT_TOML = {
    "a string without its end": File(dated('title = "Poetry'), "line 3: TOML cannot read this line", ""),
    "curly quotes from a phone": File(dated("title = “Poetry”"), "line 3: the title is in curly quotes", ""),
    "a missing comma": File(dated('tags = ["a" "b"]'), "line 3: TOML cannot read this line", ""),
    "the same key twice": File(dated('title = "a"', 'title = "b"'), "line 4: TOML cannot read this line", ""),
    "a fence never closed": File(b"+++\ndate = 2026-11-19\n" + BODY.encode(), "line 1: the front matter is opened", ""),
    "a closing fence with spaces": File(dated().replace(b"+++\n\n", b"+++ \t \n\n")),
    "a fence inside a title": File(dated('title = "a +++ b"')),
    "a fence inside a long string": File(dated('theory = """', "+++", '"""')),
    "fences in the body": File(dated(body="+++\n" + BODY + "+++\ntitle = 1\n+++\n")),
    "YAML between dashes": File(b"---\ndate: 2026-11-19\n---\n" + BODY.encode(), "line 1: it has no date", ""),
    "git's conflict in the head": File(dated("<<<<<<< HEAD", 'class = "8Q"', "======="), "line 3: TOML cannot", ""),
    "brackets 20,000 deep": File(dated("x = " + "[" * 20_000 + "]" * 20_000), "TOML cannot read this", ""),
    "one key of 20,000 parts": File(dated(".".join("a" * 20_000) + " = 1"), "TOML cannot read this", ""),
    "a number without end": File(dated("x = inf"), "a number has no end", ""),
    "a head over 64 KB": File(dated(f'x = "{"x" * 70_000}"'), "this is over 64 KB of TOML", ""),
    "3,000 keys": File(dated(*(f"k{number} = 1" for number in range(3000)))),
}

DATES = {
    "only a date": File(dated()),
    "a date only in the name": File(BODY.encode(), name="2026-11-19 kestrel.md"),
    "no date anywhere": File(BODY.encode(), "line 1: it has no date, in its front matter or in its name", ""),
    "an impossible date in the name": File(BODY.encode(), "it has no date", "", name="2026-02-30 kestrel.md"),
    "a date as text": File(head('date = "2026-11-19"')),
    "a British date": File(head("date = 07/12/2025"), "line 2: write the date as 2025-12-07", ""),
    "a British date as text": File(head('date = "07/12/2025"'), "line 2: date: write the date as 2025-12-07", ""),
    "a date and time": File(head("date = 2026-11-19T23:59:00")),
    "a time zone far east": File(head("date = 2026-11-19T00:30:00+14:00")),
    "a time zone far west": File(head("date = 2026-11-19T23:30:00-11:00")),
    "the year 9999": File(head("date = 9999-12-31"), "the year 9999 is outside 1900 to 2199", ""),
    "the year 1": File(head("date = 0001-01-01"), "the year 1 is outside 1900 to 2199", ""),
    "30 February": File(head("date = 2026-02-30"), "line 2: there is no such day", ""),
    "a time without a day": File(head("date = 08:30:00"), "line 2: date: write the date as year-month-day", ""),
    "tomorrow": File(head("date = 2026-11-24"), day="2026-11-24"),
}

VALUES = {
    "share = true": File(dated("share = true"), 'line 3: only share = "mentor" shares; this entry stays private'),
    'share = "Mentor"': File(dated('share = "Mentor"'), 'line 3: only share = "mentor" shares'),
    "dimensions as text": File(dated('dimensions = "critique"'), "line 3: dimensions is a list"),
    "tags = 3": File(dated("tags = 3"), "line 3: tags is a list"),
    "class = 8": File(dated("class = 8"), "line 3: class is text"),
    'talk = "yes"': File(dated('talk = "yes"'), "line 3: talk is true or false"),
    "role = teacher": File(dated('role = "teacher"'), "line 3: role is"),
    "next_state = maybe": File(dated('next_state = "maybe"'), "line 3: next_state is"),
    "an id with a path in it": File(dated('id = "../../x"'), "line 3: an id is letters, digits and dashes"),
    "an unknown dimension": File(dated('dimensions = ["critque"]'), "line 3: 'critque' is not one of the six"),
    "a dimension with a capital": File(dated('dimensions = ["Critique"]')),
    "a dimension twice": File(dated('dimensions = ["critique", "critique"]')),
    "two headings of one dimension": File(dated(body=f"## Critique\n{BODY}\n## critique?\n{BODY}")),
    "a heading without text": File(dated(body=f"## Critique\n\n## Creativity\n{BODY}")),
    "unknown keys": File(dated('mood = "fair"', "[later]", "x = 1")),
    "schema 99": File(dated("schema = 99", 'future = "x"'), "line 3: a newer mentorlog wrote this (schema 99)"),
    "schema as text": File(dated('schema = "1"'), "line 3: schema is a whole number"),
}

BYTES = {
    "a byte order mark": File(b"\xef\xbb\xbf" + dated()),
    "CRLF": File(dated('class = "8Q"').replace(b"\n", b"\r\n")),
    "CR": File(dated('class = "8Q"').replace(b"\n", b"\r")),
    "no newline at the end": File(dated().rstrip(b"\n")),
    "spaces and tabs at line ends": File(dated('class = "8Q"  \t', body="\nkestrel \t \n \t\n\n\n")),
    "a line of 300,000 letters": File(dated(body="\nkestrel " + "x" * 300_000 + "\n")),
    "UTF-16, little end first": File(dated().decode().encode("utf-16"), "it is saved as UTF-16; save it as UTF-8", ""),
    "UTF-16, big end first": File(b"\xfe\xff" + dated().decode().encode("utf-16-be"), "it is saved as UTF-16", ""),
    "UTF-16 without a mark": File(dated().decode().encode("utf-16-le"), "it holds a NUL character", "", is_text=False),
    "Latin-1": File(dated(body="\ncaf\xe9, kestrel\n").replace(b"\xc3\xa9", b"\xe9"), "it is not UTF-8 here", ""),
    "a NUL in the body": File(dated(body="\nkestrel \0\n"), "it holds a NUL character", ""),
    "a letter broken in two": File(dated(body="\nkestrel ").rstrip(b"\n") + b"\xe2\x82", "it is not UTF-8", ""),
    "an empty file": File(b"", "line 1: the file is empty", "", is_text=False),
    "nothing but zeros": File(b"\0" * 512, "line 1: the file is empty", "", is_text=False),
    "nothing but line ends": File(b"\n\n \n", "line 1: the file is empty", "", is_text=False),
    "a file still growing": File(
        dated('title = "Poe').split(b"\n+++\n")[0], "the front matter is opened", "", "odd.md", is_text=False
    ),
}

NAMES = {
    "a letter in one piece": File(dated(), name="caf\u00e9.md"),
    "a letter in two pieces": File(dated(), name="cafe\u0301.md"),
    "a name of Windows": File(dated(), name="CON.md"),
    "another name of Windows": File(dated(), name="aux.md"),
    "a dot before the end": File(dated(), name="odd..md"),
    "another case": File(dated(), name="GOOD.MD"),
    "250 letters": File(dated(), name="x" * 250 + ".md"),
    "a newline in the name": File(dated(), name="odd\nname.md"),
    "an escape in the name": File(dated(), name="odd\x1b[2Jname.md"),
    "a name that is not UTF-8": File(dated(), name=os.fsdecode(b"caf\xe9.md")),
}
FILES = NOT_TOML | DATES | VALUES | BYTES | NAMES


@pytest.mark.parametrize("row", FILES)
def test_a_file_is_listed_in_plain_words_and_left_byte_for_byte(row: str, write: Write, run: Run) -> None:
    file = FILES[row]
    write("good.md", GOOD)
    path = write(file.name, file.data)
    before = os.lstat(path).st_mtime_ns

    checked, listed, matches = run("check"), run("list"), run("search kestrel")
    shown = run(["show", str(path)])
    others = [run("list --json"), run("summary"), run("next"), run("edit good --set class=9B")]

    assert checked.exit_code == (ExitCode.CONTENT if file.message else ExitCode.DONE), checked.stdout
    assert file.message in checked.stdout
    assert "20261120-good\t2026-11-20\tThe good one" in listed.stdout
    assert [line.split("\t")[1] for line in listed.stdout.splitlines() if "-good\t" not in line] == [
        file.day
    ] * file.is_listed
    assert (matches.exit_code == ExitCode.DONE) == file.is_text
    assert shown.exit_code == ExitCode.DONE
    assert ("kestrel" in shown.stdout) == file.is_text
    assert [other.exit_code for other in others] == [ExitCode.DONE] * 4
    assert "Traceback" not in "".join(result.stderr for result in (checked, listed, matches, shown, *others))
    assert (path.read_bytes(), os.lstat(path).st_mtime_ns) == (file.data, before)


@pytest.mark.parametrize("row", [row for row, file in FILES.items() if file.is_listed and row != "schema 99"])
def test_a_changed_value_leaves_every_other_byte(row: str, write: Write, run: Run) -> None:
    file = FILES[row]
    path = write(file.name, file.data)

    result = run(["edit", str(path), "--set", "subject=Physics"])

    assert result.exit_code == ExitCode.DONE, result.stderr
    kept = [line for line in path.read_bytes().splitlines(keepends=True) if b"Physics" not in line]
    assert b"".join(kept).removeprefix(b"+++\n+++\n") == file.data
    assert path.read_bytes().count(b'subject = "Physics"') == 1


@pytest.mark.parametrize("command", ["--set class=8Q", "--set share=mentor", "--set next=x"])
def test_a_file_from_a_newer_mentorlog_is_never_rewritten(command: str, write: Write, run: Run) -> None:
    path = write("odd.md", FILES["schema 99"].data)

    result = run(f"edit odd.md {command}")

    assert result.exit_code == ExitCode.CONTENT
    assert "newer mentorlog" in result.stderr
    assert path.read_bytes() == FILES["schema 99"].data


def large(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(100 * 1024 * 1024)


def listening(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(os.path.relpath(path))


def device(path: Path) -> None:
    try:
        os.mknod(path, 0o600 | 0o020000, os.makedev(1, 5))  # /dev/zero, which never ends
    except PermissionError:
        pytest.skip("this account may not make a device")


def outside(path: Path) -> None:
    target = path.parent.parent / "outside.md"
    target.write_bytes(dated())
    path.symlink_to(target)


UNUSUAL: dict[str, tuple[Callable[[Path], None], str]] = {
    "a link to a file outside": (outside, "it is a link, and links are not followed"),
    "a link to itself": (lambda path: path.symlink_to(path), "it is a link, and links are not followed"),
    "a link to the journal": (lambda path: path.symlink_to(path.parent), "it is a link, and links are not followed"),
    "a link to nowhere": (lambda path: path.symlink_to("nowhere"), "it is a link, and links are not followed"),
    "a pipe that nobody writes to": (os.mkfifo, "it is not an ordinary file"),
    "a socket": (listening, "it is not an ordinary file"),
    "a device": (device, "it is not an ordinary file"),
    "100 MB": (large, "it is over 5 MB, so it was not opened"),
    "a folder named like an entry": (lambda path: path.mkdir(), FINE),
}


@pytest.mark.parametrize("row", UNUSUAL)
def test_anything_but_an_ordinary_file_is_listed_and_never_opened(row: str, write: Write, run: Run) -> None:
    make, message = UNUSUAL[row]
    make(write("good.md", GOOD).with_name("odd.md"))

    checked, listed, matches = run("check"), run("list"), run("search kestrel")

    assert checked.exit_code == (ExitCode.CONTENT if message else ExitCode.DONE)
    assert message in checked.stdout
    assert [line.split("\t")[0] for line in listed.stdout.splitlines()] == ["20261120-good"]
    assert matches.exit_code == ExitCode.NOT_FOUND


COPIES = (
    "good (Sam's MacBook).md", "good-DESKTOP-7Q.md", "good (Sam's conflicted copy 2026-11-20).md", "good (1).md",
    "good 2.md", "good.sync-conflict-20261120-101112-ABCDEF7.md", "good (Konfliktkopie).md",
)  # fmt: skip
FOUND = [(name, how) for name in COPIES for how in ("has the same id as", "looks like a copy of")]
FOUND += [("2026/good.md", "has the same id as")]  # without an id, it is another entry with the same name


@pytest.mark.parametrize("is_changed", [False, True], ids=["the same", "changed"])
@pytest.mark.parametrize(("name", "how"), FOUND)
def test_a_conflict_copy_is_kept_and_named_with_its_difference(
    name: str, how: str, is_changed: bool, write: Write, run: Run
) -> None:
    text = GOOD + b"\n## Critique\n\nI ask whom the seating plan is for, and who is never asked.\n"
    text = text.replace(b"title = ", b'share = "mentor"\ntitle = ')
    text = text if "id" in how else text.replace(b'id = "20261120-good"\n', b"")
    first = write("good.md", text)
    copy = write(name, text + (b"One line more.\n" if is_changed else b""))
    before = (first.read_bytes(), copy.read_bytes())

    checked, brief = run("check"), run("summary --format markdown")

    assert checked.exit_code == ExitCode.CONTENT
    assert f"  {name}, line 1: it {how} good.md; " in checked.stdout
    assert ("1 line differs; both were kept" if is_changed else "the same to the letter") in checked.stdout
    assert (f"\n- good.md\n+ {name}\n  + One line more.\n" in checked.stdout) == is_changed
    assert brief.stdout.count("whom the seating plan") == 1
    assert (first.read_bytes(), copy.read_bytes()) == before


def test_a_conflict_that_git_left_in_the_text_is_listed(write: Write, run: Run) -> None:
    body = "\nOne.\n\n<<<<<<< HEAD\nA kestrel.\n=======\nA buzzard.\n>>>>>>> theirs\n"
    path = write("odd.md", data := dated(body=body))

    result = run("check")

    assert result.exit_code == ExitCode.CONTENT
    assert "odd.md, line 7" in result.stdout
    assert path.read_bytes() == data


@pytest.mark.parametrize(("name", "message"), [("2026/odd.md", "2026/odd.md, line 1"), ("2026", "2026, line 1")])
def test_a_file_that_this_account_may_not_open_is_listed(name: str, message: str, write: Write, run: Run) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may open everything; run this as another account")
    write("good.md", GOOD)
    locked = write("2026/odd.md", dated()) if name.endswith(".md") else write("2026/odd.md", dated()).parent
    locked.chmod(0)

    checked, listed = run("check"), run("list")
    locked.chmod(0o700)

    assert f"{message}: " in checked.stdout
    assert "this account may not open it" in checked.stdout
    assert "The good one" in listed.stdout


SETTINGS = {
    "not TOML": (b'schema = 1\nname = "Sam\n', "mentorlog.toml, line 2: "),
    "curly quotes": ("schema = 1\nname = “Sam”\n".encode(), "mentorlog.toml, line 2: the name is in curly quotes"),
    "a slip in a key": (b'schema = 1\nnmae = "Sam"\n', "mentorlog.toml, line 2: nmae: this key is not known here"),
    "an unknown role": (b'schema = 1\nrole = "head"\n', "mentorlog.toml, line 2: role: "),
    "a newer schema": (b"schema = 2\n", "mentorlog.toml, line 1: schema: "),
    "UTF-16": ("schema = 1\n".encode("utf-16"), "mentorlog.toml, line 1: it is not UTF-8"),
}


@pytest.mark.parametrize("row", SETTINGS)
def test_with_broken_settings_reading_works_and_writing_does_not(row: str, write: Write, run: Run) -> None:
    data, message = SETTINGS[row]
    write("good.md", GOOD)
    path = write("mentorlog.toml", data)

    checked = run("check")
    reading = [run(command) for command in ("list", "show good", "search well", "summary", "next", "")]
    writing = [run(command) for command in ("new Words", "edit good --set class=9B", "delete good", "undo")]

    assert (checked.exit_code, message in checked.stdout) == (ExitCode.CONTENT, True)
    assert [(result.exit_code, message in result.stderr) for result in reading] == [(ExitCode.DONE, True)] * 6
    assert [(result.exit_code, message in result.stderr) for result in writing] == [(ExitCode.CONTENT, True)] * 4
    assert "Traceback" not in "".join(result.stderr for result in (*reading, *writing))
    assert [file.read_bytes() for file in sorted(path.parent.rglob("*.md"))] == [GOOD]
    assert path.read_bytes() == data


QUESTIONS = {
    "not TOML": (b'dimension = "critique\n', "prompts/mine.toml, line 1: "),
    "an unknown dimension": (b'dimension = "critque"\n', "prompts/mine.toml, line 1: dimension: it is not one"),
    "Latin-1": (b"# caf\xe9\n", "prompts/mine.toml, line 1: it is not UTF-8"),
}


@pytest.mark.parametrize("row", QUESTIONS)
def test_a_broken_question_file_hides_no_other_question(row: str, write: Write, run: Run) -> None:
    data, message = QUESTIONS[row]
    path = write("prompts/mine.toml", data)

    checked, listed, shipped = run("check"), run("questions"), run("questions -d critique")

    assert (checked.exit_code, message in checked.stdout) == (ExitCode.CONTENT, True)
    assert (listed.exit_code, message in listed.stderr) == (ExitCode.DONE, True)
    assert len(shipped.stdout.splitlines()) > 10
    assert path.read_bytes() == data
