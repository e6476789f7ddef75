"""The model: six dimensions of professional learning, three strands each, in their fixed order.

It is based on the blog post that `post.py` describes. Three kinds of text are kept apart: a `quotation` is in the
post's words; names, `meaning`, `kind` and `readings` are read out of it; `setting`, `tension`, `invitation` are ours.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from mentorlog.errors import UsageError
from mentorlog.post import Quotation

Role = Literal["ect", "mentor"]
Stage = Literal["opening", "deepening", "forward"]
Mode = Literal["ask", "self"]  # a mentor's question: to put to the ECT, or to reflect on
STAGES: tuple[Stage, ...] = ("opening", "deepening", "forward")


@dataclass(frozen=True, slots=True)
class Strand:
    """One thread of a dimension; `id` is stable. `name` and `meaning` are what we read out of the `quotation`."""

    id: str
    name: str
    meaning: str
    quotation: Quotation


@dataclass(frozen=True, slots=True, eq=False)  # compared by identity: there are only these six
class Dimension:
    """One of the six.

    `called` is the tension that the post calls it, if it does; `readings` says what else we read out of the post.
    `setting` is what the school or mentor makes possible: an attribute is theirs too.
    """

    id: str
    name: str
    kind: Literal["attribute", "behaviour"]
    quotation: Quotation
    meaning: str
    readings: tuple[str, ...]
    strands: tuple[Strand, Strand, Strand]
    source: str
    setting: str
    tension: str
    invitation: str
    called: str = ""
    also: str = ""


CREATIVITY = Dimension(
    id="creativity",
    name="Creativity",
    kind="attribute",
    quotation=Quotation("mentors create opportunity for creativity", "L12.4"),
    meaning="Room to leave the plan, to try, and to see how others do it.",
    readings=(
        "Others give all three: ECTs “need to be given” them (L12.5). A quiet one may mean that there was little room.",
        "The post also speaks of “points of tension” here, and of practices that seem “relatively safe” (L12.1-12.2).",
    ),
    strands=(
        Strand(
            "problem_solving",
            "Permission to problem-solve",
            "Leave to work out what to do when the plan does not cover it.",
            Quotation("permission to problem-solve", "L12.5"),
        ),
        Strand(
            "innovation",
            "Opportunity to innovate",
            "A chance to try something that is new to you or to this class.",
            Quotation("opportunities to innovate", "L12.5"),
        ),
        Strand(
            "alternatives",
            "Access to other practices",
            "A way to meet other practices and other ways of looking.",
            Quotation("access to alternative practices and perspectives", "L12.5"),
        ),
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
    quotation=Quotation("mentors should offer solidarity", "L14.1"),
    meaning="Being looked after, looking beyond oneself, and answering to one another.",
    readings=(
        "Others give these too: ECTs and mentors alike need the opportunities, the chances and the spaces (L14.4).",
        "It “starts with the emotional support” but “goes further” (L14.2): to answering to one another (L14.3).",
    ),
    strands=(
        Strand(
            "dialogue",
            "Dialogue",
            "Professional talk with time in it.",
            Quotation("opportunities for professional dialogue", "L14.4"),
        ),
        Strand(
            "joint_work",
            "Joint work",
            "Planning, teaching or looking at something together.",
            Quotation("chances to engage in collaboration and joint enterprises", "L14.4"),
        ),
        Strand(
            "shared_values",
            "Shared values",
            "Finding and saying what matters to all of you.",
            Quotation("the spaces to create shared values", "L14.4"),
        ),
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
    quotation=Quotation("a need for mentors to offer authenticity", "L16.1"),
    meaning="Knowing the place you teach in, its pressures, its dilemmas, and your own values in it.",
    readings=(
        "Mentors give this: they help ECTs to understand the place (L16.2). Both bring their values to it (L16.5).",
        "The post says that the place can “create tensions” (L16.3); it does not name their two sides.",
    ),
    strands=(
        Strand(
            "context",
            "Context",
            "What this place is like, and what it asks of the people in it.",
            Quotation("the specific contexts of their emerging practice", "L16.2"),
        ),
        Strand(
            "ethics",
            "Ethics",
            "The dilemmas in ordinary decisions.",
            Quotation("the ethical dimensions and dilemmas of their practice", "L16.4"),
        ),
        Strand(
            "values",
            "Values",
            "What you hold to, and how that changes.",
            Quotation("the evolution of their values over time", "L16.5"),
        ),
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
    quotation=Quotation("a chance to articulate their learning", "L18.2"),
    meaning="Putting practice and thinking into words that others can use.",
    readings=(
        "The noun is ours, for “articulate”. Mentoring should give the chance to “both parties” (L18.3).",
        "The post does not name the two sides of this tension.",
    ),
    strands=(
        Strand(
            "explaining",
            "Explaining in public",
            "Saying, where others can hear it, what you did and what you were thinking.",
            Quotation("explain their practices and their thinking to others", "L18.3"),
        ),
        Strand(
            "contributing",
            "Adding to a shared knowledge base",
            "Putting what you found out where others can know and use it.",
            Quotation("contribute to an accessible professional knowledge base", "L18.4"),
        ),
        Strand(
            "shared_language",
            "A language shared across phases and professions",
            "Finding words that mean the same to each of you.",
            Quotation("a shared language with other education practitioners", "L18.4"),
        ),
    ),
    source="L18.2-18.4",
    setting="A listener; a real audience; terms explained, not assumed.",
    tension="Keeping it to myself, and putting it where others can use it.",
    invitation="What has given either of you a reason to explain your thinking to someone else?",
    called="the first of the post's tensions (L18.1-18.2)",
    also="articulate",
)
CRITIQUE = Dimension(
    id="critique",
    name="Critique",
    kind="behaviour",
    quotation=Quotation("be realistic about the importance of critique", "L20.1"),
    meaning="Looking hard at evidence and practice, slowly, and without anyone being judged.",
    readings=(
        "Others give the room: all are “invited” to question evidence (L20.4), and not “nudged or forced” (L20.5).",
        "Its two sides, as we read them: critique, and being “the bearer or recipient of criticism” (L20.2).",
    ),
    strands=(
        Strand(
            "evidence",
            "Evidence, research and theory",
            "Looking at what there is to see, at what is collected, and at what has been written.",
            Quotation("to reflect critically on practice, research and theory", "L20.3"),
        ),
        Strand(
            "attuning",
            "Attuning",
            "Tuning a practice until it fits you and the class.",
            Quotation("tune, attune and refine their own practices", "L20.5"),
        ),
        Strand(
            "critical_friends",
            "Critical friends",
            "People who make you think again.",
            Quotation("networks of critical friends, who provoke them to think", "L20.6"),
        ),
    ),
    source="L20.1-20.7",
    setting="Licence to question what is collected; an unhurried pace; no judgement.",
    tension="Looking hard at practice, without anyone being judged.",
    invitation="What piece of work or moment could the two of you look at together, with nothing to decide?",
    called="the second of the post's tensions (L18.1, L20.1)",
)
EXPANSION = Dimension(
    id="expansion",
    name="Expansion",
    kind="behaviour",
    quotation=Quotation("we have allowed that learning to expand educational practice", "L22.2"),
    meaning="Thinking with others, steering yourself, building theories of your own, and carrying them outwards.",
    readings=(
        "The noun is ours, for “restrictive rather than expansive” (L22.1). Others allow it (L22.2-22.3).",
        "The post does not say what it means by dialogic thinking. We read it as thinking with other voices.",
    ),
    strands=(
        Strand(
            "self_regulation",
            "Dialogic thinking and self-regulation",
            "Thinking with other voices, and steering your own learning.",
            Quotation("dialogic thinking and self-regulation", "L22.3"),
        ),
        Strand(
            "personal_theory",
            "Personal theory",
            "Your own account of how this works.",
            Quotation("personal theories and models to inform their practice", "L22.3"),
        ),
        Strand(
            "organisation",
            "Organisation",
            "What your learning could change in the school.",
            Quotation("contribute to organisational development", "L22.3"),
        ),
    ),
    source="L22.1-22.4",
    setting="Interest in the ECT's own theory; a door to curriculum or policy talk.",
    tension="Fitting in here, and changing something here.",
    invitation="Which conversation about something bigger than one lesson could either of you open for the other?",
    called="the post's “final unresolved tension” (L22.1)",
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
    """The dimension that a person names. Raises UsageError for any other word."""
    if dimension := dimension_named(name):
        return dimension
    raise UsageError(f"'{name}' is not one of the six dimensions", hint=", ".join(each.id for each in DIMENSIONS))
