"""The difference between two versions of a text, line by line, in bounded time."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from mentorlog.files.toml import lines_of

_MOST_MATCHED = 4_000_000  # pairs of lines compared; with more, the whole middle counts as different


def difference(before: str, after: str) -> Iterator[str]:
    """Yield the lines that are only in `before`, as `- line`, or only in `after`, as `+ line`, in order.

    They have no line ends. A line of which only the end differs comes twice.
    """
    old, new = lines_of(before), lines_of(after)
    start = _alike(old, new)
    end = _alike(old[start:][::-1], new[start:][::-1])
    old, new = old[start : len(old) - end], new[start : len(new) - end]
    for old_from, old_to, new_from, new_to in _stretches(old, new):
        yield from (f"- {line.rstrip(chr(13) + chr(10))}" for line in old[old_from:old_to])
        yield from (f"+ {line.rstrip(chr(13) + chr(10))}" for line in new[new_from:new_to])


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """The number of lines that both have in common at their start."""
    return next(
        (place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )


def _stretches(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """Yield the stretches that differ: start and end in `old`, start and end in `new`."""
    if len(old) * len(new) > _MOST_MATCHED:
        yield (0, len(old), 0, len(new))
        return
    for tag, old_from, old_to, new_from, new_to in SequenceMatcher(None, old, new).get_opcodes():
        if tag != "equal":
            yield (old_from, old_to, new_from, new_to)
