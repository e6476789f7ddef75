"""Rich text on the clipboard, by a program of this computer."""

import sys

from mentorlog.errors import MentorlogError
from mentorlog.programs.installed import installed, output_of, succeeds

_ON_LINUX = {"wl-copy": ("--type", "text/html"), "xclip": ("-selection", "clipboard", "-t", "text/html")}
_TO_RTF = ("textutil", "-stdin", "-format", "html", "-inputencoding", "UTF-8", "-convert", "rtf", "-stdout")
_ON_WINDOWS = (
    "[Console]::InputEncoding = [Text.Encoding]::UTF8; Set-Clipboard -AsHtml -Value ([Console]::In.ReadToEnd())"
)


def copy_rich_text(html: str) -> None:
    """Put HTML on the clipboard as rich text, to paste into an email or a document.

    Raises MentorlogError if no program here can do that.
    """
    if not _copied(html.encode("utf-8")):
        raise MentorlogError(
            "couldn't copy to the clipboard",
            hint="save a file instead: -o FILE.docx. On Linux, wl-copy or xclip lets you copy",
        )


def _copied(data: bytes) -> bool:
    if sys.platform == "darwin":
        rtf = output_of(_TO_RTF, data)
        return rtf is not None and succeeds(("pbcopy",), rtf)
    if sys.platform == "win32":
        return any(succeeds((path, "-NoProfile", "-Command", _ON_WINDOWS), data) for path in installed(["powershell"]))
    return any(succeeds((path, *flags), data) for name, flags in _ON_LINUX.items() for path in installed([name]))
