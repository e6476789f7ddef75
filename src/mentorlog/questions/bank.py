"""The question bank: TOML files, one per dimension, and whatever a journal adds in its own `prompts/`."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Annotated, Any, Literal, NamedTuple

from mentorlog.dimensions import Dimension, Mode, Role, Stage, dimension_named
from mentorlog.entry.problems import Problem
from mentorlog.entry.sections import heading_in
from mentorlog.files.declared import Declaration, Fault, FaultyError, Key
from mentorlog.files.toml import TomlError, line_of, lines_of, parse, places
from mentorlog.questions.school_words import Setting, in_school_words, in_words_of
from mentorlog.text import safe_line


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the bank: one `[[questions]]` table, with the dimension of its file and the place it was read at.

    `mode` is None for an ECT's question.
    """

    id: Annotated[str, Key("letters that no other question has")]
    dimension: Dimension
    strand: Annotated[str, Key("one of the dimension's three strands")]
    stage: Annotated[Stage, Key("whether it opens, deepens or looks forward")]
    audience: Annotated[Role, Key("who is asked")]
    mode: Annotated[Mode | None, Key("what a mentor does with it: put it to the ECT, or answer it themselves")]
    text: Annotated[str, Key("the question")]
    formerly: Annotated[tuple[str, ...], Key("earlier wordings, which old entries have")] = ()
    needs: Annotated[Literal["theory"] | None, Key("what its reader must have written for it to make sense")] = None
    place: Problem | None = None


class Retired(NamedTuple):
    """A question that is no longer asked: one `[[retired]]` table, with the dimension of its file."""

    id: Annotated[str, Key("the id that it had")]
    dimension: Dimension
    text: Annotated[str, Key("its last wording, which old entries have")]


QUESTION, RETIRED = Declaration(Question, Key), Declaration(Retired, Key)


@dataclass(frozen=True)
class Bank:
    """Every question that can be asked, every wording that was, and what is wrong in the files."""

    questions: tuple[Question, ...] = ()
    retired: tuple[Retired, ...] = ()
    problems: tuple[Problem, ...] = ()

    @cached_property
    def _by_wording(self) -> dict[str, str]:
        wordings = {_plain(retired.text): retired.id for retired in self.retired}
        for question in self.questions:
            wordings |= {_plain(text): question.id for text in (*question.formerly, question.text)}
        return wordings

    @cached_property
    def _by_school_wording(self) -> dict[str, str]:
        return {in_school_words(wording): question_id for wording, question_id in self._by_wording.items()}

    def id_of(self, wording: str) -> str | None:
        """The id of the question with this wording, present, earlier or retired, in the words of any setting."""
        plain = _plain(wording)
        return self._by_wording.get(plain) or self._by_school_wording.get(in_school_words(plain))

    @cached_property
    def _dimensions(self) -> dict[str, Dimension]:
        gone = {each.id: each.dimension for each in self.retired}
        return gone | {each.id: each.dimension for each in self.questions}

    def dimension_of(self, question_id: str) -> Dimension | None:
        """The dimension of the question with this id, also of one that is no longer asked."""
        return self._dimensions.get(question_id)

    def question(self, question_id: str) -> Question | None:
        """The question with this id, if it is still asked."""
        return next((question for question in self.questions if question.id == question_id), None)

    def for_writing(self, role: Role) -> tuple[Question, ...]:
        """What a writer is asked: an ECT's questions, or the mentor's for their own reflection."""
        return tuple(each for each in self.questions if each.audience == role and each.mode != "ask")

    def for_meeting(self, mode: Mode) -> tuple[Question, ...]:
        """A mentor's questions: to put to the ECT, or for themselves."""
        return tuple(each for each in self.questions if each.audience == "mentor" and each.mode == mode)

    def in_words_of(self, setting: Setting | None) -> "Bank":
        """The same questions in the words of a setting."""
        return replace(
            self, questions=tuple(replace(each, text=in_words_of(each.text, setting)) for each in self.questions)
        )

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

    def _without_doubles(self, found: list[Question], gone: list[Retired]) -> Bank:
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
        try:
            values = QUESTION.check(row)
        except FaultyError as error:
            self._note_faults(error.faults, table)
            return None
        place = Problem(self.name, self._places.get((table, "text"), 1), "")
        read = Question(**{"mode": None, **values}, dimension=dimension, place=place)
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

    def _retired(self, dimension: Dimension, row: object, table: int) -> Retired | None:
        try:
            return Retired(**RETIRED.check(row), dimension=dimension)
        except FaultyError as error:
            self._note_faults(error.faults, table)
            return None

    def _note_faults(self, faults: Sequence[Fault], table: int) -> None:
        for fault in faults:
            self._note(line_of(self.text, fault.key, table=table), f"{safe_line(fault.key)}: {fault.reason}")

    def _note(self, line: int, text: str) -> None:
        self.problems.append(Problem(self.name, line, text))


def in_dimension(questions: Sequence[Question], dimension: Dimension) -> tuple[Question, ...]:
    return tuple(question for question in questions if question.dimension == dimension)
