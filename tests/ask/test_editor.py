"""A draft in the person's own editor: the draft survives anything that the editor does to the file."""

from collections.abc import Callable
from pathlib import Path

import pytest

from mentorlog.ask.editor import edited_draft
from mentorlog.errors import ContentError, MentorlogError
from mentorlog.journal.drafts import Drafts
from mentorlog.journal.keeper import Keeper

WORDS = "A kestrel over the field.\n"


@pytest.fixture
def keeper(state: Path) -> Keeper:
    keeper = Keeper(Drafts(state), "20261123-k3f9")
    keeper.keep(WORDS)
    return keeper


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Return a function that makes a shell script the person's editor; "$1" in it is the file to edit."""

    def set_editor(script: str) -> None:
        path = tmp_path / "editor"
        path.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
        path.chmod(0o700)
        monkeypatch.setenv("EDITOR", str(path))

    return set_editor


def test_the_draft_is_the_text_that_the_editor_leaves(
    state: Path, keeper: Keeper, editor: Callable[[str], None]
) -> None:
    editor('printf "A wren.\\n" >> "$1"')

    assert edited_draft(Drafts(state), keeper) == f"{WORDS}A wren.\n".encode() == keeper.path.read_bytes()


@pytest.mark.parametrize(
    ("script", "left"),
    [('rm "$1"', WORDS), ('printf "Half" > "$1"; exit 3', "Half"), ("exit 1", WORDS)],
    ids=["takes the file away", "fails half-way", "fails at once"],
)
def test_the_error_names_the_draft_if_the_editor_fails(
    script: str, left: str, state: Path, keeper: Keeper, editor: Callable[[str], None]
) -> None:
    editor(script)

    with pytest.raises(ContentError) as caught:
        edited_draft(Drafts(state), keeper)

    assert str(caught.value).endswith(f". What there is of your text is kept in {keeper.path}")
    assert keeper.path.read_text("utf-8") == left


def test_a_draft_in_use_in_another_window_is_not_opened(
    state: Path, keeper: Keeper, editor: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mentorlog.journal.locks._WAIT", 0.0)
    editor('printf "A wren.\\n" >> "$1"')

    with Drafts(state).claimed(keeper.id), pytest.raises(MentorlogError, match="open in another window"):
        edited_draft(Drafts(state), keeper)

    assert keeper.path.read_text("utf-8") == WORDS
