"""The unreadable files that can be mended."""

from mentorlog.entry.entry import Unread, read_entry
from mentorlog.entry.mend import mendable

CURLY = "+++\ndate = 2026-11-23\ntitle = “Funnels”\n+++\n\nWords.\n"
UNCLEAR = "+++\ndate = 2026-11-23\ntitle = Funnels\n+++\n\nWords.\n"


def unread(path: str, data: bytes) -> Unread:
    file = read_entry(path, data)
    assert isinstance(file, Unread)
    return file


def test_a_file_with_a_certain_slip_is_given_before_and_after_mending() -> None:
    files = [unread("curly.md", CURLY.encode()), unread("unclear.md", UNCLEAR.encode())]

    assert mendable(files) == {"curly.md": (CURLY, CURLY.replace("“Funnels”", '"Funnels"'))}


def test_a_file_that_is_not_text_is_left_alone() -> None:
    assert mendable([unread("curly.md", CURLY.encode("utf-16"))]) == {}
