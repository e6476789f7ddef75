"""A disk that fails at one call or from one call on."""

import errno
import os
import re
from collections.abc import Callable
from dataclasses import dataclass

_ON_PATHS = {"open", "link", "unlink", "replace", "rename", "chmod", "utime", "mkdir", "lstat", "listdir", "scandir"}
_CALLS = _ON_PATHS | {"read", "write", "fsync", "close", "fstat"}
TAKE_ROOM = {"write", "mkdir", "link", "open to make"}  # calls that a full disk refuses


@dataclass(frozen=True)
class Fault:
    """The number of the failing call, from 1, and its error. Without an error, a write takes half of its bytes."""

    at: int
    error: int = 0
    stays: bool = False

    def __str__(self) -> str:
        how = errno.errorcode.get(self.error, "half a write")
        return f"{how} {'for ever from' if self.stays else 'at'} call {self.at}"

    def hits(self, number: int, call: str) -> bool:
        if number < self.at or (number > self.at and not self.stays):
            return False
        return call == "write" if not self.error else self.error != errno.ENOSPC or call in TAKE_ROOM


NO_FAULT = Fault(1_000_000)


class Disk:
    """A substitute `os` for disk.py, locks.py and listings: notes calls on paths like `where`, and fails some."""

    def __init__(self, fault: Fault, where: str, *, has_links: bool) -> None:
        self.calls: list[str] = []
        self.failed: list[tuple[str, str]] = []
        self._fault, self._has_links = fault, has_links
        self._concerns = re.compile(where).search
        self._open: dict[object, str] = {}

    def __getattr__(self, name: str) -> object:
        real = getattr(os, name)
        return self.watched(name, real) if name in _CALLS else real

    def watched(self, name: str, real: Callable[..., object]) -> Callable[..., object]:
        def call(*args: object, **more: object) -> object:
            path = str(args[0]) if name in _ON_PATHS else self._open.get(args[0], "")
            if self._concerns(path):
                makes = name == "open" and bool(int(str(args[1])) & os.O_CREAT)
                self.calls.append("open to make" if makes else name)
                if self._fault.hits(len(self.calls), self.calls[-1]):
                    return self._fail(name, path, real, args)
            if name == "link" and not self._has_links:
                raise PermissionError(errno.EPERM, "no links", path)
            made = real(*args, **more)
            self._open.update({made: path} if name == "open" else {})
            return made

        return call

    def _fail(self, name: str, path: str, real: Callable[..., object], args: tuple[object, ...]) -> object:
        self.failed.append((name, path))
        if name == "close":
            real(*args)  # a failing close still closes
        if not self._fault.error:
            assert isinstance(args[1], memoryview)
            return real(args[0], args[1][: (len(args[1]) + 1) // 2])
        names = [path, None, str(args[1])] if name in {"link", "replace", "rename"} else [path]
        raise OSError(self._fault.error, os.strerror(self._fault.error), *(names if name in _ON_PATHS else []))
