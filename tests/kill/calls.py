"""A substitute for `os` that ends its process at a call that changes files."""

import os
import signal
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NoReturn

from mentorlog.journal import disk, keeper

_CHANGES = {"open", "write", "fsync", "close", "link", "unlink", "replace", "rename", "mkdir", "chmod", "utime"}


@dataclass
class KillingOs:
    """A substitute for the `os` of disk.py: counts the calls that change files, and ends the process at one of them."""

    places: Sequence[Path]
    at: int = 0
    is_after: bool = False
    is_saving: bool = False  # count only from the saving of the entry on
    calls: int = 0
    in_places: list[int] = field(default_factory=list)
    _open: set[int] = field(default_factory=set)  # open descriptors of files in these places

    def take_over(self) -> None:
        """Replace the `os` of this process for good; call it in a child only."""
        vars(disk)["os"] = self
        if self.is_saving:
            whole = keeper.Keeper.save_by

            def save(*words: Any) -> object:  # noqa: ANN401 -- any arguments
                self.calls, self.in_places, self.is_saving = 0, [], False
                return whole(*words)

            vars(keeper)["Keeper"].save_by = save

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 -- any attribute of the module
        real = getattr(os, name)
        return (lambda *args, **more: self._call(name, real, args, more)) if name in _CHANGES else real

    def _call(self, name: str, real: Callable[..., Any], args: tuple[Any, ...], more: dict[str, Any]) -> Any:  # noqa: ANN401
        self.calls += 1
        is_inside = args[0] in self._open or str(args[0]).startswith(tuple(map(str, self.places)))
        if is_inside:
            self.in_places.append(self.calls)
        if self.calls == self.at and not self.is_saving:
            self._last(name, real, args, more)
        result = real(*args, **more)
        if name == "open" and is_inside:
            self._open.add(result)
        elif name == "close":
            self._open.discard(args[0])
        return result

    def _last(self, name: str, real: Callable[..., Any], args: tuple[Any, ...], more: dict[str, Any]) -> NoReturn:
        if self.is_after and name == "write":
            real(args[0], bytes(args[1])[: len(args[1]) // 2])  # a torn write; the next call comes after the whole one
        elif self.is_after:
            real(*args, **more)
        os.kill(os.getpid(), signal.SIGKILL)
        raise AssertionError
