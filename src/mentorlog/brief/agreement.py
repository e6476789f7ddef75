"""What two people settle before the first entry is shared: one sheet to talk through, not a form to sign."""

from collections.abc import Sequence
from dataclasses import dataclass

BLANK = "…" * 24
TITLE = "Before we share anything"
NOTE = "To talk through together, and not a form to sign. Change whatever does not fit the two of you."


@dataclass(frozen=True, slots=True)
class Point:
    """One thing to settle: a question, what already holds, and room to write, each `blank` after its first words."""

    question: str
    lines: tuple[str, ...] = ()
    blanks: tuple[str, ...] = ()

    @property
    def all_lines(self) -> list[str]:
        """Every line, where dots stand for the room."""
        return [*self.lines, *(f"{words} {BLANK}".lstrip() for words in self.blanks)]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The whole sheet, for the two people named on it; a name that is not known is empty."""

    names: tuple[str, str]
    points: tuple[Point, ...]

    @property
    def heading(self) -> str:
        return " and ".join(name or "……………" for name in self.names)


def sheet(ect: str = "", mentor: str = "", folders: Sequence[tuple[str, str]] = ()) -> Sheet:
    """The sheet for an ECT and a mentor; `folders` are whose copies are where. What is not known is left blank."""
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
