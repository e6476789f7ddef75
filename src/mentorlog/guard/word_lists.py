"""The lists in `words/`: read, and their patterns compiled, when they are first needed.

A line that begins with `#` is a remark. `name = …` begins a list, and the indented lines below go on with it; every
other line belongs to the file's own list. `<name>` in a list stands for any line of that list, `<file.name>` for one of
a list in another file. The code asks for "file.name", or for "file" to have the file's own list.
"""

import pkgutil
import re
from collections import defaultdict
from functools import cache

_ROW = re.compile(r"(?:(?P<name>\w+) =|(?P<indent> )|(?=[^#\s]))\s*(?P<text>.*)")  # neither a remark nor blank
_USE = re.compile(r"(?<!P)<([\w.-]+)>")  # `(?P<name>…)` is a group


@cache
def lines(name: str) -> tuple[str, ...]:
    """The lines of a list, with the lists that they use filled in. Raises KeyError if there is none of this name."""
    file, _, part = name.partition(".")
    return tuple(_USE.sub(lambda use: _any_of(use[1], file), line) for line in _lists_in(file)[part])


@cache
def words(*names: str) -> frozenset[str]:
    """The words of one list, or of several together."""
    return frozenset(word for name in names for line in lines(name) for word in line.split())


@cache
def pattern(name: str) -> re.Pattern[str]:
    """The regular expression that matches any line of a list."""
    return re.compile("|".join(lines(name)))


def _any_of(name: str, file: str) -> str:
    return f"(?:{'|'.join(lines(name if '.' in name else f'{file}.{name}'))})"


@cache
def _lists_in(file: str) -> dict[str, list[str]]:
    """The lists of a file by name, as they are written; the file's own list has the name ""."""
    lists: dict[str, list[str]] = defaultdict(list)
    name = ""
    text = (pkgutil.get_data("mentorlog.guard", f"words/{file}.txt") or b"").decode("utf-8")
    for row in filter(None, map(_ROW.match, text.splitlines())):
        name = name if row["indent"] else row["name"] or ""
        lists[name] += [row["text"]] if row["text"] else []
    return dict(lists)
