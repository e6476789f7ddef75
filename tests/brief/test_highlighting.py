"""A writer chooses the sentence that is quoted first: it becomes the only highlight, and no other word changes."""

from collections.abc import Sequence

import pytest
from hypothesis import given

from builders import an_entry, journals, read_again
from examples import examples
from mentorlog.brief.highlighting import sentences_of, with_highlight
from mentorlog.brief.quoting import quoted_first
from mentorlog.dimensions import CREATIVITY, CRITIQUE
from mentorlog.entry.compose import Answer
from mentorlog.entry.entry import Entry
from mentorlog.errors import ContentError


def test_the_sentences_of_every_open_answer_are_offered_in_order() -> None:
    entry = an_entry(
        "2026-11-20",
        Answer("The funnels had gone. I put the beakers\nout.", CREATIVITY),
        Answer("- Nineteen ticks\n- ==None was an answer.==", CRITIQUE),
        private="Nobody reads this.",
    )

    assert sentences_of(entry) == [
        "The funnels had gone.", "I put the beakers out.", "Nineteen ticks", "None was an answer.",
    ]  # fmt: skip


def test_the_chosen_sentence_is_quoted_first_and_the_earlier_highlight_is_gone() -> None:
    entry = an_entry("2026-11-20", Answer("==The funnels had gone.== I put the beakers out. They waited.", CREATIVITY))

    text = with_highlight(entry, 1)

    assert "The funnels had gone. ==I put the beakers out.== They waited." in text
    assert quoted_first(read_again(entry.path, text)) == "I put the beakers out."


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_only_the_marks_change_in_the_file(end: str) -> None:
    text = '+++\ndate = 2026-11-20\nnext = "a == b"\n+++\n\n## Critique\n\nOne ran on\nhere. Two. ==Three.==\n'
    entry = read_again("a.md", text.replace("\n", end))

    chosen = with_highlight(entry, 0)

    assert chosen == text.replace("One ran on\nhere.", "==One ran on\nhere.==").replace("==Three.==", "Three.").replace(
        "\n", end
    )


def test_a_highlight_that_begins_within_the_sentence_before_is_taken_away_whole() -> None:
    entry = an_entry("2026-11-20", Answer("We waited, ==and then. It came.== They left at once.", CRITIQUE))

    text = with_highlight(entry, 2)

    assert "==They left at once.==" in text
    assert quoted_first(read_again(entry.path, text)) == "They left at once."


def test_a_sentence_that_cannot_be_highlighted_is_refused() -> None:
    entry = an_entry("2026-11-20", Answer("They asked what `a == b` is, and I said a==b is a question.", CRITIQUE))

    with pytest.raises(ContentError, match="can't be quoted first, so nothing was changed"):
        with_highlight(entry, 0)


@examples(60)
@given(journals())
def test_any_choice_is_quoted_first_or_refused_and_nothing_private_is_offered(entries: Sequence[Entry]) -> None:
    for entry in entries:
        offered = sentences_of(entry)
        assert not any("ZZPRIVATEZZ" in sentence for sentence in offered)
        for number in range(len(offered)):
            try:
                text = with_highlight(entry, number)
            except ContentError:
                continue
            assert text.replace("==", "") == entry.text.replace("==", "")
