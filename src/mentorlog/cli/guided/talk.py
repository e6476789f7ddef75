"""A conversation on its way: what has been said, what the flags said, and the draft that holds both."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Generic, Self, TypeVar

from mentorlog.conversation.walk import Walk
from mentorlog.files.toml import Values
from mentorlog.journal.journal import Journal
from mentorlog.journal.keeper import Keeper

W = TypeVar("W", bound=Walk)


@dataclass(frozen=True)
class Talk(ABC, Generic[W]):
    """A walk, with what the flags said and where its words are kept."""

    walk: W
    values: Values
    keeper: Keeper

    def with_walk(self, walk: W) -> Self:
        return replace(self, walk=walk)

    def texts(self) -> dict[str, str]:
        """What somebody wrote, by where it stands."""
        return dict(self.walk.answers)

    def with_texts(self, texts: Mapping[str, str]) -> Self:
        """The same conversation in other words."""
        return replace(self, walk=replace(self.walk, answers=dict(texts)))

    @abstractmethod
    def keep(self, journal: Journal) -> None:
        """Put every word so far into the draft, with what it takes to go on from here."""
