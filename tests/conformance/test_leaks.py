"""No private text is shared from any journal, and the search for leaks detects planted ones.

A hundred and twenty journals here, and forty shared ones; `python tests/leak 10000` runs the same loop for a night.
"""

import itertools
import os
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from conftest import Run, Write
from leak.canary import CANARY, entry, everything_seen
from leak.journals import leaks
from leak.reader import somebody_else
from leak.shares import EARLIER, shares
from mentorlog.entry import private, sections
from mentorlog.entry.entry import Entry
from mentorlog.entry.keys import KEYS
from mentorlog.entry.private import PrivateSection
from mentorlog.entry.sections import Section
from mentorlog.journal import disk
from mentorlog.journal.history import Edit
from mentorlog.sharing import copy, share, view
from mentorlog.sharing import handovers as handing_over
from mentorlog.sharing.audience import Audience
from mentorlog.sharing.handovers import Handovers

pytestmark = pytest.mark.slow


def test_briefs_of_random_journals_have_shared_words_and_no_canary() -> None:
    figures, faults = leaks(120, seed=20261123)

    assert faults == []
    assert figures["journals"] == 120
    assert figures["canaries"] > 5_000
    assert figures["journals_that_showed_something"] > 90
    assert figures["open_words_shown"] > 500


PLANTED: dict[
    str, tuple[object, str, object, str]
] = {  # module, function, its replacement, and the place that then leaks
    "every entry is shared": (Entry, "is_shared", property(lambda _: True), "a private entry"),
    "copies are not compared": (view, "disputed", lambda _: [], "a disputed copy"),
    "a file that cannot be read is told of": (view, "_is_marked_shared", lambda _: True, "cannot be read"),
    "what is typed is not looked at": (Section, "open_raw", property(lambda section: section.raw), "typed: "),
    "nothing is private": (sections, "private_level", lambda *_: 0, "a shared entry: "),
    "any heading ends it": (PrivateSection, "ends_at", lambda *_: True, "a shared entry: "),
    "a heading in code ends it": (private, "_fence_after", lambda *_: "", "a shared entry: "),
    "an invisible letter hides it": (private, "_INVISIBLE", (), "a shared entry: "),
    "an underline is not seen": (private, "_UNDERLINE", re.compile("x"), "a shared entry: "),
    "emphasis hides it": (private, "_TAG", re.compile("<b>"), "a shared entry: "),
}


@pytest.mark.parametrize("row", PLANTED)
def test_a_planted_leak_is_detected_and_its_place_is_named(row: str, monkeypatch: pytest.MonkeyPatch) -> None:
    owner, name, leak, place = PLANTED[row]
    monkeypatch.setattr(owner, name, leak)

    _, faults = leaks(25, seed=2)

    assert [fault for fault in faults if place in fault] != []


