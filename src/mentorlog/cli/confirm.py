"""Asking at this terminal, in the way that suits it."""

from mentorlog.ask.asker import Asker
from mentorlog.cli.world import World
from mentorlog.errors import InputNeededError, StoppedError


def asker_for(world: World) -> Asker:
    """How this terminal is asked: a line at a time, or with a cursor that moves."""
    if world.is_plain:
        from mentorlog.ask.plain import PlainAsker

        return PlainAsker()
    from mentorlog.ask.terminal import TerminalAsker

    return TerminalAsker()


def agrees(world: World, question: str, *, hint: str, stopped: str = "Nothing was changed.") -> bool:
    """Whether the person says yes; Enter is no.

    Raises InputNeededError where there is nobody to ask, StoppedError with what is true then at Ctrl-C.
    """
    if not world.can_ask:
        raise InputNeededError("somebody has to agree to this", hint=hint)
    try:
        reply = asker_for(world).line(question, "[y/N]", "", lambda _: None)
    except (KeyboardInterrupt, EOFError):
        raise StoppedError(stopped) from None
    return reply.text.strip().casefold() in ("y", "yes")
