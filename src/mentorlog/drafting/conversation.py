"""A conversation in a draft: how far it has got, what the flags said, and where its words are kept."""

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
    """A walk and its draft. `values` are for the front matter: what the flags or an earlier draft said."""

    walk: W
    values: Values
    keeper: Keeper

    def with_walk(self, walk: W) -> Self:
        return replace(self, walk=walk)

    def texts(self) -> dict[str, str]:
        """Every text that a person wrote, by its place in the conversation."""
        return dict(self.walk.answers)

    def with_texts(self, texts: Mapping[str, str]) -> Self:
        """The conversation with other texts in the places that `texts` gives them."""
        return replace(self, walk=replace(self.walk, answers=dict(texts)))

    @abstractmethod
    def keep(self, journal: Journal) -> None:
        """Put every word so far into the draft, with what it takes to go on from here."""