def test_a_number_that_counts_private_entries_is_detected(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(view, "_is_marked_shared", lambda _: True)

    _, faults = leaks(25, seed=2)

    assert [fault for fault in faults if "of at most" in fault] != []
    assert [fault for fault in faults if "which is even" in fault] != []
    assert [fault for fault in faults if "not what it is without" in fault] != []


@pytest.fixture
def base() -> Iterator[Path]:
    with somebody_else() as folder:
        yield folder


def test_shared_folders_have_every_open_word_and_no_canary(base: Path) -> None:
    figures: Counter[str] = Counter()

    faults = list(shares(40, 20261123, base, figures))

    assert faults == []
    assert figures["copies"] > 50
    assert all(figures[change] > 2 for change in ("made_private", "deleted", "withdrawn", "undone"))


Patch = pytest.MonkeyPatch


def more_in_copies(patch: Patch, more: Callable[[Entry], dict[str, object]]) -> None:
    """Add these keys to every copy."""
    whole = copy._values  # noqa: SLF001
    patch.setattr(copy, "_values", lambda entry, ids: whole(entry, ids) | more(entry))


def whole_body(patch: Patch) -> None:
    patch.setattr(copy, "_is_private_in", lambda _: False)
    patch.setattr(copy, "_body", lambda entry: entry.matter.body)
    patch.setattr(copy, "_said", lambda _: [])


def own_keys(entry: Entry) -> dict[str, object]:
    return {key: value for key, value in entry.matter.values.items() if key not in KEYS and isinstance(value, str)}


def another_text_each_time(patch: Patch) -> None:
    whole, numbers = copy.shared_text, itertools.count()
    patch.setattr(handing_over, "shared_text", lambda *copy: f"{whole(*copy)}\n{next(numbers)}\n")


def own_id_in_settings(patch: Patch) -> None:
    patch.setattr(
        handing_over,
        "_owner_edits",
        lambda journal, folder: [Edit("mentorlog.toml", None, journal.settings.id.encode(), str(folder))],
    )


PLANTED_IN_SHARES: dict[str, tuple[Callable[[Patch], None], str]] = {  # the leak, and the fault that must be reported
    "the whole body is copied": (whole_body, "a shared entry: "),
    "what it follows is always named": (
        lambda patch: more_in_copies(patch, lambda entry: {"follows": entry.head.follows}),
        "the id of a private entry",
    ),
    "keys of one's own are copied": (lambda patch: more_in_copies(patch, own_keys), "what is not in the format"),
    "sections are counted": (
        lambda patch: more_in_copies(patch, lambda entry: {"subject": str(len(entry.sections))}),
        "not what it is without",
    ),
    "a copy is named as the file is": (
        lambda patch: patch.setattr(handing_over, "shared_name", lambda entry: entry.path),
        "the name of a shared entry",
    ),
    "a copy is as old as the file": (
        lambda patch: patch.setattr(disk, "prepare_shared_copy", lambda path, _: os.utime(path, (EARLIER, EARLIER))),
        "was written at",
    ),
    "every entry goes": (
        lambda patch: patch.setattr(share, "consistently_shared", lambda entries: entries),
        "a private entry",
    ),
    "every entry is for everybody": (
        lambda patch: patch.setattr(Audience, "holds", lambda *_: True),
        "an entry for somebody else",
    ),
    "twins both go": (lambda patch: patch.setattr(share, "originals", list), "more copies than"),
    "the settings are copied": (own_id_in_settings, "the settings' id"),
    "sharing again writes again": (another_text_each_time, "sharing again changed"),
    "nothing is ever taken back": (
        lambda patch: patch.setattr(Handovers, "_no_longer_shared", lambda *_: iter(())),
        "not what a first share would make",
    ),
}


@pytest.mark.parametrize("row", PLANTED_IN_SHARES)
def test_a_leak_planted_in_a_share_is_detected(row: str, base: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plant, message = PLANTED_IN_SHARES[row]
    plant(monkeypatch)

    assert any(message in fault for fault in shares(40, 2, base, Counter()))


@pytest.fixture
def seen(journal: Path, write: Write, run: Run, monkeypatch: pytest.MonkeyPatch) -> Callable[[dict[str, str]], str]:
    """Return a function that gives all that another account sees of a journal with these files."""

    def read(files: dict[str, str]) -> str:
        for name, text in files.items():
            write(name, text.encode())
        return everything_seen(run, journal, monkeypatch)

    return read


Seen = Callable[[dict[str, str]], str]
SHARE, WORD = 'share = "mentor"', f"## Critique\n\n{CANARY}\n"
BODY = f"## Critique\n\nI saw the {CANARY} at the window.\n"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_text_after_a_typed_just_for_me_is_not_shared_whatever_the_line_ends(end: str, seen: Seen) -> None:
    text = entry(SHARE, body=f"## Critique\n\nOpen.\n\n\\## Just for me\n\n=={CANARY}==\n")

    assert CANARY not in seen({"one.md": text.replace("\n", end)})


@pytest.mark.parametrize(
    "head", ['[x]\nshare = "mentor"', 'title = """\nshare = "mentor"\n"""\nx = ', '# x\n[[x]]\nshare = "mentor"\nx =']
)
def test_an_unreadable_file_is_named_only_if_share_is_a_key_of_its_own(head: str, seen: Seen) -> None:
    assert CANARY not in seen({f"{CANARY}.md": f"+++\n{head}\n+++\n\nWords.\n"})


DISPUTED = {
    "no id and no words": {
        "a.md": entry(SHARE, f'next = "{CANARY}"', body=""),
        "a (1).md": entry(f'next = "{CANARY}"', body=""),
    },
    "no id and one word": {"a.md": entry(SHARE, body=WORD), "a (1).md": entry(body=WORD)},
    "an id in another case": {"a.md": entry(SHARE, 'id = "a1"', body=BODY), "b.md": entry('id = "A1"', body=BODY)},
    "a name in another case": {"a.md": entry(SHARE, body=BODY), "A.md": entry(body=BODY)},
    "an ending in another case": {"a.md": entry(SHARE, body=BODY), "a.MD": entry(body=BODY)},
    "a name composed otherwise": {"caf\u00e9.md": entry(SHARE, body=BODY), "cafe\u0301.md": entry(body=BODY)},
}


@pytest.mark.parametrize("row", DISPUTED)
def test_an_entry_whose_other_copy_is_private_is_not_shared(row: str, seen: Seen) -> None:
    assert CANARY not in seen(DISPUTED[row])
