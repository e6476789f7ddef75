"""Asks for a yes, in the way that suits this terminal."""

from mentorlog.ask.asker import Asker
from mentorlog.cli.world import World
from mentorlog.errors import InputNeededError, StoppedError


def asker_for(world: World) -> Asker:
    """The way to ask at this terminal: in plain lines, or in an input field."""
    if world.is_plain:
        from mentorlog.ask.plain import PlainAsker

        return PlainAsker()
    from mentorlog.ask.terminal import TerminalAsker

    return TerminalAsker()


def agrees(
    world: World, question: str, *, hint: str, stopped: str = "Nothing was changed.", is_default: bool = False
) -> bool:
    """Ask a question, and return whether the person says yes; Enter is no, or with `is_default` yes.

    Raises InputNeededError without a terminal, and StoppedError with the sentence `stopped` at Ctrl-C.
    """
    if not world.can_ask:
        raise InputNeededError("somebody has to agree to this", hint=hint)
    try:
        reply = asker_for(world).line(question, "[Y/n]" if is_default else "[y/N]", "", lambda _: None)
    except (KeyboardInterrupt, EOFError):
        raise StoppedError(stopped) from None
    is_yes = ("y", "yes", "") if is_default else ("y", "yes")
    return reply.command is None and reply.text.strip().casefold() in is_yes
