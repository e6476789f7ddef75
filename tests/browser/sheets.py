"""Sheets of paper as a printer would draw them: where the words are, and which lines to write on can be seen."""

from collections.abc import Iterator
from dataclasses import dataclass

from pypdf import PageObject, PdfReader
from pypdf.generic import ContentStream

RULE, PAPER = (0.6, 0.6, 0.6), (1, 1, 1)  # the colours of a line to write on, and of what covers it
_MARGIN = 36  # points at the foot, with the number of the sheet
_THIN, _WIDE = 2, 400  # points

Matrix = tuple[float, float, float, float, float, float]


@dataclass(frozen=True)
class Sheet:
    """The words on a sheet, and the lines that nothing covers, in points from the top."""

    words: list[float]
    lines: list[float]


@dataclass(frozen=True)
class _Box:
    top: float
    bottom: float
    width: float
    colour: tuple[float, ...]


def sheets_of(pdf: PdfReader) -> list[Sheet]:
    return [_sheet(page, pdf) for page in pdf.pages]


def _sheet(page: PageObject, pdf: PdfReader) -> Sheet:
    height = float(page.mediabox.height)
    words: list[float] = []
    lines: list[float] = []
    for mark in _marks(page, pdf):
        if isinstance(mark, float):
            words += [height - mark] if mark > _MARGIN else []
        elif mark.colour == PAPER:
            lines = [line for line in lines if not height - mark.top <= line <= height - mark.bottom]
        elif mark.colour == RULE and mark.top - mark.bottom < _THIN and mark.width > _WIDE:
            lines.append(height - mark.top)
    return Sheet(words, lines)


def _marks(page: PageObject, pdf: PdfReader) -> Iterator[float | _Box]:
    """Yield what is drawn, in order: a filled box, or the baseline of a piece of text, from the foot of the sheet."""
    matrix: Matrix = (1, 0, 0, 1, 0, 0)
    colour: tuple[float, ...] = (0, 0, 0)
    kept: list[tuple[Matrix, tuple[float, ...]]] = []
    boxes: list[tuple[float, ...]] = []
    for values, operator in ContentStream(page.get_contents(), pdf).operations:
        numbers = tuple(float(value) for value in values) if operator in (b"cm", b"rg", b"re", b"Tm") else ()
        match operator:
            case b"q":
                kept.append((matrix, colour))
            case b"Q":
                matrix, colour = kept.pop()
            case b"cm":
                matrix = _product(numbers, matrix)
            case b"rg":
                colour = numbers
            case b"re":
                boxes.append(numbers)
            case b"f" | b"f*":
                yield from (_box(box, matrix, colour) for box in boxes)
                boxes = []
            case b"n" | b"S":
                boxes = []
            case b"Tm":
                yield _at(numbers[4], numbers[5], matrix)[1]
            case _:
                pass


def _box(box: tuple[float, ...], matrix: Matrix, colour: tuple[float, ...]) -> _Box:
    x, y, width, height = box
    (left, one), (right, other) = _at(x, y, matrix), _at(x + width, y + height, matrix)
    return _Box(max(one, other), min(one, other), abs(right - left), colour)


def _at(x: float, y: float, matrix: Matrix) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return (a * x + c * y + e, b * x + d * y + f)


def _product(one: tuple[float, ...], other: Matrix) -> Matrix:
    """The matrix that does `one` and then `other`."""
    a, b, c, d, e, f = one
    (p, q), (r, s) = ((a * other[0] + b * other[2], a * other[1] + b * other[3]),
                      (c * other[0] + d * other[2], c * other[1] + d * other[3]))  # fmt: skip
    x, y = _at(e, f, other)
    return (p, q, r, s, x, y)
