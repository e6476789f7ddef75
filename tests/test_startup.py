"""A command that prints one line loads no library that it does not use."""

import importlib
import subprocess
import sys
from pathlib import Path

import pytest

from mentorlog.cli.app import COMMANDS

HEAVY = {"rich", "pydantic", "pydantic_core", "prompt_toolkit", "jinja2", "markdown_it", "tomli_w", "asyncio"}
BROUGHT_BY_TYPER = {"annotated_doc", "shellingham", "colorama"}
READS_FILES = {"rtoml", "pydantic_core", "typing_extensions"}  # pydantic_core brings the last one
LOADED_BY = """
import sys
from mentorlog.__main__ import main
sys.argv = ["mentorlog", *sys.argv[1:]]
try:
    main()
except SystemExit as end:
    print(end.code or 0, *sorted({name.partition(".")[0] for name in sys.modules}), file=sys.stderr)
"""
HEAVY_AFTER_EACH_IMPORT = """
import importlib, sys
for name in sys.argv[2:]:
    importlib.import_module(f"mentorlog.cli.commands.{name}")
    print(name, *sorted(set(sys.argv[1].split()) & sys.modules.keys()))
"""


def loaded(code: str, *words: str) -> tuple[str, set[str]]:
    """Return the output of a fresh interpreter in a pipe, and the top-level modules that it loaded."""
    done = subprocess.run([sys.executable, "-c", code, *words], capture_output=True, text=True, check=True)
    return done.stdout, set(done.stderr.splitlines()[-1].split())


def test_a_list_in_a_pipe_loads_no_heavy_library(journal: Path) -> None:
    (journal / "2026-11-23-thirty-faces.md").write_text("The funnels had gone.\n", "utf-8")

    printed, modules = loaded(LOADED_BY, "list")

    assert "thirty faces" in printed
    foreign = {name for name in modules if name not in sys.stdlib_module_names and not name.startswith("_")}
    assert foreign <= {"0", "mentorlog", "typer", *BROUGHT_BY_TYPER, *READS_FILES}
    assert {"0", "mentorlog", "typer"} <= foreign


def test_a_list_without_other_people_loads_nothing_of_sharing(journal: Path) -> None:
    (journal / "2026-11-23-thirty-faces.md").write_text("The funnels had gone.\n", "utf-8")
    code = LOADED_BY.replace('name.partition(".")[0]', "name")

    assert [name for name in loaded(code, "list")[1] if name.startswith(("mentorlog.sharing", "mentorlog.to"))] == []


def test_the_version_is_printed_without_reading_a_file() -> None:
    printed, modules = loaded(LOADED_BY, "--version")

    assert printed.startswith("mentorlog ")
    assert {"0", "mentorlog"} <= modules
    assert modules & (HEAVY | {"tomli", "platformdirs"}) == set()


def test_help_and_the_tab_key_load_no_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")

    printed, modules = loaded(LOADED_BY, "--help")

    assert "check      List what needs a look." in printed
    assert modules & (HEAVY | {"tomli", "platformdirs"}) == set()


@pytest.mark.parametrize("name", COMMANDS)
def test_the_list_of_commands_repeats_the_first_line_of_each_commands_help(name: str) -> None:
    docstring = importlib.import_module(f"mentorlog.cli.commands.{name}").command.__doc__

    assert " ".join(docstring.split()).startswith(COMMANDS[name])


def test_importing_a_command_loads_no_heavy_library() -> None:
    done = subprocess.run(
        [sys.executable, "-c", HEAVY_AFTER_EACH_IMPORT, " ".join(HEAVY), *COMMANDS],
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout.splitlines() == list(COMMANDS)
