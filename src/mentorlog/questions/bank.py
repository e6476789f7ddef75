"""The question bank: TOML files, one per dimension, and whatever a journal adds in its own `prompts/`."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal

from mentorlog.dimensions import STAGES, Dimension, Mode, Role, Stage, dimension_named
from mentorlog.entry.head import Problem
from mentorlog.entry.sections import heading_in
from mentorlog.files.shape import Shape, fits, is_one_of, is_text, is_texts
from mentorlog.files.toml import TomlError, line_of, lines_of, parse, places, slip
from mentorlog.text import safe_line

_QUESTION: Shape = {
    "id": is_text, "strand": is_text, "stage": is_one_of(*STAGES), "audience": is_one_of("ect", "mentor"),
    "text": is_text, "mode": is_one_of("ask", "self"), "needs": is_one_of("theory"), "formerly": is_texts,
}  # fmt: skip
_QUESTION_NEEDS = frozenset({"id", "strand", "stage", "audience", "text"})
_RETIRED: Shape = {"id": is_text, "text": is_text}


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the bank. `mode` is None for an ECT's; `formerly` are wordings that old entries may have.

    One that `needs` a theory only makes sense to somebody who has written one down.
    """

    id: str
    dimension: Dimension
    strand: str
    stage: Stage
    audience: Role
    mode: Mode | None
    text: str
    formerly: tuple[str, ...] = ()
    needs: Literal["theory"] | None = None
    place: Problem | None = None


@dataclass(frozen=True)
class Bank:
    """Every question that can be asked, every wording that was, and what is wrong in the files."""

    questions: tuple[Question, ...] = ()
    retired: tuple[tuple[str, Dimension, str], ...] = ()
    problems: tuple[Problem, ...] = ()

    @cached_property
    def _by_wording(self) -> dict[str, str]:
        wordings = {_plain(text): question_id for question_id, _, text in self.retired}
        for question in self.questions:
            wordings |= {_plain(text): question.id for text in (*question.formerly, question.text)}
        return wordings

    def id_of(self, wording: str) -> str | None:
        """The id of the question with this wording, present, earlier or retired."""
        return self._by_wording.get(_plain(wording))

    def question(self, question_id: str) -> Question | None:
        """The question with this id, if it is still asked."""
        return next((question for question in self.questions if question.id == question_id), None)

    def for_writing(self, role: Role) -> tuple[Question, ...]:
        """What a writer is asked: an ECT's questions, or the mentor's for their own reflection."""
        return tuple(each for each in self.questions if each.audience == role and each.mode != "ask")

    def for_meeting(self, mode: Mode) -> tuple[Question, ...]:
        """A mentor's questions: to put to the ECT, or for themselves."""
        return tuple(each for each in self.questions if each.audience == "mentor" and each.mode == mode)

    def with_more(self, other: "Bank") -> "Bank":
        """This bank and another's questions; an id that is taken already is a problem, not a replacement."""
        taken = {question.id for question in self.questions}
        clashes = [question for question in other.questions if question.id in taken]
        problems = [
            Problem(each.place.path, each.place.line, f"id: '{safe_line(each.id)}' is taken by another question")
            for each in clashes
            if each.place
        ]
        return Bank(
            self.questions + tuple(question for question in other.questions if question.id not in taken),
            self.retired + other.retired,
            self.problems + other.problems + tuple(problems),
        )


def _plain(wording: str) -> str:
    return re.sub(r"[\W_]+", " ", wording).strip().casefold()


def read_questions(name: str, text: str) -> Bank:
    """The questions in one file's text; `name` is how a problem names the file."""
    try:
        values = parse(text)
    except TomlError as error:
        return Bank(problems=(Problem(name, error.line, error.reason),))
    return _FileReader(name, text).bank(values)


