"""A failing disk: the files are old or new, no word is lost, and the command reports the fault.

EIO fails every call of every command, once or from then on; a full disk fails every call that needs room in the same
way. EACCES and EINTR fail every call of the four commands in `BY_EVERY_ERROR`, once.
"""

import contextlib
import errno
import os
import shutil
from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path
from types import SimpleNamespace

import pytest

from conftest import Result, Run
from fault.bench import Bench, Case, Snapshot
from fault.disk import TAKE_ROOM, Fault
from fault.rules import RULES, Trial, files_of, texts_of
from mentorlog.errors import ExitCode
from mentorlog.journal import disk
from mentorlog.render.lines import warn

pytestmark = pytest.mark.slow

TYPED = "A kestrel over the field.\nIt stood in the wind."
HEAD = 'id = "20261120-aaaa"\ndate = 2026-11-20\ntitle = "One"\nshare = "mentor"\nnext = "Ask one pair"\n'
ONE = f"+++\n{HEAD}+++\n\nA heron stood.\n"
TWO = '+++\nid = "20261119-bbbb"\ndate = 2026-11-19\ntitle = "Two"\n+++\n\nA robin sang.\n'
SLIP = '+++\nid = "20261118-{0}"\ndate = 2026-11-18\ntitle = “Slip {0}”\n+++\n\nA wren, {0}.\n'
INIT = "init {base}/journal --name Sam --role ect"
EDITED = "edit aaaa --set class=8Q"

CASES = {
    "new TEXT": Case(f"new '{TYPED}' --date 2026-11-21", brings=TYPED),
    "new from a pipe": Case("new - --date 2026-11-21", stdin=TYPED.encode(), brings=TYPED, before=(EDITED,)),
    "new from a file of answers": Case("new --answers {base}/answers.toml", brings=TYPED),
    "new in an editor": Case("new --editor -d critique", brings=TYPED, at_terminal=True),
    "edit of a value": Case("edit aaaa --set 'next=Ask two pairs'", before=(EDITED,)),
    "edit in an editor": Case("edit aaaa", brings=TYPED, at_terminal=True),
    "new on a disk without links": Case(f"new '{TYPED}'", brings=TYPED, has_links=False),
    "next done": Case("next done aaaa"),
    "delete": Case("delete bbbb", before=(EDITED,)),
    "delete of two": Case("delete aaaa bbbb"),
    "delete for good": Case("delete aaaa --purge --yes", before=(EDITED,), purges=b"heron"),
    "undo of a new": Case("undo", before=("new 'A kestrel'",)),
    "undo of an edit": Case("undo", before=(EDITED,)),
    "undo of a delete": Case("undo", before=("delete aaaa",)),
    "undo of a delete on a disk without links": Case("undo", before=("delete aaaa",), has_links=False),
    "undo of a delete of two": Case("undo", before=("delete aaaa bbbb",)),
    "undo of an undo": Case("undo 2", before=("delete aaaa", "undo")),
    "mending of one": Case("check --fix --yes", slips=1),
    "mending of two": Case("check --fix --yes", slips=2),
    "init": Case(INIT, without="journal"),
    "init for two": Case("init {base}/journal --with Priya --to {base}/for-priya"),
    "init of a journal": Case("init {base}/journal", without="state"),
    "summary in a file": Case("summary -o {base}/brief.md", where=r"/bench(/brief\.md|/\.mentorlog-\w+\.tmp)?$"),
}
OFTEN = [*product((errno.EIO, errno.ENOSPC), (False, True))]  # the error, and whether it stays
SELDOM = [(errno.EACCES, False), (errno.EINTR, False)]
BY_EVERY_ERROR = ("new TEXT", "edit of a value", "delete", "undo of a delete")
OS_SCANDIR = os.scandir
AFTERWARDS = ("list", "check", "summary", "undo --list", "")


