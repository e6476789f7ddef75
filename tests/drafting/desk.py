"""Sam's desk: a journal, the folder that Priya shares with Sam, and this account's drafts."""

from dataclasses import dataclass
from pathlib import Path

from mentorlog.entry.entry import Entry
from mentorlog.journal.drafts import Draft, Drafts
from mentorlog.journal.folder import Contents
from mentorlog.journal.journal import Journal
from mentorlog.journal.keeper import Keeper
from mentorlog.journal.settings import Person, Settings


@dataclass(frozen=True)
class Desk:
    """Empty folders of the two people; with `is_alone`, Sam shares with nobody."""

    base: Path
    is_alone: bool = False

    @property
    def priya(self) -> Person:
        return Person("Priya", "mentor", str(self.base / "from-sam"), str(self.base / "from-priya"))

    @property
    def journal(self) -> Journal:
        people = () if self.is_alone else (self.priya,)
        return Journal(self.base / "sam", self.base / "state", Settings(id="sam1", name="Sam", people=people))

    @property
    def drafts(self) -> Drafts:
        return Drafts(self.base / "state")

    @property
    def contents(self) -> Contents:
        return self.journal.read()

    def keeper(self, letters: str = "k3f9") -> Keeper:
        return Keeper(self.drafts, f"20261123-{letters}")

    def writes(self, letters: str, *lines: str, body: str = "Words.", who: str = "sam") -> Path:
        """Write an entry of Friday 20 November into a folder, as an editor would."""
        folder = self.base / ("sam" if who == "sam" else "from-priya")
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"2026-11-20-{letters}.md"
        head = "\n".join([f'id = "20261120-{letters}"', "date = 2026-11-20", *lines])
        path.write_text(f"+++\n{head}\n+++\n\n{body}\n", "utf-8")
        return path

    def entry(self, letters: str) -> Entry:
        return next(entry for entry in self.contents.entries if entry.short_id == letters)

    def draft(self) -> Draft:
        """The only draft that there is."""
        [draft] = self.drafts.all()
        return draft


def desk_at(base: Path, *, is_alone: bool = False) -> Desk:
    for name in ("sam", "from-priya"):
        (base / name).mkdir()
    return Desk(base, is_alone)
