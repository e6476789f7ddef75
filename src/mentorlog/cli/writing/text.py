"""`mentorlog new TEXT`: an entry from the words of the command line, or from a pipe."""

from collections.abc import Sequence
from pathlib import Path

from mentorlog.ask.pipe import read_pipe
from mentorlog.cli.world import World
from mentorlog.cli.writing.flags import new_keeper
from mentorlog.cli.writing.saving import keep_at_once, save_at_once
from mentorlog.drafting.at_once import entry_of_text
from mentorlog.drafting.details import Details
from mentorlog.errors import InputNeededError
from mentorlog.journal.keeper import Keeper
from mentorlog.render.lines import warn
from mentorlog.text import text_from, typed

_PIPE = ["-"]


def save_text(world: World, details: Details, words: Sequence[str], *, as_json: bool) -> None:
    """Save `words` as an entry; a single `-` reads it from a pipe."""
    keeper = new_keeper(world, details.day)
    raw = _piped(world, details, keeper) if words == _PIPE else " ".join(words)
    text, remark = typed(raw)
    if remark:
        warn(remark)
    if not text.strip():
        raise InputNeededError("there is nothing to save", hint='mentorlog new "what you want to keep"')
    save_at_once(world, keeper, *entry_of_text(details, text), as_json=as_json)


def _piped(world: World, details: Details, keeper: Keeper) -> str:
    """Read all text from the pipe. If it breaks off, the text so far goes into the draft."""

    def keep(data: bytes) -> Path | None:
        keep_at_once(world, keeper, *entry_of_text(details, typed(text_from(data))[0]))
        return keeper.path if keeper.is_kept else None

    return text_from(read_pipe(keep))