@dataclass
class _FileReader:
    """Turns one parsed file into questions, noting each fault with its line."""

    name: str
    text: str
    problems: list[Problem] = field(default_factory=list)

    @cached_property
    def _places(self) -> dict[tuple[int, str], int]:
        return places(self.text)

    def bank(self, values: dict[str, Any]) -> Bank:
        dimension = dimension_named(str(values.get("dimension", "")))
        for key in values.keys() - {"dimension", "questions", "retired"}:
            self._note(line_of(self.text, key), f"{safe_line(key)}: this key is not known here")
        if dimension is None:
            self._note(line_of(self.text, "dimension"), "dimension: it is not one of the six")
            return Bank(problems=tuple(self.problems))
        questions = [self._question(dimension, row, table) for table, row in self._tables(values, "questions")]
        retired = [self._retired(dimension, row, table) for table, row in self._tables(values, "retired")]
        found, gone = [each for each in questions if each], [each for each in retired if each]
        return self._without_doubles(found, gone)

    def _without_doubles(self, found: list[Question], gone: list[tuple[str, Dimension, str]]) -> Bank:
        seen: set[str] = set()
        kept = []
        for question in found:
            if question.id in seen and question.place:
                self._note(question.place.line, f"id: '{safe_line(question.id)}' stands twice in this file")
            else:
                kept.append(question)
            seen.add(question.id)
        return Bank(tuple(kept), tuple(gone), tuple(self.problems))

    def _tables(self, values: dict[str, Any], kind: str) -> list[tuple[int, object]]:
        """The tables of one kind, each with which header of the file it is, from 1; 0 where it has no header."""
        rows = values.get(kind, [])
        if not isinstance(rows, list):
            self._note(line_of(self.text, kind), f"{kind}: each stands under its own [[{kind}]]")
            return []
        headers = [line.strip() for line in lines_of(self.text) if line.lstrip().startswith("[")]
        places = [place for place, header in enumerate(headers, start=1) if header.strip("[] \t\"'").startswith(kind)]
        return [(places[number] if len(places) == len(rows) else 0, row) for number, row in enumerate(rows)]

    def _question(self, dimension: Dimension, row: object, table: int) -> Question | None:
        if not (isinstance(row, dict) and fits(row, _QUESTION, _QUESTION_NEEDS)):
            self._note_slips("question", row, table)
            return None
        place = Problem(self.name, self._places.get((table, "text"), 1), "")
        read = Question(
            **{"mode": None, **row, "formerly": (*row.get("formerly", ()),), "dimension": dimension}, place=place
        )
        if read.strand not in {strand.id for strand in dimension.strands}:
            strands = ", ".join(strand.id for strand in dimension.strands)
            self._note(line_of(self.text, "strand", table=table), f"strand: one of {strands}")
            return None
        if (read.audience == "mentor") != (read.mode is not None):
            self._note(line_of(self.text, "mode", table=table), 'mode: "ask" or "self" for a mentor, none for an ECT')
            return None
        heading = heading_in(f"## {dimension.name}: {read.text}")
        if "\n" in read.text or heading is None or heading.dimension != dimension:
            self._note(place.line, "text: this would not read as one heading")
            return None
        return read

    def _retired(self, dimension: Dimension, row: object, table: int) -> tuple[str, Dimension, str] | None:
        if isinstance(row, dict) and fits(row, _RETIRED, frozenset(_RETIRED)):
            return (row["id"], dimension, row["text"])
        self._note_slips("retired", row, table)
        return None

    def _note_slips(self, kind: Literal["question", "retired"], row: object, table: int) -> None:
        from mentorlog.files.schema import QuestionTable, RetiredTable, slips

        for each in slips(QuestionTable if kind == "question" else RetiredTable, row):
            line, _, reason = slip(self.text, each, table=table).partition(": ")
            self._note(int(line.removeprefix("line ")), reason)

    def _note(self, line: int, text: str) -> None:
        self.problems.append(Problem(self.name, line, text))


def in_dimension(questions: Sequence[Question], dimension: Dimension) -> tuple[Question, ...]:
    return tuple(question for question in questions if question.dimension == dimension)
