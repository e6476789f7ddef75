"""Measure how many names the guard finds and how often it is wrong: `python tests/guard/measure_names.py [SET …]`.

The texts in `corpora/` are made up in the style of tired teachers, with names in double braces. The rules and lists
come from the five sets in `seen/`. Those in `unseen/` were written after the rules and serve for the figures only: if
you make a rule or a word from them, move them to `seen/6` and write new ones.
"""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from mentorlog.files import toml
from mentorlog.guard.names import Flag, flags

FOLDER = Path(__file__).parent / "corpora"
SETS = ("seen/1", "seen/2", "seen/3", "seen/4", "seen/5", "unseen")
DRAWN = tuple(name for name in SETS if (FOLDER / name / "templates.txt").is_file())
DRAWS = 20  # how many times each template is filled with new names
PER = 300  # words: about one entry
_SEED = re.compile(r"\{\{(.*?)\}\}")
_SLOT = re.compile(r"\{\{?(\w+)\}\}?")
_WORD = re.compile(r"[^\W_]+")
_POSSESSIVE = re.compile(r"['’]s?\Z")


@dataclass(frozen=True, slots=True)
class Marked:
    """A text without its braces, and the places of its names."""

    title: str
    text: str
    seeds: Sequence[tuple[int, int]]


@dataclass(slots=True)
class Figures:
    """The results of the guard on a set of texts."""

    words: int = 0
    seeds: int = 0
    missed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        return 1 - len(self.missed) / self.seeds

    @property
    def false_per_entry(self) -> float:
        """False flags in 300 words."""
        return len(self.wrong) * PER / self.words


def marked(title: str, text: str) -> Marked:
    seeds, plain, at = [], "", 0
    for seed in _SEED.finditer(text):
        plain += text[at : seed.start()]
        seeds.append((len(plain), len(plain) + len(seed[1])))
        plain, at = plain + seed[1], seed.end()
    return Marked(title, plain + text[at:], seeds)


def texts_in(name: str) -> Iterator[tuple[str, str]]:
    """Return the texts of a file, each with its title after `%% `; without titles, every line is a text."""
    whole = (FOLDER / f"{name}.txt").read_text("utf-8")
    for block in whole.split("%% ")[1:]:
        title, _, text = block.partition("\n")
        yield title, text.strip() + "\n"
    if "%% " not in whole:
        yield from ((name, f"{line}\n") for line in whole.splitlines())


def texts_of(name: str) -> list[Marked]:
    """Return the texts of a set that are measured as they are."""
    files = [path.stem for path in sorted((FOLDER / name).glob("*.txt")) if path.stem != "templates"]
    return [marked(title, text) for file in files for title, text in texts_in(f"{name}/{file}")]


def drawn_texts(name: str) -> list[Marked]:
    """Fill the templates of a set with names from its own list; every run draws the same names."""
    lists = toml.parse((FOLDER / f"{name}/drawn-names.toml").read_text("utf-8"))
    chance = random.Random("mentorlog")  # noqa: S311 -- a draw that can be repeated
    return [
        marked(title, _SLOT.sub(lambda slot: "{{" + _drawn(slot[1], lists, chance) + "}}", text))
        for title, text in texts_in(f"{name}/templates")
        for _ in range(DRAWS)
    ]


def _drawn(slot: str, lists: dict[str, list[str]], chance: random.Random) -> str:
    def one(key: str) -> str:
        return chance.choice(lists[key])

    match slot:
        case "full":
            return f"{one('first')} {one('surnames')}"
        case "staff":
            return f"{one('titles')} {one('surnames')}"
        case "surname":
            return one("surnames")
        case "initial":
            return one("initials")
        case _:
            return one({"email": "emails", "phone": "phones", "upn": "upns"}.get(slot, slot))


def measured(texts: Sequence[Marked]) -> Figures:
    """Measure some texts. A name is found if flags cover all its words; a flag is false if it has any other word."""
    figures = Figures()
    for text in texts:
        flagged = flags(text.text)
        figures.words += len(text.text.split())
        figures.seeds += len(text.seeds)
        figures.missed += [_shown(text, *seed) for seed in text.seeds if not _is_found(text, seed, flagged)]
        figures.wrong += [_shown(text, flag.start, flag.end) for flag in flagged if _is_wrong(text, flag)]
    return figures


def _words_in(text: str, start: int, end: int) -> list[tuple[int, int]]:
    return [(start + word.start(), start + word.end()) for word in _WORD.finditer(text[start:end])]


def _is_found(text: Marked, seed: tuple[int, int], found: Sequence[Flag]) -> bool:
    words = [(start, end) for start, end in _words_in(text.text, *seed) if text.text[start:end] != "and"]
    return all(any(flag.start <= start and end <= flag.end for flag in found) for start, end in words)


def _is_wrong(text: Marked, flag: Flag) -> bool:
    end = flag.end - len(possessive[0]) if (possessive := _POSSESSIVE.search(flag.words)) else flag.end
    return not all(
        any(first <= start and stop <= last for first, last in text.seeds)
        for start, stop in _words_in(text.text, flag.start, end)
    )


def _shown(text: Marked, start: int, end: int) -> str:
    around = text.text[max(start - 30, 0) : start] + "[" + text.text[start:end] + "]" + text.text[end : end + 25]
    return f"{text.title}: {' '.join(around.split())}"


def all_figures() -> dict[str, Figures]:
    written = {name: measured(texts_of(name)) for name in SETS}
    return written | {f"{name}, names drawn": measured(drawn_texts(name)) for name in DRAWN}


def main(shown: Sequence[str]) -> None:
    """Print the figures; for the sets named in `shown`, print missed names and false flags too."""
    for name, figures in all_figures().items():
        print(
            f"{name}: {figures.words:,} words, {figures.seeds} names, {figures.recall:.1%} found, "
            f"{len(figures.wrong)} false flags, {figures.false_per_entry:.2f} in {PER} words"
        )
        if name in shown:
            print(*(f"  missed  {line}" for line in figures.missed), sep="\n")
            print(*(f"  wrong   {line}" for line in figures.wrong), sep="\n")


if __name__ == "__main__":
    import sys

    main(sys.argv[1:])
