"""A conversation in a draft: its progress, the values from flags, and its keeper."""

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
class DraftedConversation(ABC, Generic[W]):
    """A walk and its draft. `values` are for the front matter, from flags or from an earlier draft."""

    walk: W
    values: Values
    keeper: Keeper

    def with_walk(self, walk: W) -> Self:
        """The conversation with another walk."""
        return replace(self, walk=walk)

    def texts(self) -> dict[str, str]:
        """All texts that a person wrote, by their place in the conversation."""
        return dict(self.walk.answers)

    def with_texts(self, texts: Mapping[str, str]) -> Self:
        """The conversation with new texts in the same places."""
        return replace(self, walk=replace(self.walk, answers=dict(texts)))

    def another(self) -> W | None:
        """The walk with another question in place of the present one; None if there is none to take its place."""
        return None

    @abstractmethod
    def keep(self, journal: Journal) -> None:
        """Write everything so far to the draft, with the keys that let the conversation be resumed here."""
