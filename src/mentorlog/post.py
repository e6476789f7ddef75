"""The blog post that the model is based on: what it is, what we read out of it, and how its words are cited.

"L12.5" means line 12, sentence 5 of the post. Curly quotation marks in these texts, and in those of `dimensions.py`,
hold words of the post and nothing else.
"""

from dataclasses import dataclass

SOURCE = (
    "Based on the account in Rachel Lofthouse's blog post of her 2018 model of professional learning; "
    "the questions are ours."
)
POST = (
    'Rachel Lofthouse, "Teacher mentoring; rising to the challenge of the Early Career Framework", '
    "Carnegie Education blog, Leeds Beckett University"
)
BACKGROUND = (
    "This is her 2018 model, as the post gives it. The 2018 paper is about initial teacher education; the post "
    "carries the model to ECTs. She redrew it in 2020; mentorlog follows the post. She has not endorsed mentorlog."
)
NAMING = (
    "The post does not number its ideas: the six dimensions, their strands and their names are our reading. "
    '"Articulation" and "expansion" are our nouns for its “articulate” and “expansive”. The post speaks of attributes, '
    "of people and of institutions, and of the behaviours and cultures that can result (L10.2). That the first three "
    "are attributes and the last three behaviours is our reading of its order."
)
TENSIONS = (
    "The post calls the last three “tensions in creating and sustaining these rich practices” (L18.1). "
    "The wording of all six tensions is ours."
)
COUNTING = "Its paragraphs are counted from “I have been taking stock”."
_FIRST_PARAGRAPH = 8  # its line in the post; an empty line follows each paragraph


@dataclass(frozen=True, slots=True)
class Quotation:
    """A few words of the post, exactly as they stand there; `where` is the line and sentence, as "L12.5"."""

    words: str
    where: str

    @property
    def place(self) -> str:
        """Where the words are, for a reader of the post: its paragraphs counted without title and summary."""
        line, _, sentence = self.where.removeprefix("L").partition(".")
        return f"paragraph {(int(line) - _FIRST_PARAGRAPH) // 2 + 1}, sentence {sentence}"
