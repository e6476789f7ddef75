"""Private text stays with its writer, however `share` is misspelt or `Just for me` is disguised.

The canary words are only in private places, so any of them that another account sees is a leak.
"""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import Run, Write
from leak.canary import CANARY, entry, everything_seen
from mentorlog.errors import ExitCode

SHOWN = "heron"


@pytest.fixture
def open_umask() -> Iterator[None]:
    """Let every account read new files by default."""
    before = os.umask(0)
    yield
    os.umask(before)


MISSPELT = (
    "", "share = true", "share = false", "share = 1", 'share = "Mentor"', 'share = "MENTOR"', 'share = "mentor "',
    'share = " mentor"', 'share = "mentors"', 'share = "yes"', 'share = "true"', 'share = ""', 'share = ["mentor"]',
    'share = {with = "mentor"}', 'share = "m\\u0435ntor"', 'share = "mentor\\u200b"', 'share = """mentor\n"""',
    "share = “mentor”", "share = mentor", '# share = "mentor"', 'shared = "mentor"', 'Share = "mentor"',
    'SHARE = "mentor"', 'role = "mentor"', '[x]\nshare = "mentor"', 'x.share = "mentor"', '"share " = "mentor"',
)  # fmt: skip


@pytest.mark.parametrize("line", MISSPELT)
def test_only_the_exact_value_mentor_shares_an_entry(
    line: str, journal: Path, write: Write, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    body = "## Critique\n\nI wonder about the canary in the corner of the room.\n"
    write("2026-11-20-canary.md", entry('next = "Ask the canary"', 'class = "canary"', line, body=body))
    write("shared.md", entry('share = "mentor"', body="## Critique\n\nI saw the heron in the corner of the room.\n"))

    seen = everything_seen(run, journal, monkeypatch)

    assert SHOWN in seen
    assert CANARY not in seen


DISGUISES = (
    "## Just for me", "##Just for me", "# just for me", "###### JUST FOR ME", "## Just  for   me", "## Just for me:",
    "## Just for me ##", "##\tJust for me", "## Just for me   ", "## *Just for me*", "## **Just for me**",
    "## _Just for me_", "## `Just for me`", "## ~~Just for me~~", "## Just-for-me", "## Just for myself",
    "## Just for me, not for you", "## This is just for me", "## 1. Just for me", "## (Just for me)",
    "## [Just for me](https://example.org)", "## \u201cJust for me\u201d", "## Just\u00a0for\u00a0me",
    "## Ju\u200bst for me", "## \uff2aust for me", "## Just&nbsp;for me", "## 🔒 Just for me", "## JUST_FOR_ME",
    "Just for me\n-----------", "Just for me\n===", "**Just for me**", "*Just for me:*", "Just for me:", "just for me",
    "> ## Just for me", "> > ### just for me", "> Just for me", "- ## Just for me", "* Just for me", "1. Just for me",
    "- [ ] Just for me", "   ## Just for me", "\t## Just for me", "<h2>Just for me</h2>", "<h3 id=x>just for me</h3>",
    "<details><summary>Just for me</summary>", "> [!NOTE] Just for me", "<!-- Just for me -->", "## Just\u2009for me",
)  # fmt: skip
DRESSED = [(heading, "\n") for heading in DISGUISES] + [
    (heading, line_end) for heading in DISGUISES[::9] for line_end in ("\r\n", "\r")
]


@pytest.mark.parametrize(("heading", "line_end"), DRESSED)
def test_a_just_for_me_section_is_never_shared_in_any_disguise(
    heading: str, line_end: str, journal: Path, write: Write, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    body = f"## Critique\n\nI saw the heron at the window.\n\n{heading}\n\n==The canary is mine.== The canary sings.\n"
    text = entry('share = "mentor"', 'dimensions = ["voice"]', body=body)
    write("shared.md", text.replace("\n", line_end).encode())

    seen = everything_seen(run, journal, monkeypatch)

    assert SHOWN in seen
    assert CANARY not in seen


JUST = "## Just for me\n\n"
PLACES = {
    "twice": f"{JUST}canary one\n\n## Just for me\n\ncanary two\n",
    "twice, with a dimension between": f"{JUST}canary\n\n## Expansion\n\nOpen.\n\n## Just for me\n\ncanary\n",
    "first of all": f"{JUST}canary\n\n## Critique\n\nOpen again.\n",
    "after a code block never closed": f"```\ncode\n\n{JUST}canary\n",
    "inside a code block": f"```\n{JUST}canary\n```\n\ncanary\n",
    "with a heading in its code block": f"{JUST}```\n## Critique\n\ncanary\n```\n\ncanary\n",
    "with a deeper dimension": f"{JUST}canary\n\n### Critique\n\ncanary\n",
    "with a heading that names none": f"{JUST}canary\n\n## Afterwards\n\ncanary\n",
    "with a fence in it": f'{JUST}canary\n\n+++\nshare = "mentor"\n+++\n\ncanary\n',
    "with highlights": f"{JUST}==canary== and ==canary again==\n",
    "a quote of a dimension": f"{JUST}> canary\n> ## Creativity\n> canary\n",
    "a title of its own": f"{JUST}# The canary\n\ncanary\n",
    "a level deeper": "### Just for me\n\ncanary\n\n#### Critique\n\ncanary\n",
    "tildes around code": f"{JUST}~~~\n## Critique\ncanary\n~~~\ncanary\n",
}


@pytest.mark.parametrize("row", PLACES)
def test_a_just_for_me_section_is_never_shared_from_any_place(
    row: str, journal: Path, write: Write, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    body = f"## Articulation\n\nI saw the heron at the window.\n\n{PLACES[row]}"
    write("2026-11-20.md", entry('share = "mentor"', body=body))

    seen = everything_seen(run, journal, monkeypatch)

    assert SHOWN in seen
    assert CANARY not in seen


ELSEWHERE = {
    "a draft": ("../state/drafts/20261120-cccc.md", entry('share = "mentor"', body="canary")),
    "a hidden file": (".canary.md", entry('share = "mentor"', body="canary")),
    "an editor's lock": ("~$canary.md", entry('share = "mentor"', body="canary")),
    "an editor's copy": ("2026/shared.md~", entry('share = "mentor"', body="canary")),
    "our own temporary file": (".mentorlog-canary.tmp", entry('share = "mentor"', body="canary")),
    "a question of the writer's own": ("prompts/canary.toml", 'dimension = "critique"\nx = "canary"\n'),
    "the top of the prompts": ("prompts/canary.md", entry('share = "mentor"', body="canary")),
    "a file that cannot be read": ("canary.md", "+++\ndate = 2026-11-20\ntitle = “canary”\n+++\ncanary\n"),
    "a file without a date": ("canary.txt.md", "canary\n"),
    "a folder's name": ("canary/2026-11-20.md", entry(body="canary")),
    "a private theory that is followed": ("2026-11-19.md", entry('id = "t1"', 'theory = "canary"', body="canary")),
    "a private meeting": ("2026-11-18 canary.md", entry('kind = "meeting"', body="canary")),
    "the private copy of a shared entry": ("shared 2.md", entry('id = "s2"', body="canary")),
}


@pytest.mark.parametrize("row", ELSEWHERE)
def test_files_beside_the_shared_entries_are_never_shown(
    row: str, journal: Path, write: Write, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    name, text = ELSEWHERE[row]
    write(name, text)
    shared = ('id = "s1"', 'share = "mentor"', 'theory = "When asked, they say more"', 'follows = "t1"')
    write("shared.md", entry(*shared, body="## Critique\n\nI saw the heron at the window.\n"))
    write("twin.md", entry('id = "s2"', 'share = "mentor"', body="## Critique\n\nAlso the heron.\n"))

    seen = everything_seen(run, journal, monkeypatch)

    assert SHOWN in seen
    assert CANARY not in seen


@pytest.mark.parametrize("command", ["show last", "list", "search x", "next", "check", "undo --list", "summary", ""])
def test_no_message_contains_a_word_of_an_entry(command: str, write: Write, run: Run) -> None:
    write("2026-11-20.md", entry('title = "canary"', 'share = "canary"', 'tags = "canary"', body="canary"))
    write("odd.md", "+++\ndate = 2026-11-20\ntitle = “canary”\nnext = canary canary\n+++\ncanary\n")
    write("none.md", "canary\n")

    result = run(command)

    assert CANARY not in result.stderr


LIFE = (
    "new 'The canary' --class 8Q", "new canary -d critique --share", "edit last --set next=canary", "next done last",
    "delete last", "undo", "undo --list", "check", "check --fix --yes", "summary", "summary --json", "list", "search c",
    "questions", "show last --history", "delete last --purge --yes", "",
)  # fmt: skip


@pytest.mark.usefixtures("open_umask")
def test_every_new_file_is_private_and_the_journal_contains_only_entries(tmp_path: Path, state: Path, run: Run) -> None:
    journal = tmp_path / "journal"
    assert run(f"init {journal} --name Sam --role ect").exit_code == ExitCode.DONE
    run("new '   '")
    run("new -", stdin=b"canary " * 1_000_000)  # too long: kept in a draft

    for command in LIFE:
        assert run(command).exit_code == ExitCode.DONE, command

    made = [path for top in (journal, state) for path in (top, *top.rglob("*"))]
    assert {stat.S_IMODE(path.stat().st_mode) for path in made if path.is_dir()} == {0o700}
    assert {stat.S_IMODE(path.stat().st_mode) for path in made if path.is_file()} == {0o600}
    inside = sorted(path.relative_to(journal).as_posix() for path in journal.rglob("*"))
    assert [path.replace("the-", "") for path in inside] == ["2026", "2026/2026-11-23-canary.md", "mentorlog.toml"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["home", "journal", "state"]
    assert list((tmp_path / "home").iterdir()) == []
    assert {path.name for path in state.iterdir()} == {"drafts", "history", "journal.toml", "lock", "suggested"}
