"""An entry written without questions: put it in a draft, then save it."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from mentorlog.drafting.details import Details
from mentorlog.entry.compose import Answer
from mentorlog.entry.entry import Entry
from mentorlog.files.toml import Values
from mentorlog.journal.drafts import DraftKeys
from mentorlog.journal.journal import Journal
from mentorlog.journal.keeper import Keeper
from mentorlog.sharing.people import signed


def entry_of_text(details: Details, text: str) -> tuple[Values, list[Answer]]:
    """Make an entry's front matter and body from one text.

    A single dimension becomes the heading. The front matter names several, since the text is about all of them.
    """
    values = {**details.with_title(text), "dimensions": [dimension.id for dimension in details.dimensions]}
    return values, [Answer(text, details.dimensions[0] if len(details.dimensions) == 1 else None)]


def keep_at_once(keeper: Keeper, root: Path | None, values: Values, answers: Sequence[Answer]) -> None:
    """Put an entry into its draft. The draft names the journal at `root`, if there is one yet."""
    ours = DraftKeys(journal=os.path.realpath(root)).values if root else {}
    keeper.keep_entry({**values, **ours}, answers)


def save_at_once(
    keeper: Keeper, find_journal: Callable[[], Journal], values: Values, answers: Sequence[Answer]
) -> tuple[Journal, Entry]:
    """Save an entry that is already in its draft. Raises NotSavedError, even if `find_journal` fails."""
    with keeper.saving():
        journal = find_journal()
    return journal, keeper.save(journal, signed(journal, values), answers)
