"""Locks: one mentorlog writes at a time on this computer."""

import os
from pathlib import Path

import pytest

from mentorlog.journal import locks


def test_a_lock_is_held_once_and_given_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
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


def test_a_lock_is_no_way_to_write_through_a_link(tmp_path: Path) -> None:
    target = tmp_path / "target.txt"
    target.write_bytes(b"words")
    os.symlink(target, tmp_path / "lock")

    with pytest.raises(OSError, match="symbolic"), locks.locked(tmp_path / "lock"):
        pytest.fail("the link was followed")

    assert target.read_bytes() == b"words"
