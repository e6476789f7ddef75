"""Random journals, and all that another person sees of each.

A brief must be the same as the brief of the journal without its private parts. Every eighth journal is shared as well.
"""

import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from leak.author import Author
from leak.reader import brief_of, faults_in, put, somebody_else
from leak.shares import faults_of_sharing

_FORMATS = ("terminal", "markdown", "json", "html")
SHARED_EVERY = 8  # journals between two shared ones; sharing takes as long as reading five
_SELECTORS = (
    (), (), (), ("-d", "critique"), ("--since", "2026-10-05"), ("--until", "2026-10-31"), ("--term", "autumn"),
    ("--limit", "1"), ("--kind", "meeting"), ("--on", "october"), ("--since", "meeting"))  # fmt: skip


def read_one(name: str, base: Path, figures: Counter[str]) -> Iterator[str]:
    """Write one journal, read it as another person, and yield every fault."""
    author = Author(random.Random(name))  # noqa: S311 -- journals, no secrets
    files = author.journal()
    whole = put(base / "whole" / "journal", {name: data for name, (data, _) in files.items()})
    runs = [["--format", form] for form in author.chance.sample(_FORMATS, k=3)]
    author.pick(runs).extend((*author.pick(_SELECTORS), *author.pick(((), (), ("-o", "FILE")))))
    briefs = [(words, brief_of(whole, words)) for words in runs]
    yield from (f"{words}: {fault}" for words, output in briefs for fault in faults_in(output, author))
    left = put(base / "left" / "journal", {name: data for name, (_, data) in files.items()})
    words, expected = author.pick(briefs)
    if brief_of(left, words) != expected:
        yield f"{words}: not what it is without the private parts"
    shown = sum(any(word in output for _, output in briefs) for word in author.places if word.startswith("ok"))
    canaries = sum(word.startswith("qz") for word in author.places)
    figures.update(journals=1, files=len(files), briefs=4, shared_entries=author.shared, canaries=canaries)
    figures.update(journals_that_showed_something=shown > 0, open_words_shown=shown)
    if figures["journals"] % SHARED_EVERY == 0:
        yield from (f"share: {fault}" for fault in faults_of_sharing(author, files, base, figures))


def leaks(count: int, seed: int) -> tuple[Counter[str], list[str]]:
    """Write and read `count` journals; return the figures and every fault."""
    figures: Counter[str] = Counter()
    names = [f"{seed} {number}" for number in range(count)]
    with somebody_else() as base:
        faults = [f"journal {name}: {fault}" for name in names for fault in read_one(name, base, figures)]
    return figures, faults
