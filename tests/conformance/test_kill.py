"""kill -9 at any moment of a change: old or new, never half, no word lost, and the next command works.

Sixty kills here; `kill_many.py 10000` beside this file is the same loop for a night.
"""

import pytest
from kill_many import LIVES, kills

pytestmark = pytest.mark.terminal


def test_whatever_is_killed_leaves_the_old_or_the_new_and_no_word_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MENTORLOG_JOURNAL", "")  # which the loop sets, and which is put back afterwards

    done, faults = kills(60, seed=20261123)

    assert faults == []
    assert sum(done.values()) == 60
    assert {name.rpartition(", ")[0] for name in done} == set(LIVES)
    assert {name.rpartition(", ")[2] for name in done} == {"old", "new"}
