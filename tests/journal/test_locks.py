"""Locks: one mentorlog writes at a time on this computer."""

import os
from pathlib import Path

import pytest

from mentorlog.journal import locks


def test_a_lock_has_one_holder_and_can_be_released(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locks, "_WAIT", 0.0)
    lock = tmp_path / "lock"

    assert not locks.is_locked(lock)
    with locks.locked(lock):
        assert locks.is_locked(lock)
        assert lock.stat().st_mode & 0o777 == 0o600
        with pytest.raises(TimeoutError), locks.locked(lock):
            pytest.fail("two hold one lock")

    assert not locks.is_locked(lock)
    with locks.locked(lock):
        assert locks.is_locked(lock)


def test_a_lock_file_that_is_a_link_is_never_written_through(tmp_path: Path) -> None:
    target = tmp_path / "target.txt"
    target.write_bytes(b"words")
    os.symlink(target, tmp_path / "lock")

    with pytest.raises(OSError, match="symbolic"), locks.locked(tmp_path / "lock"):
        pytest.fail("the link was followed")

    assert target.read_bytes() == b"words"
