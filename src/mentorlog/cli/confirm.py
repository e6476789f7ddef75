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
    note = "[Y/n]" if is_default else "[y/N]"
    return is_yes(reply_to(world, question, note, hint=hint, stopped=stopped), is_default=is_default)


def is_yes(reply: str, *, is_default: bool = False) -> bool:
    return reply.casefold() in (("y", "yes", "") if is_default else ("y", "yes"))


def reply_to(world: World, question: str, note: str, *, hint: str, stopped: str) -> str:
    """Ask a question, and return the reply on one line; a command such as /skip is returned as it was typed.

    Raises InputNeededError without a terminal, and StoppedError with the sentence `stopped` at Ctrl-C.
    """
    if not world.can_ask:
        raise InputNeededError("somebody has to agree to this", hint=hint)
    try:
        reply = asker_for(world).line(question, note, "", lambda _: None)
    except (KeyboardInterrupt, EOFError):
        raise StoppedError(stopped) from None
    return reply.command.value if reply.command else reply.text.strip()