@pytest.fixture
def bench(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> Bench:
    return Bench(tmp_path / "bench", run, monkeypatch)


def begun(bench: Bench, case: Case) -> Snapshot:
    """Set up the folder for a case, and return its files."""
    bench.put_back({"answers.toml": f'critique = """{TYPED}"""\n'.encode()})
    if case.without != "journal":
        bench.line(INIT)
        texts = {"one": ONE, "two": TWO, "slip": SLIP.format("cccc"), "slip too": SLIP.format("dddd")}
        for name in list(texts)[: 2 + case.slips]:
            (bench.base / f"journal/{name}.md").write_text(texts[name], "utf-8")
    if case.purges:
        (bench.base / "state/drafts").mkdir()
        (bench.base / "state/drafts/20261120-aaaa-edit-k3f9.md").write_text(ONE, "utf-8")
    assert [bench.line(words).stderr for words in case.before] == [""] * len(case.before)
    if case.without == "state":
        shutil.rmtree(bench.base / "state")
    return bench.snapshot()


def trials(bench: Bench, name: str, errors: Sequence[tuple[int, bool]] = OFTEN) -> Iterator[Trial]:
    """Run the command with each call failing in turn, from the same folder every time."""
    case = CASES[name]
    start = begun(bench, case)
    whole = bench.attempt(case)
    assert whole.result.exit_code == ExitCode.DONE, whole.result
    for (error, stays), (at, call) in product(errors, enumerate(whole.disk.calls, start=1)):
        if error != errno.ENOSPC or call in TAKE_ROOM:
            bench.put_back(start)
            yield Trial(case, bench.base, start, whole, bench.attempt(case, Fault(at, error, stays)))


def aftermath(bench: Bench, trial: Trial) -> list[str]:
    """Return the faults of the commands that follow, after the disk works again."""
    faults = [*faults_of_reading(bench, trial), *faults_of_undo(bench, trial), *faults_of_trying_again(bench, trial)]
    return [f"{trial.attempt}, and afterwards {fault}".replace(str(bench.base), "{base}") for fault in faults]


def faults_of_reading(bench: Bench, trial: Trial) -> Iterator[str]:
    bench.put_back(trial.attempt.left)
    if trial.case.without:
        bench.line(trial.case.words)
    for words in (*AFTERWARDS, "new 'The next day'"):
        result = bench.line(words)
        if not trial.case.slips and (result.exit_code or result.stderr):
            yield f"{words}: {result}"
    if not any(b"The next day" in text for text in files_of(bench.snapshot()).values()):
        yield "nothing new can be written"


def faults_of_undo(bench: Bench, trial: Trial) -> Iterator[str]:
    """Undo must reverse the whole change, or the one before if it was not made, and lose no text."""
    same_as = trial.start if trial.is_untouched else trial.whole.left if trial.is_done else None
    wanted = [files_of(after(bench, same_as, "undo")[1])] if same_as else map(files_of, (trial.start, trial.whole.left))
    result, left = after(bench, trial.attempt.left, "undo")
    if files_of(left) not in wanted and not trial.case.purges and not trial.case.without:
        yield f"undo: {result}"
    yield from (f"undo lost {text!r}" for text in texts_of(trial.attempt.left) - texts_of(left))


def faults_of_trying_again(bench: Bench, trial: Trial) -> Iterator[str]:
    is_new = bool(trial.case.brings or trial.case.without)
    if not is_new and not trial.is_done and (trial.is_untouched or trial.case.purges):
        result, left = after(bench, trial.attempt.left, trial.case.words)
        if files_of(left) != files_of(trial.whole.left):
            yield f"trying again: {result}"


def after(bench: Bench, left: Snapshot, words: str) -> tuple[Result, Snapshot]:
    bench.put_back(left)
    return bench.line(words), bench.snapshot()


@pytest.mark.parametrize("name", CASES)
def test_every_failing_call_is_reported_and_loses_no_word(name: str, bench: Bench) -> None:
    faults: list[str] = []
    states: dict[frozenset[tuple[str, bytes | None]], Trial] = {}

    for trial in trials(bench, name, OFTEN + (SELDOM if name in BY_EVERY_ERROR else [])):
        faults += trial.faults()
        states.setdefault(frozenset(trial.attempt.left.items()), trial)
    for trial in states.values():
        faults += aftermath(bench, trial)

    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("name", CASES)
def test_partial_writes_are_continued_and_give_the_same_result(name: str, bench: Bench) -> None:
    start = begun(bench, CASES[name])
    whole = bench.attempt(CASES[name])

    writes = [at for at, call in enumerate(whole.disk.calls, start=1) if call == "write"]
    for fault in [*(Fault(at) for at in writes), *(Fault(at, stays=True) for at in writes[:1])]:
        bench.put_back(start)
        attempt = bench.attempt(CASES[name], fault)
        assert (attempt.result, attempt.left) == (whole.result, whole.left), fault


TWO_ONLY = r"/two\.md$"
UNREAD = "mentorlog: 1 file could not be read; see mentorlog check\n"
READERS = {  # command: status, its output about the other entry, and its message, with {reason} for the reason
    "list": (ExitCode.DONE, "\tOne\t", UNREAD),
    "list --json": (ExitCode.DONE, '"title": "One"', UNREAD),
    "search heron": (ExitCode.DONE, "A heron stood.", UNREAD),
    "search robin": (ExitCode.NOT_FOUND, "", UNREAD),
    "check": (ExitCode.CONTENT, "1 entry, 0 drafts.", "  two.md, line 1: {reason}.\n"),
    "summary": (ExitCode.DONE, "One", UNREAD),
    "summary -o {base}/brief.md": (ExitCode.DONE, "", UNREAD),
    "next": (ExitCode.DONE, "Ask one pair", UNREAD),
    "show aaaa": (ExitCode.DONE, "A heron stood.", ""),
    "show {base}/journal/two.md": (ExitCode.DONE, "", "mentorlog: two.md, line 1: {reason}.\n"),
    "": (ExitCode.DONE, '"One"', "1 file would like a look: mentorlog check"),
}


@pytest.mark.parametrize("error", [errno.EIO, errno.EACCES, errno.EINTR], ids=errno.errorcode.get)
@pytest.mark.parametrize("words", READERS)
def test_an_unreadable_entry_is_reported_and_hides_no_other(words: str, error: int, bench: Bench) -> None:
    status, shown, message = READERS[words]
    start = begun(bench, Case(words))
    calls = bench.attempt(Case(words), where=TWO_ONLY).disk.calls
    assert calls

    for fault in [Fault(at, error, stays) for at in range(1, len(calls) + 1) for stays in (False, True)]:
        bench.put_back(start)
        attempt = bench.attempt(Case(words), fault, where=TWO_ONLY)
        assert (attempt.raised, attempt.result.exit_code) == ("", status), attempt
        assert shown in attempt.result.stdout
        reason = disk.reason(OSError(error, os.strerror(error)))
        assert message.format(reason=reason) in attempt.result.stdout + attempt.result.stderr


@pytest.mark.parametrize("words", ["edit bbbb --set class=8Q", "delete bbbb", "show bbbb", "next done bbbb"])
def test_a_command_gives_the_reason_if_its_entry_cannot_be_read(words: str, bench: Bench) -> None:
    begun(bench, Case(words))

    result = bench.attempt(Case(words), Fault(1, errno.EIO), where=TWO_ONLY).result

    assert result.exit_code in (ExitCode.NOT_FOUND, ExitCode.CONTENT)
    assert "could not be read" in result.stderr or "two.md" in result.stderr


@pytest.mark.parametrize(("folder", "listed"), [("journal", ""), ("journal/2026", "\tOne\t")])
def test_a_folder_that_cannot_be_listed_is_reported_and_hides_no_other(folder: str, listed: str, bench: Bench) -> None:
    begun(bench, Case("list", before=("new 'A kestrel'",)))

    results = [bench.attempt(Case(command), Fault(1, errno.EIO), f"/{folder}$").result for command in ("list", "check")]

    assert [result.exit_code for result in results] == [ExitCode.DONE, ExitCode.CONTENT]
    assert (listed in results[0].stdout, results[0].stderr) == (True, UNREAD)
    assert "this folder cannot be read: the disk reports a fault" in results[1].stdout


@contextlib.contextmanager
def scanned(folder: Path) -> Iterator[Iterator[object]]:
    """List a folder on a file system that gives no types, and then cannot look up two.md."""
    with OS_SCANDIR(folder) as listing:
        yield (SimpleNamespace(name=item.name, is_dir=fails) if item.name == "two.md" else item for item in listing)


def fails(**_: object) -> bool:
    raise OSError(errno.EIO, os.strerror(errno.EIO), "two.md")


@pytest.mark.parametrize("words", ["list", "check", "summary", "search heron", ""])
def test_a_file_of_unknown_type_hides_no_other(words: str, bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    begun(bench, Case(words))
    monkeypatch.setattr("mentorlog.journal.folder.os.scandir", scanned)

    result = bench.line(words)

    assert result.exit_code in (ExitCode.DONE, ExitCode.CONTENT)
    assert "One" in result.stdout or "1 entry" in result.stdout


@pytest.mark.parametrize("case", [Case("list"), Case("new 'x'"), Case("new --editor", brings="x", at_terminal=True)])
def test_an_unreadable_note_of_the_journal_does_not_count_as_none(case: Case, bench: Bench) -> None:
    begun(bench, case)

    result = bench.attempt(case, Fault(1, errno.EIO, stays=True), where=r"/state/journal\.toml$").result

    assert result.exit_code == ExitCode.FAILED
    assert "Welcome" not in result.stdout
    assert "journal.toml: the disk reports a fault" in result.stderr


def test_a_damaged_record_that_undoes_itself_gives_no_traceback(bench: Bench) -> None:
    begun(bench, Case("undo", before=("delete bbbb",)))
    [record] = bench.base.glob("state/history/*/000001.json")
    record.write_text(record.read_text("utf-8").replace('"undoes": null', '"undoes": 1'), "utf-8")

    assert bench.attempt(Case("undo")).raised == ""


@pytest.mark.parametrize("name", ["new TEXT", "edit of a value", "delete of two", "undo of a delete", "init"])
def test_an_error_names_the_reason_and_the_file_or_folder(name: str, bench: Bench) -> None:
    silent = []

    for trial in trials(bench, name, errors=[(errno.EIO, False)]):
        message = trial.attempt.result.stderr.split(" Your words are kept")[0]
        [(_, path)] = trial.attempt.disk.failed
        is_named = str(bench.base) in message or Path(path).name in message
        is_told = "could not be read" in message or ("the disk reports a fault" in message and is_named)
        silent += (
            [] if trial.attempt.result.exit_code == ExitCode.DONE or is_told else [f"{trial.attempt}: {message!r}"]
        )

    assert not silent, "\n".join(silent)


def replaced_in_place(path: Path, _: bytes, data: bytes, *_more: object) -> None:
    system = vars(disk)["os"]
    descriptor = system.open(path, os.O_WRONLY | os.O_TRUNC)
    system.write(descriptor, memoryview(data))
    system.close(descriptor)


PLANTED: dict[str, tuple[str, str, object]] = {  # rule: command, the replaced function, and its replacement
    "nothing_is_raised": ("edit of a value", "journal.disk.reason", lambda error: {}[error]),
    "status_0_only_when_done": ("edit of a value", "errors.MentorlogError.exit_code", 0),
    "a_failure_is_one_line": ("edit of a value", "cli.app._tell", lambda *said: [*map(warn, said)]),
    "every_file_is_old_or_new": ("edit of a value", "journal.disk.replace", replaced_in_place),
    "no_text_is_lost": ("delete", "journal.history.History._keep", lambda *_: None),
    "typed_words_are_saved_or_named_or_printed": ("new TEXT", "journal.drafts.Drafts.keep", lambda *_: None),
    "every_message_is_true": ("delete", "journal.changes.Changes._is_untouched", lambda *_: True),
    "nothing_temporary_is_left": ("next done", "journal.disk._forget", lambda _: None),
}


@pytest.mark.parametrize("rule", [rule.__name__ for rule in RULES])
def test_each_rule_sees_a_planted_bug(rule: str, bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    name, target, bug = PLANTED[rule]
    monkeypatch.setattr(f"mentorlog.{target}", bug)

    faults = (fault for trial in trials(bench, name) for fault in trial.faults())

    assert any(f": {rule}: " in fault for fault in faults)
