"""A PDF is made by a program of this computer, without the network, and nothing stays behind."""

import os
import shutil
from pathlib import Path

import pytest

from mentorlog.errors import MentorlogError
from mentorlog.programs.pages import forget_pages
from mentorlog.programs.pdf import pdf_of
from programs.programs import stand_in

PRINTS = """
[made] = [a.partition("=")[2] for a in arguments if a.startswith("--print-to-pdf=")]
source = arguments[-1].removeprefix("file://")
open(made, "wb").write(b"%PDF-1.4 " + open(source, "rb").read())
"""
CONVERTS = """
folder, source = arguments[-2:]
open(os.path.join(folder, "page.pdf"), "wb").write(b"%PDF-1.7 " + open(source, "rb").read())
"""
WRITES_ITS_ARGUMENTS = 'open(os.path.join(os.path.dirname(sys.argv[0]), "arguments"), "w").write("\\n".join(arguments))'


def page() -> str:
    return "<p>The tick told me.</p>"


def document() -> bytes:
    return b"a document"


def test_a_browser_prints_the_page(programs: Path, tmp_path: Path) -> None:
    stand_in(programs, "chromium", PRINTS)

    assert pdf_of(page, document, tmp_path) == b"%PDF-1.4 <p>The tick told me.</p>"
    assert list((tmp_path / "pages").iterdir()) == []


def test_libreoffice_prints_the_document_where_there_is_no_browser(programs: Path, tmp_path: Path) -> None:
    stand_in(programs, "soffice", CONVERTS)

    assert pdf_of(page, document, tmp_path) == b"%PDF-1.7 a document"
    assert list((tmp_path / "pages").iterdir()) == []


@pytest.mark.parametrize("fault", ["sys.exit(1)", "sys.exit(0)", PRINTS.replace("%PDF-1.4", "no pdf")])
def test_the_next_program_is_tried_if_one_cannot_do_it(programs: Path, tmp_path: Path, fault: str) -> None:
    stand_in(programs, "chromium", fault)
    stand_in(programs, "msedge", PRINTS)

    assert pdf_of(page, document, tmp_path).startswith(b"%PDF-1.4")


def test_the_browser_has_a_profile_of_its_own_and_looks_no_name_up(programs: Path, tmp_path: Path) -> None:
    stand_in(programs, "chromium", f"{WRITES_ITS_ARGUMENTS}\n{PRINTS}")

    pdf_of(page, document, tmp_path)

    arguments = (programs / "arguments").read_text().splitlines()
    assert "--host-resolver-rules=MAP * ~NOTFOUND" in arguments
    assert any(argument.startswith(f"--user-data-dir={tmp_path / 'pages'}") for argument in arguments)


def test_without_any_program_it_says_what_would_do_it(programs: Path, tmp_path: Path) -> None:
    with pytest.raises(MentorlogError, match="Chrome, Edge, Chromium or LibreOffice") as error:
        pdf_of(page, document, tmp_path)

    assert error.value.hint == "-o FILE.docx, or --open and print from your browser"
    assert list((tmp_path / "pages").iterdir()) == []
    assert list(programs.iterdir()) == []


@pytest.mark.browser
@pytest.mark.skipif(shutil.which("chromium") is None, reason="there is no chromium here")
def test_chromium_makes_a_real_pdf(tmp_path: Path) -> None:
    assert pdf_of(page, document, tmp_path).rstrip().endswith(b"%%EOF")
    assert list((tmp_path / "pages").iterdir()) == []


def test_what_a_killed_program_left_is_swept_and_a_purge_forgets_every_page(programs: Path, tmp_path: Path) -> None:
    stand_in(programs, "chromium", PRINTS)
    left = tmp_path / "pages" / "pdf-killed"
    left.mkdir(parents=True)
    (left / "page.html").write_text("words")
    os.utime(left, (0, 0))

    pdf_of(page, document, tmp_path)
    swept = not left.exists()
    (tmp_path / "pages" / "brief.docx").write_text("words")
    forget_pages(tmp_path)

    assert swept
    assert not (tmp_path / "pages").exists()
