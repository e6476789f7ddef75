"""The sheet for a first meeting: what to settle before the first entry is shared. Not a form to sign."""

from collections.abc import Sequence
from dataclasses import dataclass

BLANK = "…" * 24
TITLE = "Before we share anything"
NOTE = "To talk through together, and not a form to sign. Change whatever does not fit the two of you."


@dataclass(frozen=True, slots=True)
class Point:
    """One thing to settle: a question, what already applies, and lines to fill in, each with its first words."""

    question: str
    lines: tuple[str, ...] = ()
    blanks: tuple[str, ...] = ()

    @property
    def all_lines(self) -> list[str]:
        """Every line, with dots for the room to write."""
        return [*self.lines, *(f"{words} {BLANK}".lstrip() for words in self.blanks)]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The whole sheet, for the two people named on it; an unknown name is ""."""

    names: tuple[str, str]
    points: tuple[Point, ...]

    @property
    def heading(self) -> str:
        return " and ".join(name or "……………" for name in self.names)


def sheet(ect: str = "", mentor: str = "", folders: Sequence[tuple[str, str]] = ()) -> Sheet:
    """The sheet for an ECT and a mentor. `folders` pairs a name with the folder of its copies; unknowns stay blank."""
    where = tuple(f"{name}'s copies are in {folder}" if name else f"Copies are in {folder}" for name, folder in folders)
    return Sheet(
        (ect, mentor),
        (
            Point(
                "What is shared?",
                (
                    "Only what its writer marks and hands over, entry by entry.",
                    "What stands under Just for me stays with its writer, and nobody asks how much that is.",
                    "Pupils and colleagues are not named.",
                ),
            ),
            Point(
                "With whom?",
                ("With one another, for our conversations, and with nobody else unless its writer agrees.", *where),
                () if where else ("Our folders:",),
            ),
            Point(
                "What is it not?",
                (
                    "It is not evidence for progress reviews or assessment, and it is never scored.",
                    "A dimension that is quiet is an invitation to both of us, and nobody's gap.",
                ),
            ),
            Point(
                "When is it deleted?",
                ("A copy can be taken back at any time, without a reason.",),
                ("We delete what we have of each other's by:",),
            ),
            Point(
                "What if someone asks to see it?",
                (
                    "We tell each other first, and its writer decides. We say no to more than the law asks for.",
                    "A school's drive belongs to the school, which may be able to read what is on it.",
                ),
                ("We would ask:",),
            ),
            Point(
                "What if a child may be at risk?",
                ("That goes to the safeguarding lead the same day. It is not journal material.",),
            ),
            Point("What else matters to either of us?", blanks=("", "", "")),
            Point("We talked about this on", blanks=("",)),
        ),
    )
