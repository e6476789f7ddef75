"""Asks at a real terminal: each answer below its question; earlier ones stay on the screen."""

from mentorlog.ask.ahead import Ahead
from mentorlog.ask.asker import OnChange, Reply
from mentorlog.render.lines import say
from mentorlog.signals import unbroken


class TerminalAsker:
    """Asks in an input field with a cursor. The field is slow to load, so it is loaded for the first answer."""

    def __init__(self) -> None:
        self._ahead = Ahead()

    def say(self, text: str = "") -> None:
        self._ahead.take_back()
        say(text)

    def ahead(self, prompt: str, note: str) -> None:
        self._ahead.show(prompt, note)

    def line(self, prompt: str, note: str, before: str, on_change: OnChange) -> Reply:
        return self._read(prompt, note, before, on_change, is_long=False)

    def long(self, prompt: str, note: str, before: str, on_change: OnChange) -> Reply:
        return self._read(prompt, note, before, on_change, is_long=True)

    def _read(self, prompt: str, note: str, before: str, on_change: OnChange, *, is_long: bool) -> Reply:
        with unbroken():  # Ctrl-C waits until the module has loaded
            from mentorlog.ask.field import Field
        field = Field(prompt, note, on_change, is_long=is_long)
        self._ahead.take_back()
        return field.read(before)

    def rest(self) -> None:
        self._ahead.take_back()
