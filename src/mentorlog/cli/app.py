"""The table of commands, and the only place that turns an error into a line and an exit status."""

import contextlib
import importlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer
import typer.core
import typer.main

from mentorlog import __version__
from mentorlog.errors import ExitCode, MentorlogError, StoppedError
from mentorlog.render.lines import note, out, warn
from mentorlog.text import safe_line

COMMANDS = {  # name: first sentence of its help, so that `--help` and the Tab key load no command
    "new": "Write an entry.",
    "list": "List entries, newest first.",
    "show": "Show entries whole, and the thread that each belongs to.",
    "search": "Search for words, in capitals or not.",
    "edit": "Change an entry.",
    "delete": "Delete entries.",
    "undo": "Take back the last change.",
    "next": "What each wants to try next.",
    "summary": "One page for a meeting.",
    "share": "Share what you have marked, and the entries you name.",
    "meeting": "Go through a meeting.",
    "reply": "Answer an entry with a question of your own.",
    "agree": "One sheet for a first meeting.",
    "questions": "The questions, by dimension, with your own.",
    "model": "The six dimensions.",
    "check": "List what needs a look.",
    "init": "Make a folder your journal, or take up one that is there.",
    "demo": "See a sample.",
}
_GLOBAL_OPTIONS = {"--journal": True, "--plain": False, "--no-input": False}  # option: whether a value follows


class Commands(typer.core.TyperGroup):
    """A group that loads a command's module only when the command runs, so that no command pays for another."""

    def list_commands(self, ctx: typer.Context) -> list[str]:  # type: ignore[override]  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: typer.Context, cmd_name: str) -> Any:  # type: ignore[override]  # noqa: ANN401, ARG002
        """The command as `--help` lists it: its name and one sentence, without loading it."""
        known = cmd_name in COMMANDS
        return typer.core.TyperCommand(cmd_name, help=COMMANDS[cmd_name]) if known else None

    def resolve_command(self, ctx: typer.Context, args: list[str]) -> Any:  # type: ignore[override]  # noqa: ANN401
        """Find the command that runs, and load it."""
        self.commands = dict.fromkeys(COMMANDS)  # type: ignore[assignment]  # only its keys are read, for "did you mean"
        name, _, rest = super().resolve_command(ctx, args)
        return name, loaded(str(name)), rest

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]
        return super().parse_args(ctx, global_options_first(args))


def loaded(name: str) -> Any:  # noqa: ANN401 -- Typer's own type
    """Load the command of this name from its module."""
    module = importlib.import_module(f"mentorlog.cli.commands.{name}")
    table = typer.Typer(add_completion=False, rich_markup_mode=None)
    table.command(name=name)(module.command)
    return typer.main.get_command(table)


def global_options_first(args: Sequence[str]) -> list[str]:
    """Move the options that every command takes to the front of the arguments, where Typer looks for them."""
    front: list[str] = []
    rest: list[str] = []
    remaining = list(args)
    while remaining:
        word = remaining.pop(0)
        if word == "--":
            return [*front, *rest, word, *remaining]
        name, equals, _ = word.partition("=")
        if name not in _GLOBAL_OPTIONS:
            rest.append(word)
            continue
        front.append(word)
        if _GLOBAL_OPTIONS[name] and not equals and remaining:
            front.append(remaining.pop(0))
    return [*front, *rest]


def _show_version(value: bool) -> None:
    if value:
        out(f"mentorlog {__version__}")
        raise typer.Exit


def start(
    context: typer.Context,
    journal: Annotated[
        Path | None, typer.Option(metavar="FOLDER", help="The journal to use, for this command.")
    ] = None,
    plain: Annotated[bool, typer.Option("--plain", help="Plain lines: no colour, no repainting.")] = False,
    no_input: Annotated[bool, typer.Option("--no-input", help="Never ask anything.")] = False,
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Say which version this is.")
    ] = False,
) -> None:
    """A reflective journal for early career teachers and their mentors. Private unless you share it."""
    del version
    from mentorlog.cli.world import World

    context.obj = World(journal_option=journal, plain_option=plain, no_input=no_input)
    if context.invoked_subcommand is None:
        from mentorlog.cli.commands.home import home

        home(context.obj)


app = typer.Typer(
    cls=Commands,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["--help", "-h"], "max_content_width": 100},
)
app.callback(invoke_without_command=True)(start)


def run(args: Sequence[str]) -> int:
    """Run one command line and return its exit status. An expected error becomes one line on stderr."""
    try:
        return _run_command(args)
    except StoppedError as error:
        note(f"\n{error}")
        return int(error.exit_code)
    except MentorlogError as error:
        _tell(str(error), error.hint)
        return int(error.exit_code)
    except typer.TyperException as error:
        _tell(_lowered(error.format_message()), _help_hint(error))
        return int(getattr(error, "exit_code", ExitCode.USAGE))
    except (KeyboardInterrupt, typer.Abort):
        return int(ExitCode.INTERRUPTED)
    except OSError as error:
        _discard_stdout()
        if not isinstance(error, BrokenPipeError):  # the reader of the pipe has gone
            _tell(_failed_call(error), "")
        return int(ExitCode.FAILED)


def _run_command(args: Sequence[str]) -> int:
    """Run the command, flush its output, and return its status."""
    status = typer.main.get_command(app).main(list(args), prog_name="mentorlog", standalone_mode=False)
    if sys.stdout is not None:
        sys.stdout.flush()
    return int(status or 0)


def _failed_call(error: OSError) -> str:
    from mentorlog.journal.disk import reason

    where = f" ({safe_line(str(error.filename))})" if error.filename else ""
    return f"{reason(error)}{where}"


def _discard_stdout() -> None:
    """Send buffered output to /dev/null: it cannot be written, and Python would report that again when it ends."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _tell(sentence: str, hint: str) -> None:
    warn(sentence)
    if hint:
        note(f"  try: {hint}")


def _lowered(message: str) -> str:
    message = message.rstrip(".")
    return message[:1].lower() + message[1:]


def _help_hint(error: typer.TyperException) -> str:
    context = getattr(error, "ctx", None)
    return f"{context.command_path} --help" if context else "mentorlog --help"


def main() -> None:
    """Run the command line of this process, and exit with its status."""
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "1")  # its plugin scan reads every installed package
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")  # a terminal that cannot show a letter still gets the rest
    sys.exit(run(sys.argv[1:]))
