"""Ends that come from outside: a closed terminal, a polite kill."""

import contextlib
import signal
from collections.abc import Iterator
from types import FrameType
from typing import NoReturn


@contextlib.contextmanager
def ended_by_signals() -> Iterator[None]:
    """A closed terminal or a polite kill ends the conversation as Ctrl-C does: what is typed goes into the draft."""

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
    """Hold back Ctrl-C, a hang-up and a polite kill until what is inside is done, where this system can."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM, signal.SIGHUP})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
