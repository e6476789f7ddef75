"""`mentorlog model`: the six dimensions in their order, both sides of each, and where they come from."""

import pytest

from conftest import Run, Start
from mentorlog.dimensions import DIMENSIONS, NAMING, SOURCE, Dimension
from mentorlog.errors import ExitCode


@pytest.fixture
def wide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.usefixtures("wide")
def test_all_six_come_in_their_fixed_order_with_their_strands(run: Run) -> None:
    result = run("model")

    assert result.exit_code == ExitCode.DONE
    places = [result.stdout.index(f"\n{dimension.name}  {dimension.kind}") for dimension in DIMENSIONS]
    assert places == sorted(places)
    for dimension in DIMENSIONS:
        assert f"Strands: {', '.join(strand.name.lower() for strand in dimension.strands)}." in flat(result.stdout)


@pytest.mark.usefixtures("wide")
def test_it_says_whose_model_it_is_and_what_is_ours(run: Run) -> None:
    shown = flat(run("model").stdout)

    assert SOURCE in shown
    assert NAMING in shown
    assert "the questions are ours" in shown


@pytest.mark.parametrize("dimension", DIMENSIONS, ids=lambda dimension: dimension.id)
@pytest.mark.usefixtures("wide")
def test_one_dimension_shows_both_sides_and_its_place_in_the_source(run: Run, dimension: Dimension) -> None:
    shown = flat(run(f"model {dimension.id}").stdout)

    assert shown.startswith(f"{dimension.name} {dimension.kind} {dimension.meaning}")
    for words in (
        dimension.setting,
        dimension.tension,
        dimension.source,
        *(each.meaning for each in dimension.strands),
    ):
        assert words in shown


@pytest.mark.parametrize("name", ["Critique", "CRITIQUE", "critique?", "expansive", "articulate"])
def test_names_are_forgiven_their_case_and_the_posts_own_words_are_known(run: Run, name: str) -> None:
    assert run(["model", name]).exit_code == ExitCode.DONE


def test_a_name_that_is_none_of_the_six_lists_them(run: Run) -> None:
    result = run("model resilience")

    assert result.exit_code == ExitCode.USAGE
    assert result.stderr == (
        "mentorlog: 'resilience' is not one of the six dimensions\n"
        "  try: creativity, solidarity, authenticity, articulation, critique, expansion\n"
    )


@pytest.mark.terminal
def test_every_line_fits_a_narrow_terminal(start: Start) -> None:
    terminal = start("model critique", columns=40)

    assert terminal.end() == ExitCode.DONE
    assert "Looking hard at evidence and practice, slowly," in terminal.text()
    assert "L20.1-20.7" in terminal.text()
