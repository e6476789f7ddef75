"""A terminal to draw on, and the shapes that every page is drawn from.

All text goes through `safe` first: Rich lets escape sequences through and reads `[brackets]` as markup.
"""

from collections.abc import Iterable, Sequence

from rich.cells import cell_len
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from mentorlog.render.lines import WIDEST
from mentorlog.text import safe, safe_line

_WIDEST_BESIDE = 24  # columns of text at the right edge; a longer text goes below
_GAP = 2  # spaces between columns
_LEAST_ROOM = 16  # columns that the widest column always has
_NARROW = 60  # columns: a narrower screen has nothing at its right edge


Line = Text  # one line or more whose text is safe


class Screen:
    """A terminal or a pipe to draw on, with colours and tables unless it is `plain`."""

    def __init__(self, *, plain: bool = False, stderr: bool = False) -> None:
        self.console = Console(
            stderr=stderr,
            markup=False,
            emoji=False,
            highlight=False,
            no_color=plain or None,
            force_terminal=False if plain else None,
        )
        self.is_plain = plain
        self.console.width = min(self.console.width, WIDEST)

    @property
    def is_narrow(self) -> bool:
        return self.console.width < _NARROW

    def line(self, text: str = "", style: str = "") -> None:
        """Show text, wrapped between words."""
        self.show(body(text, style))

    def show(self, *parts: RenderableType) -> None:
        """Draw `parts`; in a pipe, without the spaces with which Rich fills each line."""
        if self.console.is_terminal:
            self.console.print(Group(*parts))
            return
        with self.console.capture() as capture:
            self.console.print(Group(*parts))
        self.console.file.write("\n".join(row.rstrip() for row in capture.get().split("\n")))

    def rows(self, rows: Sequence[tuple[Line, ...]], widest: int) -> None:
        """Draw rows in columns. Column number `widest` gets the remaining width, and is wrapped to it.

        The last column is at the right edge. Rich's own table takes seven times as long for hundreds of rows.
        """
        widths = [max((cell.cell_len for cell in column), default=0) for column in zip(*rows, strict=True)]
        room = self.console.width - sum(widths) - _GAP * (len(widths) - 1) + widths[widest]
        widths[widest] = max(room, _LEAST_ROOM)
        drawn = [line for row in rows for line in self._row(row, widths, widest)]
        self.console.print(joined("\n").join(drawn), soft_wrap=True)

    def _row(self, row: tuple[Line, ...], widths: Sequence[int], widest: int) -> Iterable[Line]:
        words, width = row[widest], widths[widest]
        first, *further = list(words.wrap(self.console, width)) if words.cell_len > width else [words]
        cells = [*row[:widest], first, *row[widest + 1 :]]
        last = cells.pop()
        left = [(cell, _space(widths[place] - cell.cell_len + _GAP)) for place, cell in enumerate(cells)]
        yield Text.assemble(*(piece for pair in left for piece in pair), _space(widths[-1] - last.cell_len), last)
        before = _space(sum(widths[:widest]) + _GAP * widest)
        yield from (Text.assemble(before, line) for line in further)


def _space(cells: int) -> Line:
    return joined(" " * cells)


def body(text: str, style: str = "") -> Text:
    """Make a Rich text of `text`, safe, with its own line ends."""
    return Text(safe(text), style=style, overflow="fold")


def line(text: str = "", style: str = "") -> Text:
    """Make a Rich text of `text`, safe, on one line."""
    return Text(safe_line(text), style=style, overflow="fold")


def joined(*parts: str | tuple[str, str]) -> Text:
    """Join pieces on one line, each a text or a text with its style; spaces at their ends stay."""
    pieces = (part if isinstance(part, tuple) else (part, "") for part in parts)
    return Text.assemble(*((_inline(text), style) for text, style in pieces), overflow="fold")


def _inline(text: str) -> str:
    lead, tail = len(text) - len(text.lstrip(" ")), len(text) - len(text.rstrip(" "))
    return " " * lead + safe_line(text) + " " * tail if text.strip() else safe(text)


def beside(screen: Screen, words: Text, small: str, *, indent: int = 2) -> RenderableType:
    """Lay out `words` with a `small` text at the right edge, or below if there is no room."""
    if screen.is_narrow or cell_len(small) > _WIDEST_BESIDE:
        return Padding(Group(words, line(small, "cyan")), (0, 0, 0, indent))
    grid = Table.grid(padding=(0, 2), expand=True)
    grid.add_column(ratio=1)
    grid.add_column(no_wrap=True, justify="right")
    grid.add_row(words, line(small, "cyan"))
    return Padding(grid, (0, 0, 0, indent))


def after(rows: Iterable[Sequence[Text]], *, indent: int = 2) -> RenderableType:
    """Lay out rows in columns, of which the first is short and never wrapped."""
    grid = Table.grid(padding=(0, 2))
    grid.add_column(no_wrap=True)
    for row in rows:
        grid.add_row(*row)
    return Padding(grid, (0, 0, 0, indent))


def heading(text: str) -> Text:
    return Text("\n" + safe_line(text).upper(), style="bold")
