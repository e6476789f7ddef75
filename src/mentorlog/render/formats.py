"""Data for other programs: JSON with a named schema, and lines with tabs between the fields. Loads nothing heavy."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mentorlog.entry.entry import Entry
from mentorlog.entry.head import Problem
from mentorlog.text import cell, safe_line

if TYPE_CHECKING:
    from mentorlog.brief.agreement import Sheet
    from mentorlog.brief.brief import Brief, DimensionBrief, Said  # a list should not pay for the question bank
    from mentorlog.finding.cards import Card
    from mentorlog.sharing.next_steps import OpenStep


def as_json(values: dict[str, Any]) -> str:
    """One JSON document; everything beyond ASCII is escaped, so nothing in it can act on a terminal."""
    import json

    return json.dumps(values, indent=2)


def entry_json(entry: Entry, path: Path) -> dict[str, Any]:
    """What `new --json` prints."""
    return {
        "schema": "mentorlog/entry",
        "version": 1,
        "id": entry.id,
        "path": str(path),
        "date": entry.date.isoformat(),
        "dimensions": [dimension.id for dimension in entry.dimensions],
    }


def list_json(cards: Iterable["Card"], problems: Iterable[Problem]) -> dict[str, Any]:
    """What `list --json` prints."""
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
    }


def _problem(problem: Problem) -> dict[str, Any]:
    return {"path": problem.path, "line": problem.line, "text": problem.text}


def brief_json(brief: "Brief") -> dict[str, Any]:
    """What `summary --format json` prints; `dimensions` always holds all six, in order."""
    period = brief.period
    return {
        "schema": "mentorlog/summary",
        "version": 1,
        "since": period.first.isoformat() if period.first else None,
        "until": period.last.isoformat() if period.last else None,
        "since_last_time": [
            {
                "role": said.entry.role,
                "text": said.text,
                **_source(said.entry),
                "by": _by(said),
                "suggested": said.is_suggested,
            }
            for said in brief.since_last_time
        ],
        "talk_about": [
            {**_source(entry), "title": entry.title, "class": entry.head.class_} for entry in brief.talk_about
        ],
        "dimensions": [_dimension(each) for each in brief.dimensions],
        "others_words": [_dimension(each) for each in brief.others_words],
        "quiet": [dimension.id for dimension in brief.quiet],
        "asked": [{"text": said.text, **_source(said.entry), "by": _by(said)} for said in brief.asked],
        "theories": [
            {"text": each.text, **_source(each.entry), "follows": each.earlier.entry.id if each.earlier else None}
            for each in brief.theories
        ],
        "questions": [
            {"id": each.id, "dimension": each.dimension.id, "mode": each.mode, "text": each.text}
            for each in brief.questions
        ],
        "tension": {"dimension": brief.tension.id, "text": brief.tension.tension} if brief.tension else None,
        "problems": [_problem(problem) for problem in brief.problems],
    }


def _dimension(each: "DimensionBrief") -> dict[str, Any]:
    return {
        "id": each.dimension.id,
        "entries": each.entries,
        "last": each.last.isoformat() if each.last else None,
        "extracts": [
            {"text": extract.text, **_source(extract.entry), "class": extract.entry.head.class_}
            for extract in each.extracts
        ],
    }


def _by(said: "Said") -> str:
    """Whose words: the writer of the journal that the brief is about, or the other person."""
    return "other" if said.is_others else "writer"


def sheet_json(sheet: "Sheet") -> dict[str, Any]:
    """What `agree --format json` prints."""
    return {
        "schema": "mentorlog/agreement",
        "version": 1,
        "names": list(sheet.names),
        "points": [{"question": point.question, "lines": point.all_lines} for point in sheet.points],
    }


def _source(entry: Entry) -> dict[str, str]:
    return {"entry": entry.id, "date": entry.date.isoformat()}


def tab_lines(rows: Iterable[Sequence[str]]) -> Iterable[str]:
    """Each row on a line, its fields without tabs or line ends of their own."""
    for row in rows:
        yield "\t".join(map(safe_line, row))


def step_row(listed: "OpenStep") -> tuple[str, ...]:
    """What a piped `next` prints of one step: id, day, words, who does it, and whether it was suggested to them."""
    step, doer = listed.step, (listed.doer,) if listed.doer or listed.step.is_suggested else ()
    suggested = ("suggested",) if step.is_suggested else ()
    return (step.entry.id, step.entry.date.isoformat(), step.words, *doer, *suggested)


COLUMNS = ("id", "date", "title", "dimensions", "class", "share", "path")


def csv_lines(rows: Iterable[Sequence[str]]) -> str:
    """A table for a spreadsheet, with the names of its columns in the first line."""
    import csv
    import io

    table = io.StringIO()
    csv.writer(table, lineterminator="\n").writerows([COLUMNS, *(map(cell, row) for row in rows)])
    return table.getvalue().removesuffix("\n")


def card_row(card: "Card") -> tuple[str, ...]:
    """What a piped `list` prints of one entry: COLUMNS."""
    dimensions = ",".join(dimension.id for dimension in card.dimensions)
    return (card.id, card.date.isoformat(), card.title, dimensions, card.class_, card.share or "", card.path)
