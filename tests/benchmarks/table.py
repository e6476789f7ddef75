"""Costs as a table in Markdown: one line a row, with the median ratio of the rounds and its quartiles."""

from collections.abc import Sequence
from statistics import median, quantiles

from clock import Cost, FailedError, own_peak
from rows import MIB, Row

HEAD = (
    "| work | against | goal | ratio | in processor time | ours | theirs | met |\n"
    "|---|---|---|---|---|---|---|---|"
)  # fmt: skip
MILLISECONDS = 1000

Round = tuple[Cost, Cost]  # ours, after the subtraction, and theirs


def lines_of(row: Row, rounds: Sequence[Round]) -> list[str]:
    """Return the line of a measured row, and one for its memory if that has a goal."""
    ratios = [ours.wall / theirs.wall for ours, theirs in rounds]
    in_cpu = median(ours.cpu / max(theirs.cpu, 1e-6) for ours, theirs in rounds)
    ours, theirs = (median(costs[side].wall for costs in rounds) for side in (0, 1))
    met = "yes" if median(ratios) <= row.goal else "no"
    measured = f"{_ratio(ratios)} | {in_cpu:.2f} × | {_time(ours)} | {_time(theirs)} | {met} |"
    line = f"| {row.work} | {row.against} | ≤ {row.goal:g} × | {measured}"
    return [line, _memory_line(row, rounds)] if row.memory else [line]


def skipped(row: Row, reason: str) -> str:
    return f"| {row.work} | {row.against} | ≤ {row.goal:g} × | NOT MEASURED: {reason} | | | | |"


def _ratio(ratios: Sequence[float]) -> str:
    """Format the median and the quartiles around it."""
    if len(ratios) == 1:
        return f"{ratios[0]:.2f} ×"
    low, _, high = quantiles(ratios, n=4, method="inclusive")
    return f"{median(ratios):.2f} × ({low:.2f} to {high:.2f})"


def _memory_line(row: Row, rounds: Sequence[Round]) -> str:
    ours, theirs = (max(costs[side].memory for costs in rounds) for side in (0, 1))
    if ours <= own_peak():
        raise FailedError("its memory is hidden under that of the process which measures")
    met = "yes" if ours < row.memory else "no"
    return (
        f"| its peak memory | {row.against} | < {row.memory // MIB} MiB "
        f"| {ours / theirs:.2f} × | | {ours // MIB} MiB | {theirs // MIB} MiB | {met} |"
    )


def _time(seconds: float) -> str:
    return f"{seconds:.2f} s" if seconds >= 1 else f"{seconds * MILLISECONDS:.0f} ms"
