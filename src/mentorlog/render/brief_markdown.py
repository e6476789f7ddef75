"""The brief as markdown, to be printed, sent or pasted. The writer's words stay words: nothing in them is markup."""

import re
from collections.abc import Iterator

from mentorlog.brief.brief import Brief
from mentorlog.render.brief_parts import Row, brief_title, nothing_yet, parts, tension_line
from mentorlog.text import safe_line

_ACTIVE = re.compile(r"[\\`*_<\[\]#|~&]|\A(?:[-+>=]|\d{1,9}[.)])")  # a list's number has at most nine digits


def brief_markdown(brief: Brief) -> str:
    """One page, with the same nine parts as at the terminal."""
    return "\n".join(_lines(brief)).rstrip() + "\n"


def words(text: str) -> str:
    """Somebody's words on one line, with a backslash before whatever markdown would act on."""
    return _ACTIVE.sub(lambda match: f"{match[0][:-1]}\\{match[0][-1]}", safe_line(text))


def _lines(brief: Brief) -> Iterator[str]:
    yield from (f"# {words(brief_title(brief))}", "", brief.notice, "")
    if brief.is_empty:
        yield from (nothing_yet(brief), "")
    for name, rows in parts(brief):
        yield from (f"## {words(name)}", "")
        for row in rows:
            yield from _row(row)
        yield ""
    if brief.tension:
        yield f"*{tension_line(brief.tension)}*"


def _row(row: Row) -> list[str]:
    said = words(row.words)
    if row.kind == "said":
        who = f"{words(row.who)}: " if row.who else ""
        return [f"- {who}{said} ({words(row.where)})"]
    if row.kind == "quote":
        return [f"> “{said}”", ">", f"> {words(row.where)}", ""]
    if row.kind == "dimension":
        return [f"### {row.who}", "", row.words, ""]
    if row.kind == "dated":
        return [f"- {row.where}: {said}"]
    return [said if row.kind == "plain" else f"- {said}"]
