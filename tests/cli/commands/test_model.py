"""`mentorlog model`: the six dimensions in order, each with what is the post's and what is ours."""

import pytest

from conftest import Run, Start
from mentorlog.dimensions import DIMENSIONS, Dimension
from mentorlog.errors import ExitCode
from mentorlog.post import BACKGROUND, POST, TENSIONS


@pytest.fixture
def wide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.usefixtures("wide")
def test_all_six_dimensions_appear_in_order_with_their_strands(run: Run) -> None:
    result = run("model")

    assert result.exit_code == ExitCode.DONE
    places = [result.stdout.index(f"\n{dimension.name}") for dimension in DIMENSIONS]
    assert places == sorted(places)
    for dimension in DIMENSIONS:
        assert f"{'; '.join(strand.name.lower() for strand in dimension.strands)}." in flat(result.stdout)


@pytest.mark.usefixtures("wide")
def test_the_model_names_the_post_and_the_tensions_and_implies_no_endorsement(run: Run) -> None:
    shown = flat(run("model").stdout)

    assert POST in shown
    assert TENSIONS in shown
    assert "Rachel Lofthouse has not endorsed mentorlog." in shown


@pytest.mark.usefixtures("wide")
def test_each_dimension_has_a_line_from_the_post_one_read_and_one_of_ours(run: Run) -> None:
    shown = flat(run("model").stdout)

    for dimension in DIMENSIONS:
        quotation = dimension.quotation
        assert f"post “{quotation.words}” {quotation.where} read {dimension.kind.capitalize()}: " in shown
        assert f". ours Tension: {dimension.tension[0].lower()}{dimension.tension[1:]}" in shown
        assert dimension.called in shown


def test_the_whole_model_can_be_read_in_about_a_minute(run: Run) -> None:
    assert len(run("model").stdout.split()) < 280


@pytest.mark.parametrize("dimension", DIMENSIONS, ids=lambda dimension: dimension.id)
@pytest.mark.usefixtures("wide")
def test_one_dimension_shows_what_the_post_says_what_is_read_out_of_it_and_what_is_ours(
    run: Run, dimension: Dimension
) -> None:
    shown = flat(run(f"model {dimension.id}").stdout)

    head, _, rest = shown.partition(" THE POST SAYS ")
    post, _, rest = rest.partition(" READ OUT OF IT ")
    read, _, rest = rest.partition(" OURS ")
    ours, _, source = rest.partition(" THE POST ")
    assert head == f"{dimension.name} {dimension.source}"
    for quotation in (dimension.quotation, *(strand.quotation for strand in dimension.strands)):
        assert f"“{quotation.words}” {quotation.where}" in post
    assert dimension.called in post
    for text in (dimension.meaning, *dimension.readings, "is our reading (L10.2)."):
        assert text in read
    for strand in dimension.strands:
        assert f"{strand.name} {strand.meaning}" in read
    for text in (dimension.setting, dimension.tension, dimension.invitation):
        assert text in ours
    assert f"mentorlog questions -d {dimension.id}" in ours
    for text in (POST, BACKGROUND):
        assert text in source


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
    terminal = start("model articulation", columns=40, rows=90)

    assert terminal.end() == ExitCode.DONE
    assert "A language shared across phases and professions" in flat(terminal.text())
    assert "“a chance to articulate their learning” L18.2" in flat(terminal.text())
