"""The model: six dimensions of professional learning, three strands each, in their fixed order.

It is based on the account of her 2018 model in Rachel Lofthouse's blog post; "L12.5" means line 12, sentence 5 of that
post. "Articulation" and "expansion" are our nouns for its "articulate" and "expansive". That the first three are
attributes and the last three behaviours is our reading of its order.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from mentorlog.errors import UsageError

Role = Literal["ect", "mentor"]
Stage = Literal["opening", "deepening", "forward"]
Mode = Literal["ask", "self"]  # a mentor's question: to put to the ECT, or to reflect on
STAGES: tuple[Stage, ...] = ("opening", "deepening", "forward")

SOURCE = (
    "Based on the account in Rachel Lofthouse's blog post of her 2018 model of professional learning; "
    "the questions are ours."
)
NAMING = (
    '"Articulation" and "expansion" are our nouns for the post\'s "articulate" and "expansive". '
    "That the first three are attributes, of people and of institutions, and the last three behaviours "
    "is our reading of its order."
)


@dataclass(frozen=True, slots=True)
class Strand:
    """One thread of a dimension; `id` is stable, `meaning` is in our words."""

    id: str
    name: str
    meaning: str


@dataclass(frozen=True, slots=True, eq=False)  # compared by identity: there are only these six
class Dimension:
    """One of the six. `setting` is what the school or mentor makes possible: an attribute is theirs too."""

    id: str
    name: str
    kind: Literal["attribute", "behaviour"]
    meaning: str
    strands: tuple[Strand, Strand, Strand]
    source: str
    setting: str
    tension: str
    invitation: str
    also: str = ""


CREATIVITY = Dimension(
    id="creativity",
    name="Creativity",
    kind="attribute",
    meaning="Room to leave the plan, to try, and to see how others do it.",
    strands=(
        Strand("problem_solving", "Problem-solving", "Working out what to do when the plan does not cover it."),
        Strand("innovation", "Innovation", "Trying something that is new to you or to this class."),
        Strand("alternatives", "Alternatives", "Meeting other practices and other ways of looking."),
    ),
    source="L12.4-12.7",
    setting="Room to leave the plan; time to try; other classrooms and reading.",
    tension="What feels safe, and what might be worth trying.",
    invitation="What room has there been lately, for either of you, to try something?",
)
SOLIDARITY = Dimension(
    id="solidarity",
    name="Solidarity",
    kind="attribute",
    meaning="Being looked after, looking beyond oneself, and answering to one another.",
    strands=(
        Strand("dialogue", "Dialogue", "Professional talk with time in it."),
        Strand("joint_work", "Joint work", "Planning, teaching or looking at something together."),
        Strand("shared_values", "Shared values", "Finding and saying what matters to all of you."),
    ),
    source="L14.1-14.4",
    setting="Someone to talk to, unhurried; planning together; saying what matters, both ways.",
    tension="Being looked after, and being answerable to one another.",
    invitation="Who has either of you had time to talk to or work with lately?",
)
AUTHENTICITY = Dimension(
    id="authenticity",
    name="Authenticity",
    kind="attribute",
    meaning="Knowing the place you teach in, its pressures, its dilemmas, and your own values in it.",
    strands=(
        Strand("context", "Context", "What this place is like, and what it asks of the people in it."),
        Strand("ethics", "Ethics", "The dilemmas in ordinary decisions."),
        Strand("values", "Values", "What you hold to, and how that changes."),
    ),
    source="L16.1-16.5",
    setting="Honesty about the school's pressures; safety to say that you were not sure it was right.",
    tension="What this place asks for, and what I think is right.",
    invitation="What has this place asked of either of you lately that would be worth talking through?",
)
ARTICULATION = Dimension(
    id="articulation",
    name="Articulation",
    kind="behaviour",
    meaning="Putting practice and thinking into words that others can use.",
    strands=(
        Strand("explaining", "Explaining", "Saying what you did and what you were thinking."),
        Strand("contributing", "Contributing", "Adding to what others can know and use."),
        Strand("shared_language", "Shared language", "Finding words that mean the same to each of you."),
    ),
    source="L18.2-18.4",
    setting="A listener; a real audience; terms explained, not assumed.",
    tension="Keeping it to myself, and putting it where others can use it.",
    invitation="What has given either of you a reason to explain your thinking to someone else?",
    also="articulate",
)
CRITIQUE = Dimension(
    id="critique",
    name="Critique",
    kind="behaviour",
    meaning="Looking hard at evidence and practice, slowly, and without anyone being judged.",
    strands=(
        Strand("evidence", "Evidence", "Looking at what there is to see, and at what is collected."),
        Strand("attuning", "Attuning", "Tuning a practice until it fits you and the class."),
        Strand("critical_friends", "Critical friends", "People who make you think again."),
    ),
    source="L20.1-20.7",
    setting="Licence to question what is collected; an unhurried pace; no judgement.",
    tension="Looking hard at practice, without anyone being judged.",
    invitation="What piece of work or moment could the two of you look at together, with nothing to decide?",
)
EXPANSION = Dimension(
    id="expansion",
    name="Expansion",
    kind="behaviour",
    meaning="Noticing yourself, building theories of your own, and carrying them outwards.",
    strands=(
        Strand("self_regulation", "Self-regulation", "Noticing what you feel and think, and what you do with it."),
        Strand("personal_theory", "Personal theory", "Your own account of how this works."),
        Strand("organisation", "Organisation", "What your learning could change in the school."),
    ),
    source="L22.1-22.4",
    setting="Interest in the ECT's own theory; a door to curriculum or policy talk.",
    tension="Fitting in here, and changing something here.",
    invitation="Which conversation about something bigger than one lesson could either of you open for the other?",
    also="expansive",
)

DIMENSIONS = (CREATIVITY, SOLIDARITY, AUTHENTICITY, ARTICULATION, CRITIQUE, EXPANSION)
ORDER = {dimension.id: place for place, dimension in enumerate(DIMENSIONS)}
_BY_NAME = {
    name: dimension for dimension in DIMENSIONS for name in (dimension.id, dimension.name, dimension.also) if name
}


def read_role(name: str) -> Role:
    """The role that a person names, in any case. Raises UsageError where it is neither."""
    roles: dict[str, Role] = {"ect": "ect", "mentor": "mentor"}
    if role := roles.get(name.strip().casefold()):
        return role
    raise UsageError(f"'{name}' is not a role", hint="--role ect or --role mentor")


def is_known(names: Iterable[str]) -> bool:
    """Whether every name is that of a dimension, exactly as we spell it."""
    return all(name in _BY_NAME for name in names)


def dimension_named(name: str) -> Dimension | None:
    """The dimension that `name` means, whatever its capitals, punctuation and emphasis marks; None if it means none."""
    return _BY_NAME.get(name) or _BY_NAME.get(re.sub(r"[\W_]+", "", name).casefold())


def read_dimension(name: str) -> Dimension:
    """The dimension that a person names. Raises UsageError if it is none of the six."""
    if dimension := dimension_named(name):
        return dimension
    raise UsageError(f"'{name}' is not one of the six dimensions", hint=", ".join(each.id for each in DIMENSIONS))
