"""Code fences that nobody closed, such as one that was open where the open part of an entry ends."""

import re

_FENCE = re.compile(r" {0,3}(?P<marks>`{3,}(?=[^`]*\Z)|~{3,})(?P<rest>.*)\Z")
_NAME = re.compile(r"\s*\S*\s*\Z")  # of a language


def closed(text: str) -> str:
    """`text` with its last fence closed, or without that fence where nothing stands in it."""
    lines = text.split("\n")
    opening = _open_in(lines)
    if opening is None:
        return text
    at, marks, rest = opening
    if any(line.strip() for line in lines[at + 1 :]):
        return f"{text.rstrip()}\n{marks}"
    return closed("\n".join(lines[:at]).rstrip()) if _NAME.match(rest) else text


def _open_in(lines: list[str]) -> tuple[int, str, str] | None:
    """Where the fence that is open after the last of these lines begins, its marks, and what follows them there."""
    found: tuple[int, str, str] | None = None
    for number, line in enumerate(lines):
        fence = _FENCE.match(line)
        if fence and found is None:
            found = (number, fence["marks"], fence["rest"])
        elif fence and found and fence["marks"].startswith(found[1]) and not fence["rest"].strip():
            found = None
    return found
