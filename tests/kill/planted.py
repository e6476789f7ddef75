"""Faults to plant in the killed process, which prove that the harness detects them."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from mentorlog.journal import disk, drafts, keeper
from mentorlog.render.lines import say


def _plant(owner: object, name: str, value: object) -> None:
    setattr(owner, name, value)


def _write(path: Path, data: bytes, flags: int) -> None:
    """Write like a plain `write_bytes`, but through the `os` of `disk`, so that a kill can come between the calls."""
    system = vars(disk)["os"]
    descriptor = system.open(path, os.O_WRONLY | flags)
    system.write(descriptor, data)
    system.close(descriptor)


def _in_place() -> None:
    _plant(disk, "create", lambda path, data, *_: _write(path, data, os.O_CREAT | os.O_EXCL))
    _plant(disk, "replace", lambda path, _before, data, *_: _write(path, data, os.O_TRUNC))


def _unlink_first() -> None:
    def replace(path: Path, _before: bytes, data: bytes, shared: Path | None = None) -> None:
        vars(disk)["os"].unlink(path)
        disk.create(path, data, shared)

    _plant(disk, "replace", replace)


def _no_drafts() -> None:
    _plant(drafts.Drafts, "keep", lambda *_: None)


def _no_history() -> None:
    real = disk.overwrite

    def overwrite(path: Path, data: bytes) -> None:
        if "history" not in path.parts or path.suffix == ".json":
            real(path, data)

    _plant(disk, "overwrite", overwrite)


def _said_too_soon() -> None:
    real = keeper.Keeper.save

    def save(*words: Any) -> object:  # noqa: ANN401
        say("Saved")
        return real(*words)

    _plant(keeper.Keeper, "save", save)


def _prepared_late() -> None:
    real = disk.create

    def create(path: Path, data: bytes, shared: Path | None = None) -> None:
        real(path, data)
        if shared:
            disk.prepare_shared_copy(path, shared)

    _plant(disk, "create", create)


PLANTED: dict[str, Callable[[], None]] = {
    "nothing": lambda: None,
    "written in place": _in_place,
    "unlinked first": _unlink_first,
    "no drafts": _no_drafts,
    "no history": _no_history,
    "said too soon": _said_too_soon,
    "handed over late": _prepared_late,
}
