"""The brief and the agreement as a page, in a file, in the browser or on the clipboard."""

import webbrowser
from pathlib import Path

import docx
import pytest

from conftest import Run, Write
from mentorlog.cli.output import Destination, Format
from mentorlog.errors import ExitCode

HEAD = 'date = 2026-11-20\ntitle = "Ticks <b>"\nshare = "mentor"\n'
ENTRY = f"+++\n{HEAD}+++\n\n## Critique\n\nThe tick told me. And more of it.\n"


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the list of addresses that commands open in the browser."""
    addresses: list[str] = []

    def note(address: str) -> bool:
        addresses.append(address)
        return True

    monkeypatch.setattr(webbrowser, "open", note)
    return addresses


@pytest.mark.parametrize(
    ("asked_for", "output", "is_opened", "as_json", "form"),
    [
        (Format.TERMINAL, None, False, False, Format.TERMINAL),
        (Format.TERMINAL, None, True, False, Format.HTML),
        (Format.TERMINAL, "page.html", False, False, Format.HTML),
        (Format.TERMINAL, "PAGE.HTM", False, False, Format.HTML),
        (Format.TERMINAL, "page.md", False, False, Format.MARKDOWN),
        (Format.TERMINAL, "page.docx", False, False, Format.DOCX),
        (Format.TERMINAL, "page.pdf", True, False, Format.PDF),
        (Format.TERMINAL, "page.json", False, True, Format.JSON),
        (Format.MARKDOWN, "page.txt", False, False, Format.MARKDOWN),
        (Format.PDF, None, True, False, Format.PDF),
    ],
)
def test_the_format_is_the_one_asked_for_or_else_follows_from_the_destination(
    asked_for: Format, output: str | None, is_opened: bool, as_json: bool, form: Format
) -> None:
    path = Path(output) if output else None

    assert Destination(path, is_opened).form(asked_for, as_json=as_json) is form


@pytest.mark.parametrize("name", ["page.txt", "page", "page.doc", "page.html.bak", ".html"])
def test_an_ending_that_is_not_known_is_refused_before_anything_is_written(
    name: str, write: Write, tmp_path: Path, run: Run
) -> None:
    write("one.md", ENTRY)

    result = run(["summary", "-o", str(tmp_path / name)])

    assert result.exit_code == ExitCode.USAGE
    assert f"{name}: mentorlog can't write this kind of file" in result.stderr
    assert ".docx (Word), .pdf, .html, .md or .json" in result.stderr
    assert not (tmp_path / name).exists()


@pytest.mark.parametrize(("form", "name"), [("html", "page.md"), ("markdown", "page.html"), ("json", "page.docx")])
def test_a_form_that_does_not_fit_the_ending_is_refused(
    form: str, name: str, write: Write, tmp_path: Path, run: Run
) -> None:
    write("one.md", ENTRY)

    result = run(["summary", "--format", form, "-o", str(tmp_path / name)])

    assert result.exit_code == ExitCode.USAGE
    assert f"{name} can't hold {form}" in result.stderr
    assert not (tmp_path / name).exists()


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_a_file_that_is_no_text_is_never_printed(form: str, write: Write, run: Run) -> None:
    write("one.md", ENTRY)

    result = run(["summary", "--format", form])

    assert result.exit_code == ExitCode.USAGE
    assert result.stdout == ""
    assert f"-o FILE.{form}" in result.stderr


def test_a_brief_can_be_a_word_document(write: Write, tmp_path: Path, run: Run) -> None:
    write("one.md", ENTRY)

    results = [run(["summary", "-o", str(tmp_path / "brief.docx")]), run(["agree", "-o", str(tmp_path / "sheet.docx")])]

    assert [result.exit_code for result in results] == [ExitCode.DONE] * 2
    brief, sheet = (docx.Document(str(tmp_path / name)) for name in ("brief.docx", "sheet.docx"))
    assert "Before we meet: Sam" in [paragraph.text for paragraph in brief.paragraphs]
    assert "“The tick told me. And more of it.”" in [paragraph.text for paragraph in brief.paragraphs]
    assert "What is shared?" in [paragraph.text for paragraph in sheet.paragraphs]


def test_a_document_for_somebody_else_holds_only_what_is_shared(write: Write, tmp_path: Path, run: Run) -> None:
    write("one.md", ENTRY)
    write("two.md", ENTRY.replace('share = "mentor"\n', "").replace("The tick", "PRIVATE"))

    run(["summary", "-o", str(tmp_path / "brief.docx")])

    words = "\n".join(paragraph.text for paragraph in docx.Document(str(tmp_path / "brief.docx")).paragraphs)
    assert "The tick told me." in words
    assert "PRIVATE" not in words


def test_a_file_that_is_there_is_not_overwritten(write: Write, tmp_path: Path, run: Run) -> None:
    write("one.md", ENTRY)
    (tmp_path / "brief.docx").write_text("mine")

    result = run(["summary", "-o", str(tmp_path / "brief.docx")])

    assert "already exists, and mentorlog won't overwrite it" in result.stderr
    assert (tmp_path / "brief.docx").read_text() == "mine"


@pytest.mark.parametrize("words", ["--format html", "--format html -o page.html", "-o page.html"])
def test_a_brief_can_be_a_page(
    words: str, write: Write, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("one.md", ENTRY)
    monkeypatch.chdir(tmp_path)

    result = run(f"summary {words}")

    page = (tmp_path / "page.html").read_text("utf-8") if "-o" in words else result.stdout
    assert result.exit_code == ExitCode.DONE
    assert page.startswith("<!doctype html>")
    assert "The tick told me." in page
    assert "Ticks &lt;b&gt;" in page
    assert "script" not in page.casefold()


def test_an_opened_page_is_kept_in_the_state_folder_for_this_account_only(
    write: Write, state: Path, run: Run, opened: list[str]
) -> None:
    write("one.md", ENTRY)

    results = [run("summary --open"), run("summary --open"), run("agree --open")]

    pages = sorted((state / "pages").iterdir())
    assert [result.exit_code for result in results] == [ExitCode.DONE] * 3
    assert [page.name for page in pages] == ["agreement.html", "brief.html"]
    assert {page.stat().st_mode & 0o777 for page in pages} == {0o600}
    assert opened == [pages[1].as_uri(), pages[1].as_uri(), pages[0].as_uri()]


@pytest.mark.parametrize(
    ("form", "suffix"), [("markdown", ".md"), ("json", ".json"), ("html", ".html"), ("docx", ".docx")]
)
def test_an_opened_file_has_the_ending_of_its_format(
    form: str, suffix: str, write: Write, state: Path, run: Run, opened: list[str]
) -> None:
    write("one.md", ENTRY)

    results = [run(f"summary --format {form} --open"), run(f"agree --format {form} --open")]

    names = [f"agreement{suffix}", f"brief{suffix}"]
    assert [result.exit_code for result in results] == [ExitCode.DONE] * 2
    assert sorted(page.name for page in (state / "pages").iterdir()) == names
    assert sorted(address.rpartition("/")[2] for address in opened) == names


def test_a_written_file_can_be_opened_too(write: Write, tmp_path: Path, run: Run, opened: list[str]) -> None:
    write("one.md", ENTRY)

    result = run(["summary", "-o", str(tmp_path / "my page.html"), "--open"])

    assert result.exit_code == ExitCode.DONE
    assert opened == [(tmp_path / "my page.html").as_uri()]


@pytest.mark.parametrize("form", ["terminal", "markdown", "html", "json"])
def test_the_agreement_is_one_sheet_in_every_format(form: str, journal: Path, run: Run) -> None:
    run(["share", "--with", "Priya", "--to", str(journal.parent / "for-priya"), "--yes"])

    result = run(f"agree --format {form}")

    assert result.exit_code == ExitCode.DONE
    for words in (
        "Sam",
        "Priya",
        "What is shared?",
        "With whom?",
        "When is it deleted?",
        "asks to see it",
        "for-priya",
    ):
        assert words in result.stdout.replace("\\", "")
    assert len(result.stdout.splitlines()) < 90 or form == "html"


def test_the_agreement_says_whose_copies_are_where(journal: Path, run: Run) -> None:
    run(["init", str(journal), "--with", "Priya", "--to", "~/for-priya", "--from", "~/from-priya"])
    named = run("agree").stdout
    settings = journal / "mentorlog.toml"
    settings.write_text(settings.read_text("utf-8").replace('name = "Sam"\n', "", 1), "utf-8")

    assert "  Sam's copies are in ~/for-priya\n  Priya's copies are in ~/from-priya\n" in named
    assert "  Copies are in ~/for-priya\n" in run("agree").stdout


def test_the_agreement_needs_no_journal(run: Run) -> None:
    result = run("agree")

    assert result.exit_code == ExitCode.DONE
    assert "…" in result.stdout.splitlines()[1]
