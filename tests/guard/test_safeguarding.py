"""Lines that suggest that a child may be at risk, and harmless ones."""

import pytest

from guard.measure_safeguarding import SETS, lines_of, share
from mentorlog.guard.safeguarding import is_risk

AT_RISK = (
    "He told me that his dad hits him.",
    "She had bruises on both arms again.",
    "One girl said she is scared to go home on Fridays.",
    "A boy in 8Q talked about wanting it to end, and said he wants to die.",
    "She showed me the cuts on her arms.",
    "He said someone touched him and he did not like it, someone has touched him before.",
    "They had not eaten for two days.",
    "A pupil disclosed something to me at the end.",
    "I think she is being groomed by an older boy.",
    "He has a knife in his bag, somebody said.",
    "Her mum's boyfriend hit her.",
    "I worry about self-harm with two of the girls.",
    "A pupil ran away from home last night.",
    "Her dad saw the text and hit her.",
    "At play he told me his mum hits him.",
    "Her dad hit her after she watched a film.",
    "One of them said that she'd been raped.",
    "He said he would hurt himself.",
    "There were marks on his neck.",
    "He showed me a knife.",
    "In the middle of Macbeth she whispered that her dad beats her.",
)
LESSONS = (
    "We talked about Juliet's suicide in the last scene, and she would not look up.",
    "I did the risk assessment for the trip, and they signed it.",
    "The abuse of power in Macbeth interests them.",
    "A bruising defeat for the netball team, and she laughed.",
    "He hit the target in the archery club.",
    "They cut the paper with scissors.",
    "I felt afraid of the silence, and he put his hand up.",
    "He neglects the minus sign each time.",
    "Nineteen ticks, and not one told me anything.",
    "She said the neglected garden in the poem is sad.",
    "We grouped them by the knife edge on the map.",
    "I could have killed for a coffee.",
    "Macbeth stabs Duncan, and she cheered.",
    "In the novel her uncle locks her in the red room.",
    "She hit the ball. Her brother beat her at chess.",
    "They cut themselves some paper.",
    "The lesson on FGM is next week and she has sent me the slides.",
    "",
)


@pytest.mark.parametrize("line", AT_RISK)
def test_a_line_about_a_child_at_risk_is_recognised(line: str) -> None:
    assert is_risk(line)
    assert is_risk(f"We did fractions.\n\n{line} Then the bell went.")


@pytest.mark.parametrize("line", LESSONS)
def test_a_line_about_a_lesson_raises_no_alarm(line: str) -> None:
    assert not is_risk(line)


@pytest.mark.slow
@pytest.mark.parametrize("text", ["bruises " * 30_000, "he " * 90_000, "poured the water " * 15_000, "mum x " * 40_000])
def test_a_long_text_is_read_to_its_end(text: str) -> None:
    assert not is_risk(text)
    assert is_risk(f"{text}her dad hit her")


@pytest.mark.parametrize("name", SETS)
def test_the_guard_is_right_about_95_in_100_lines_of_either_kind(name: str) -> None:
    assert share(lines_of(f"{name}/at-risk"), at_risk=True) >= 0.95
    assert share(lines_of(f"{name}/quiet"), at_risk=False) >= 0.95
