"""What two people settle before the first entry is shared: one sheet to talk through, not a form to sign."""

from dataclasses import dataclass

BLANK = "…" * 24
TITLE = "Before we share anything"


@dataclass(frozen=True, slots=True)
class Point:
    """One thing to settle: a question, and what already holds, or room for an answer."""

    question: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The whole sheet, for the two people named on it."""

    names: tuple[str, str]
    points: tuple[Point, ...]

    @property
    def heading(self) -> str:
        return " and ".join(name or "……………" for name in self.names)


def sheet(ect: str = "", mentor: str = "", folders: tuple[str, ...] = ()) -> Sheet:
    """The sheet for an ECT and a mentor; a name or a folder that is not known is left to be written in."""
    where = tuple(f"Our folder: {folder}" for folder in folders) or (f"Our folders: {BLANK}",)
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
                (
                    "A copy can be taken back at any time, without a reason.",
                    f"We delete what we have of each other's by: {BLANK}",
                ),
            ),
            Point(
                "What if someone asks to see it?",
                (
                    "We tell each other first, and its writer decides. We say no to more than the law asks for.",
                    "A school's drive belongs to the school, which may be able to read what is on it.",
                    f"We would ask: {BLANK}",
                ),
            ),
            Point(
                "What if a child may be at risk?",
                ("That goes to the safeguarding lead the same day. It is not journal material.",),
            ),
            Point("What else matters to either of us?", (BLANK, BLANK)),
            Point("We talked about this on", (BLANK,)),
        ),
    )
