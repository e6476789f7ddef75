"""The brief as markdown, to be printed, sent or pasted. The writer's words stay words: nothing in them is markup."""

import re
from collections.abc import Iterator, Sequence

from mentorlog.period import bare
from mentorlog.render.words import (
    asked_heading,
    brief_title,
    facts,
    invitation,
    latest,
    moment,
    nothing_yet,
    question_line,
    speaker,
    talk_heading,
    tension_line,
    where,
    words_heading,
)
from mentorlog.summary import NOTICE, Brief, Said, Theory
from mentorlog.text import safe_line

_ACTIVE = re.compile(r"[\\`*_<\[\]#|~&]|\A(?:[-+>=]|\d{1,9}[.)])")  # a list's number has at most nine digits


def brief_markdown(brief: Brief) -> str:
    """One page, with the same nine parts as at the terminal."""
    return "\n".join(_lines(brief)).rstrip() + "\n"


def _words(text: str) -> str:
    """Somebody's words on one line, with a backslash before whatever markdown would act on."""
    return _ACTIVE.sub(lambda match: f"{match[0][:-1]}\\{match[0][-1]}", safe_line(text))


def _lines(brief: Brief) -> Iterator[str]:
    yield from (f"# {_words(brief_title(brief))}", "", NOTICE, "")
    for name, items in _parts(brief):
        yield from (f"## {_words(name)}", "", *items, "")
    if brief.is_empty:
        yield nothing_yet(brief)
    if brief.tension:
        yield f"*{tension_line(brief.tension)}*"


def _parts(brief: Brief) -> Iterator[tuple[str, list[str]]]:
    if brief.since_last_time:
        yield "Since last time", _said(brief.since_last_time, brief)
    if brief.is_empty:
        return
    if brief.talk_about:
        entries, others = latest(brief.talk_about[::-1])
        yield (
            talk_heading(brief),
            [*(f"- {_words(moment(each))} ({_words(each.short_id)})" for each in entries), *_others(others)],
        )
    yield words_heading(brief), list(_dimensions(brief))
    if brief.quiet:
        yield "Not written about lately", [invitation(brief.quiet)]
    if brief.asked:
        yield asked_heading(brief), _said(brief.asked[::-1])
    if brief.theories:
        yield "Theories in motion", _theories(brief.theories)
    if brief.questions:
        yield "Questions, if useful", [f"- {_words(question_line(brief, each))}" for each in brief.questions]


def _said(said: Sequence[Said], brief: Brief | None = None) -> list[str]:
    """A line for each, with who said it where `brief` is given."""
    shown, others = latest(said)
    return [
        *(f"- {_who(each, brief)}{_words(each.text)} ({_words(where(each.entry))})" for each in shown),
        *_others(others),
    ]


def _who(said: Said, brief: Brief | None) -> str:
    return f"{_words(speaker(brief, said))}: " if brief else ""


def _others(words: str) -> list[str]:
    return [f"- {words}"] if words else []


def _dimensions(brief: Brief) -> Iterator[str]:
    for each in brief.dimensions:
        yield from (f"### {each.dimension.name}", "", facts(each), "")
        for extract in each.extracts:
            yield from (f"> “{_words(extract.text)}”", ">", f"> {_words(where(extract.entry))}", "")


def _theories(theories: Sequence[Theory]) -> list[str]:
    """Each theory under the earlier one it grew from, unless that stands there already."""
    shown, others = latest(theories)
    own = {each.entry.id for each in shown}
    lines = []
    for theory in shown:
        if theory.earlier and theory.earlier.entry.id not in own:
            lines.append(f"- {bare(theory.earlier.entry.date)}: {_words(theory.earlier.text)}")
        lines.append(f"- {bare(theory.entry.date)}: {_words(theory.text)}")
    return [*lines, *_others(others)]
