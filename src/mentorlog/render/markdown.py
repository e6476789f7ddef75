"""The brief as markdown, to be printed, sent or pasted. The writer's words stay words: nothing in them is markup."""

import re
from collections.abc import Iterator

from mentorlog.period import bare
from mentorlog.render.words import (
    MOST_STEPS,
    asked_heading,
    brief_title,
    facts,
    invitation,
    moment,
    nothing_yet,
    question_line,
    speaker,
    tension_line,
    where,
    words_heading,
)
from mentorlog.summary import NOTICE, Brief
from mentorlog.text import safe_line


def brief_markdown(brief: Brief) -> str:
    """One page, with the same nine parts as at the terminal."""
    return "\n".join(_lines(brief)).rstrip() + "\n"


def _words(text: str) -> str:
    """Somebody's words on one line, with a backslash before whatever markdown would act on."""
    return re.sub(r"([\\`*_<\[\]#|~])", r"\\\1", safe_line(text))


def _lines(brief: Brief) -> Iterator[str]:
    yield from (f"# {_words(brief_title(brief))}", "", NOTICE, "")
    if brief.is_empty:
        yield nothing_yet(brief)
        return
    for heading, items in _parts(brief):
        yield from (f"## {_words(heading)}", "", *items, "")
    if brief.tension:
        yield f"*{tension_line(brief.tension)}*"


def _parts(brief: Brief) -> Iterator[tuple[str, list[str]]]:
    if brief.since_last_time:
        steps = brief.since_last_time[-MOST_STEPS:]
        yield (
            "Since last time",
            [
                f"- {_words(speaker(brief, said.entry))}: {_words(said.text)} ({bare(said.entry.date)})"
                for said in steps
            ],
        )
    if brief.talk_about:
        yield (
            "Would like to talk about",
            [f"- {_words(moment(entry))} ({_words(entry.short_id)})" for entry in brief.talk_about],
        )
    yield words_heading(brief), list(_dimensions(brief))
    if brief.quiet:
        yield "Not written about lately", [invitation(brief.quiet)]
    if brief.asked:
        yield asked_heading(brief), [f"- {_words(said.text)} ({bare(said.entry.date)})" for said in brief.asked]
    if brief.theories:
        yield "Theories in motion", list(_theories(brief))
    if brief.questions:
        yield "Three questions, if useful", [f"- {_words(question_line(brief, each))}" for each in brief.questions]


def _dimensions(brief: Brief) -> Iterator[str]:
    for each in brief.dimensions:
        yield from (f"### {each.dimension.name}", "", facts(each), "")
        for extract in each.extracts:
            yield from (f"> “{_words(extract.text)}”", f"> {_words(where(extract))}", "")


def _theories(brief: Brief) -> Iterator[str]:
    for theory in brief.theories:
        if theory.earlier:
            yield f"- {bare(theory.earlier.entry.date)}: {_words(theory.earlier.text)}"
        yield f"- {bare(theory.entry.date)}: {_words(theory.text)}"
