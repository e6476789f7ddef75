"""Sample bodies of entries, and the sections in them."""

from hypothesis import strategies as st

from mentorlog.entry.sections import sections_of

PIECES = [
    "\n", "\r\n", "\r", "\u2028", "\x0c", "\u00a0", "\ufeff", " ", "\t", "\\", "+++", "---", "===", "```", "~~~", "> ",
    "- ", "**", "#", "## ", "## Critique: ", "Critique", "Just for me", "just_for_me", "## JUST for me", "<h2>", ":",
    "<b>", "&nbsp;", "\u200d", "\u0301", "12. ", "just ", "for ", "me", "\v", "\x85", "&#10;",
    "expansive", "x",
]  # fmt: skip
ANYTHING = st.one_of(st.text(), st.lists(st.sampled_from(PIECES)).map("".join))


def open_text(body: str) -> str:
    return "".join(section.heading + section.raw for section in sections_of(body) if not section.private)


def named(body: str) -> list[str]:
    """Return the kind of each section: a dimension's id, `private`, or "" for the text above the first heading."""
    return [
        "private" if section.private else section.dimension.id if section.dimension else ""
        for section in sections_of(body)
    ]
