"""An input field at a real terminal: arrow keys, several lines, pastes kept whole. Slow to load, so loaded late."""

import asyncio

from prompt_toolkit import PromptSession
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.filters import Condition
from prompt_toolkit.formatted_text import FormattedText
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.styles import Style

from mentorlog.ask.asker import OnChange, Reply, command_in, split_command
from mentorlog.render.lines import wrapped_question

KEEP_EVERY = 0.25  # seconds: the longest time before a keystroke is in the draft
_STYLE = Style.from_dict({"name": "ansicyan bold", "asked": "bold", "note": "ansibrightblack", "mark": "ansicyan"})


def _shown(prompt: str, note: str) -> FormattedText:
    """The question as part of the prompt itself, so that input is accepted as soon as it is visible.

    Called for every redraw, since the window may have changed its width.
    """
    text = wrapped_question(prompt, note)
    name = prompt.partition(" · ")[0] + " ·" if " · " in prompt else ""
    end = len(text) - len(note) if note and text.endswith(note) else len(text)
    return FormattedText(
        [
            ("", "\n"),
            ("class:name", text[: len(name)]),
            ("class:asked", text[len(name) : end]),
            ("class:note", text[end:]),
            ("class:mark", "\n> "),
        ]
    )


class Field:
    """The input field for one answer."""

    def __init__(self, prompt: str, note: str, on_change: OnChange, *, is_long: bool) -> None:
        self._on_change = on_change
        self._is_long = is_long
        self._pasted: list[str] = []
        self._waiting: asyncio.TimerHandle | None = None
        self._session: PromptSession[str] = PromptSession(
            lambda: _shown(prompt, note),
            multiline=True,
            prompt_continuation="  ",
            key_bindings=self._bindings(),
            style=_STYLE,
            enable_suspend=True,
            include_default_pygments_style=False,
        )

    def read(self, before: str) -> Reply:
        self._session.default_buffer.on_text_changed += lambda _: self._keep_soon()
        try:
            text = self._session.prompt(default=before)
        finally:
            self._keep_now()
        reply = split_command(text)
        return Reply(text) if self._was_pasted(text) else reply

    def _keep_soon(self) -> None:
        """Pass on the typed text within KEEP_EVERY, however fast the keys come."""
        if self._waiting is None:
            self._waiting = asyncio.get_running_loop().call_later(KEEP_EVERY, self._keep_now)

    def _keep_now(self) -> None:
        if self._waiting is not None:
            self._waiting.cancel()
            self._waiting = None
        self._on_change(self._session.default_buffer.text)

    def _was_pasted(self, text: str) -> bool:
        """Whether the last line was pasted: then it is text, even if it begins with a slash."""
        last = text.rstrip("\n").rpartition("\n")[2].strip()
        return any(last in (line.strip() for line in paste.split("\n")) for paste in self._pasted)

    def _bindings(self) -> KeyBindings:
        bindings = KeyBindings()
        bindings.add("enter")(self._enter)
        bindings.add("c-d")(lambda event: event.current_buffer.validate_and_handle())
        bindings.add("c-z")(self._suspend)
        bindings.add(Keys.BracketedPaste)(self._paste)
        bindings.add("escape", "enter", filter=Condition(lambda: self._is_long))(_newline)
        return bindings

    def _enter(self, event: KeyPressEvent) -> None:
        """End the answer on an empty line at its end, on a second empty line anywhere, or on a command."""
        buffer, document = event.current_buffer, event.current_buffer.document
        before, after = document.text_before_cursor, document.text_after_cursor
        line = document.current_line
        if command_in(line) and not self._was_pasted(line):
            _move_line_to_end(buffer)
            buffer.validate_and_handle()
        elif not self._is_long or (not line.strip() and (not after.strip() or _ends_blank(before))):
            buffer.validate_and_handle()
        else:
            _newline(event)

    def _suspend(self, event: KeyPressEvent) -> None:
        """Suspend the program at Ctrl-Z, once the words are in the draft: it may never be resumed."""
        self._keep_now()
        event.app.suspend_to_background()

    def _paste(self, event: KeyPressEvent) -> None:
        data = event.data.replace("\r\n", "\n").replace("\r", "\n")
        self._pasted.append(data)
        event.current_buffer.insert_text(data)


def _newline(event: KeyPressEvent) -> None:
    event.current_buffer.newline(copy_margin=False)


def _ends_blank(before: str) -> bool:
    """Whether the line before the cursor's is empty."""
    lines = before.split("\n")
    return len(lines) > 1 and not lines[-2].strip()


def _move_line_to_end(buffer: Buffer) -> None:
    """Move the cursor's line to the end, where `split_command` looks for a command."""
    lines = buffer.text.split("\n")
    line = lines.pop(buffer.document.cursor_position_row)
    buffer.text = "\n".join([*lines, line])
