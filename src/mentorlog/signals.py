"""Signals that end a program: Ctrl-C, a closed terminal, SIGTERM."""

import contextlib
import signal
from collections.abc import Iterator
from types import FrameType
from typing import NoReturn


@contextlib.contextmanager
def ended_by_signals() -> Iterator[None]:
    """Turn SIGHUP and SIGTERM into SystemExit, so that typed words still go into the draft, as at Ctrl-C."""

    def end(number: int, _frame: FrameType | None) -> NoReturn:
        for name in (*names, "SIGINT"):  # a closing terminal sends several; the first is enough
            signal.signal(getattr(signal, name), signal.SIG_IGN)
        raise SystemExit(128 + number)

    names = [name for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = {name: signal.signal(getattr(signal, name), end) for name in names}
    before["SIGINT"] = signal.getsignal(signal.SIGINT)
    try:
        yield
    finally:
        for name, handler in before.items():
            signal.signal(getattr(signal, name), handler)


@contextlib.contextmanager
def unbroken() -> Iterator[None]:
    """Hold back Ctrl-C, SIGHUP and SIGTERM until the block is done, on systems that can."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM, signal.SIGHUP})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
