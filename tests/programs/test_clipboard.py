"""Rich text goes to the clipboard through a program of this computer."""

import sys
from pathlib import Path

import pytest

from mentorlog.errors import MentorlogError
from mentorlog.programs.clipboard import copy_rich_text
from programs.programs import stand_in

KEEPS = 'open(sys.argv[0] + ".kept", "wb").write(" ".join(arguments).encode() + b" " + sys.stdin.buffer.read())'
CONVERTS = 'sys.stdout.write("rtf of " + sys.stdin.read())'


@pytest.mark.parametrize(
    ("name", "flags"), [("wl-copy", "--type text/html"), ("xclip", "-selection clipboard -t text/html")]
)
def test_on_linux_it_goes_there_as_html(name: str, flags: str, programs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    stand_in(programs, name, KEEPS)

    copy_rich_text("<p>Sŵn</p>")

    assert (programs / f"{name}.kept").read_text("utf-8") == f"{flags} <p>Sŵn</p>"


def test_on_a_mac_it_goes_there_as_rtf(programs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    stand_in(programs, "textutil", CONVERTS)
    stand_in(programs, "pbcopy", KEEPS)

    copy_rich_text("<p>Ticks</p>")

    assert (programs / "pbcopy.kept").read_text("utf-8") == " rtf of <p>Ticks</p>"


def test_on_windows_powershell_takes_it(programs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr("mentorlog.programs.clipboard.installed", lambda _: [str(programs / "powershell")])
    stand_in(programs, "powershell", KEEPS)

    copy_rich_text("<p>Ticks</p>")

    kept = (programs / "powershell.kept").read_text("utf-8")
    assert "Set-Clipboard -AsHtml" in kept
    assert kept.endswith(" <p>Ticks</p>")


@pytest.mark.parametrize("has_one_that_fails", [False, True])
def test_where_nothing_can_do_it_a_file_is_offered(has_one_that_fails: bool, programs: Path) -> None:
    if has_one_that_fails:
        stand_in(programs, "xclip", "sys.exit(1)")

    with pytest.raises(MentorlogError, match="couldn't copy to the clipboard") as error:
        copy_rich_text("<p>Ticks</p>")

    assert "-o FILE.docx" in str(error.value.hint)
