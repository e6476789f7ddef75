"""Data for other programs: JSON with a named schema, CSV, and lines of tab-separated fields. Quick to load."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mentorlog.entry.entry import Entry
from mentorlog.entry.problems import Problem
from mentorlog.text import cell, safe_line

if TYPE_CHECKING:
    from mentorlog.brief.agreement import Sheet
    from mentorlog.brief.brief import (
        Brief,
        Notes,
        Statement,
        Theme,
        Theory,
        Topic,
    )  # a list should not load the question bank
    from mentorlog.finding.cards import Card
    from mentorlog.together.next_steps import OpenStep


def as_json(values: dict[str, Any]) -> str:
    """Write one JSON document in ASCII: other characters are escaped, so nothing in it can act on a terminal."""
    import json

    return json.dumps(values, indent=2)


def entry_json(entry: Entry, path: Path) -> dict[str, Any]:
    """The output of `new --json`."""
    return {
        "schema": "mentorlog/entry",
        "version": 1,
        "id": entry.id,
        "path": str(path),
        "date": entry.date.isoformat(),
        "dimensions": [dimension.id for dimension in entry.dimensions],
    }


def list_json(cards: Iterable["Card"], problems: Iterable[Problem]) -> dict[str, Any]:
    """The output of `list --json`."""
    return {
        "schema": "mentorlog/list",
        "version": 1,
        "entries": [_listed(card) for card in cards],
        "problems": [_problem(problem) for problem in problems],
    }


def _listed(card: "Card") -> dict[str, Any]:
    return {
        "id": card.id,
        "date": card.date.isoformat(),
        "title": card.title,
        "role": card.role,
        "kind": card.kind,
        "dimensions": [dimension.id for dimension in card.dimensions],
        "class": card.class_,
        "subject": card.subject,
        "share": card.share,
        "path": card.path,
        "by": card.by,
    }


def _problem(problem: Problem) -> dict[str, Any]:
    return {"path": problem.path, "line": problem.line, "text": problem.text}


def brief_json(brief: "Brief") -> dict[str, Any]:
    """The output of `summary --format json`. `dimensions` always has all six, in order."""
    period = brief.period
    return {
        "schema": "mentorlog/summary",
        "version": 1,
        "since": period.first.isoformat() if period.first else None,
        "until": period.last.isoformat() if period.last else None,
        "since_last_time": [
            {
                "role": step.entry.role,
                "text": step.text,
                **_source(step.entry),
                "by": _by(step),
                "suggested": step.is_suggested,
            }
            for step in brief.since_last_time
        ],
        "notes": [
            {"text": notes.extract.text, **_source(notes.extract.entry), "by": _by(notes)} for notes in brief.notes
        ],
        "earlier_meetings": [_source(entry) for entry in brief.meetings],
        "talk_about": [
            {
                **_source(topic.entry),
                "title": topic.entry.title,
                "class": topic.entry.head.class_,
                "by": _by(topic),
                "words": [extract.text for extract in topic.extracts],
            }
            for topic in brief.topics
        ],
        "dimensions": [_theme(brief, theme) for theme in brief.themes if theme.dimension],
        "others_words": [_theme(brief, theme) for theme in brief.others_themes if theme.dimension and theme.entries],
        "without_dimension": [
            {**_theme(brief, theme), "by": by}
            for themes, by in ((brief.themes, "writer"), (brief.others_themes, "other"))
            for theme in themes
            if theme.dimension is None and theme.entries
        ],
        "quiet": [dimension.id for dimension in brief.quiet],
        "asked": [{"text": request.text, **_source(request.entry), "by": _by(request)} for request in brief.asked],
        "theories": [
            {
                "text": theory.text,
                **_source(theory.entry),
                "follows": theory.earlier.entry.id if theory.earlier else None,
                "by": _by(theory),
            }
            for theory in brief.theories
        ],
        "questions": [
            {
                "id": suggestion.question.id,
                "dimension": suggestion.question.dimension.id,
                "mode": suggestion.question.mode,
                "text": suggestion.question.text,
                "entry": suggestion.entry.id if suggestion.entry else None,
            }
            for suggestion in brief.questions
        ],
        "tension": {"dimension": brief.tension.id, "text": brief.tension.tension} if brief.tension else None,
        "problems": [_problem(problem) for problem in brief.problems],
    }


def _theme(brief: "Brief", theme: "Theme") -> dict[str, Any]:
    return {
        "id": theme.dimension.id if theme.dimension else None,
        "entries": len(theme.entries),
        "last": theme.last.isoformat() if theme.last else None,
        "extracts": [
            {
                "text": extract.text,
                **_source(extract.entry),
                "class": extract.entry.head.class_,
                "about_earlier_day": brief.is_earlier(extract.entry),
            }
            for extract in theme.extracts
        ],
    }


def _by(statement: "Statement | Notes | Topic | Theory") -> str:
    """The author of words: `writer` for the person whom the brief is about, `other` for the other one."""
    return "other" if statement.is_by_other else "writer"


def sheet_json(sheet: "Sheet") -> dict[str, Any]:
    """The output of `agree --format json`."""
    return {
        "schema": "mentorlog/agreement",
        "version": 1,
        "names": list(sheet.names),
        "points": [{"question": point.question, "lines": point.all_lines} for point in sheet.points],
    }


def _source(entry: Entry) -> dict[str, str]:
    return {"entry": entry.id, "date": entry.date.isoformat()}


def tab_lines(rows: Iterable[Sequence[str]]) -> Iterable[str]:
    """Write each row on one line, with tabs between fields; a tab or line end inside a field becomes a space."""
    for row in rows:
        yield "\t".join(map(safe_line, row))


def step_row(listed: "OpenStep") -> tuple[str, ...]:
    """The fields of one step in a piped `next`: id, day, words, who does it, and whether it was suggested to them."""
    step, doer = listed.step, (listed.doer,) if listed.doer or listed.step.is_suggested else ()
    suggested = ("suggested",) if step.is_suggested else ()
    return (step.entry.id, step.entry.date.isoformat(), step.words, *doer, *suggested)


COLUMNS = ("id", "date", "title", "dimensions", "class", "share", "path", "by")


def csv_lines(rows: Iterable[Sequence[str]]) -> str:
    """Write a CSV table for a spreadsheet, with column names in the first line."""
    import csv
    import io

    table = io.StringIO()
    csv.writer(table, lineterminator="\n").writerows([COLUMNS, *(map(cell, row) for row in rows)])
    return table.getvalue().removesuffix("\n")


def card_row(card: "Card") -> tuple[str, ...]:
    """The fields of one entry in a piped `list`, in the order of COLUMNS."""
    dimensions = ",".join(dimension.id for dimension in card.dimensions)
    facts = (card.id, card.date.isoformat(), card.title, dimensions, card.class_, card.share or "")
    return (*facts, card.path, card.by)
