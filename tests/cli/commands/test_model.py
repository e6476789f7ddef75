"""`mentorlog model`: the six dimensions in order, both sides of each, and their source."""

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
def test_all_six_dimensions_appear_in_order_with_their_strands(run: Run) -> None:
    result = run("model")

    assert result.exit_code == ExitCode.DONE
    places = [result.stdout.index(f"\n{dimension.name}  {dimension.kind}") for dimension in DIMENSIONS]
    assert places == sorted(places)
    for dimension in DIMENSIONS:
        assert f"Strands: {', '.join(strand.name.lower() for strand in dimension.strands)}." in flat(result.stdout)


@pytest.mark.usefixtures("wide")
def test_the_model_names_its_author_and_our_own_additions(run: Run) -> None:
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
        *(strand.meaning for strand in dimension.strands),
    ):
        assert words in shown


@pytest.mark.parametrize("name", ["Critique", "CRITIQUE", "critique?", "expansive", "articulate"])
def test_a_dimension_is_known_in_any_case_and_by_the_posts_own_words(run: Run, name: str) -> None:
    assert run(["model", name]).exit_code == ExitCode.DONE


def test_an_unknown_dimension_lists_the_six(run: Run) -> None:
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
