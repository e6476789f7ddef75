"""The documents agree with the program."""

import importlib.util
import json
import re
from pathlib import Path
from types import ModuleType

import pytest
import tomli

from mentorlog.dimensions import DIMENSIONS, Dimension
from mentorlog.entry.keys import KEYS
from mentorlog.journal.question_files import shipped_bank
from post_words import QUOTED

ROOT = Path(__file__).resolve().parents[1]


def commands_in(name: str) -> list[str]:
    """Return the lines of every shell block in a document."""
    return re.findall(r"```sh\n(.*?)\n```", (ROOT / name).read_text("utf-8"), re.DOTALL)


def made_by(name: str) -> ModuleType:
    """Load one of the scripts that write documents as a module."""
    spec = importlib.util.spec_from_file_location(name, ROOT / "docs" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    return script


def test_the_page_of_commands_is_up_to_date() -> None:
    assert (ROOT / "docs" / "cli.md").read_text("utf-8") == made_by("make_cli").page()


def test_the_table_of_keys_and_the_json_schema_are_up_to_date() -> None:
    make_format = made_by("make_format")

    assert (ROOT / "docs" / "format.md").read_text("utf-8") == make_format.page()
    assert (ROOT / "docs" / "entry.schema.json").read_text("utf-8") == make_format.schema()


def test_the_page_on_the_choice_of_questions_is_up_to_date() -> None:
    assert (ROOT / "docs" / "questions.md").read_text("utf-8") == made_by("make_questions").page()


def test_the_page_about_the_model_is_up_to_date() -> None:
    assert (ROOT / "docs" / "model.md").read_text("utf-8") == made_by("make_model").page()


def test_the_page_about_the_model_quotes_only_what_was_compared_with_the_post() -> None:
    page = (ROOT / "docs" / "model.md").read_text("utf-8")

    assert set(re.findall("“(.*?)”", page)) <= QUOTED.keys()


def test_the_readme_says_where_the_questions_come_from() -> None:
    page = " ".join((ROOT / "README.md").read_text("utf-8").split())

    assert (
        "**Where the questions come from.** They are ours, and follow the account that Rachel Lofthouse gives" in page
    )
    assert "She has not endorsed mentorlog. [What the post says, and what is ours](docs/model.md)" in page


@pytest.mark.parametrize("dimension", DIMENSIONS, ids=lambda dimension: dimension.id)
def test_the_guide_to_the_bank_names_every_strand(dimension: Dimension) -> None:
    page = (ROOT / "prompts" / "README.md").read_text("utf-8")

    assert [strand for strand in dimension.strands if f"`{strand.id}` {strand.name.lower()}" not in page] == []


def test_the_readme_sets_up_in_two_commands() -> None:
    try_it, tests = commands_in("README.md")

    assert try_it.endswith("mentorlog demo")
    assert tests.endswith("pytest")


def test_the_gate_runs_exactly_the_readmes_test_command() -> None:
    _, tests = commands_in("README.md")

    assert f"\n{tests}\n" in (ROOT / ".ci" / "run").read_text("utf-8")
    assert commands_in("CONTRIBUTING.md") == [tests]


def test_the_gate_runs_the_tests_that_the_command_leaves_out() -> None:
    pyproject = tomli.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    options = pyproject["tool"]["pytest"]["ini_options"]["addopts"]
    gate = (ROOT / ".ci" / "run").read_text("utf-8")

    marks = re.fullmatch(r"always or not \((.+)\)", options[options.index("-m") + 1])
    assert marks is not None
    assert f'-m "not always and ({marks[1]})"' in gate


def test_the_format_and_the_json_schema_name_every_key_that_an_entry_may_have() -> None:
    page = (ROOT / "docs" / "format.md").read_text("utf-8")
    schema = json.loads((ROOT / "docs" / "entry.schema.json").read_text("utf-8"))

    assert list(schema["properties"]) == list(KEYS)
    assert [key for key in KEYS if f"`{key}`" not in page] == []


def test_the_changelog_counts_the_questions_rightly() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")

    assert f"A bank of {len(shipped_bank().questions)} questions" in changelog


def test_every_dimension_has_its_question_file() -> None:
    assert {path.stem for path in (ROOT / "prompts").glob("*.toml")} == {dimension.id for dimension in DIMENSIONS}


@pytest.mark.parametrize(
    "name", ["README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md", "docs/format.md", "docs/model.md"]
)
def test_every_link_has_a_target(name: str) -> None:
    page = ROOT / name
    links = re.findall(r"\]\(([^)#:]+)\)", page.read_text("utf-8"))

    assert [link for link in links if not (page.parent / link).exists()] == []
