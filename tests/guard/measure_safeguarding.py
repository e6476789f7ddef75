"""Measure how many lines about a child at risk are recognised: `python tests/guard/measure_safeguarding.py`.

The lines in `risk_lines/` are made up, and were written before the patterns. The patterns come from `seen/`; the lines
in `unseen/` serve for the figures only.
"""

from collections.abc import Sequence
from pathlib import Path

from mentorlog.guard.safeguarding import is_risk

FOLDER = Path(__file__).parent / "risk_lines"
SETS = ("seen", "unseen")


def lines_of(name: str) -> list[str]:
    return (FOLDER / f"{name}.txt").read_text("utf-8").splitlines()


def share(lines: Sequence[str], *, at_risk: bool) -> float:
    """Return the share of lines that the guard judges rightly."""
    return sum(is_risk(line) == at_risk for line in lines) / len(lines)


def main() -> None:
    for name in SETS:
        seen, quiet = lines_of(f"{name}/at-risk"), lines_of(f"{name}/quiet")
        print(
            f"{name}: {share(seen, at_risk=True):.1%} of {len(seen)} lines about a child at risk are seen, "
            f"{share(quiet, at_risk=False):.1%} of {len(quiet)} others are passed over"
        )


if __name__ == "__main__":
    main()
