"""What is said about the post: whose it is, which words are its own, and where they are."""

import re

from mentorlog.post import BACKGROUND, COUNTING, NAMING, POST, TENSIONS, Quotation
from post_words import QUOTED


def test_the_post_is_named_by_its_author_title_and_publisher() -> None:
    assert POST.startswith("Rachel Lofthouse")
    assert '"Teacher mentoring; rising to the challenge of the Early Career Framework"' in POST
    assert "Carnegie Education blog, Leeds Beckett University" in POST


def test_no_endorsement_is_implied() -> None:
    assert "She has not endorsed mentorlog." in BACKGROUND


def test_curly_quotation_marks_hold_nothing_but_words_of_the_post() -> None:
    assert set(re.findall("“(.*?)”", f"{BACKGROUND} {COUNTING} {NAMING} {POST} {TENSIONS}")) <= QUOTED.keys()


def test_a_reader_of_the_post_finds_a_quotation_by_its_paragraph_and_sentence() -> None:
    places = [Quotation("", where).place for where in ("L8.1", "L12.5", "L22.3")]

    assert places == ["paragraph 1, sentence 1", "paragraph 3, sentence 5", "paragraph 8, sentence 3"]
