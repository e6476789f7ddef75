"""An invented autumn of one ECT's journal, for `mentorlog demo`. No real person is in it."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from mentorlog.dimensions import AUTHENTICITY, CREATIVITY, CRITIQUE, EXPANSION, SOLIDARITY, Dimension
from mentorlog.entry.compose import Answer, new_text
from mentorlog.files.toml import Values

NAME = "Sam"


@dataclass(frozen=True, slots=True)
class SampleEntry:
    """An entry of the sample journal, dated `days_ago` days before the demo."""

    days_ago: int
    title: str
    class_: str
    answers: tuple[tuple[Dimension, str, str], ...]
    other_values: Values = field(default_factory=dict)

    def day(self, today: date) -> date:
        """The entry's day; a day at a weekend becomes the Friday before it."""
        day = today - timedelta(days=self.days_ago)
        return day - timedelta(days=max(0, day.weekday() - 4))

    def text(self, today: date, letters: str) -> str:
        """The text of the entry's file. `letters` are the end of its id."""
        day = self.day(today)
        values = {
            "id": f"{day:%Y%m%d}-{letters}",
            "date": day,
            "role": "ect",
            "title": self.title,
            "class": self.class_,
        }
        answers = [Answer(text, dimension, question) for dimension, question, text in self.answers]
        return new_text({**values, "share": "mentor", **self.other_values}, answers)


ENTRIES = (
    SampleEntry(
        days_ago=41,
        title="Thirty rulers and no tape",
        class_="7M",
        answers=(
            (
                SOLIDARITY,
                "Who, if anyone, heard about this lesson before or after it, and what did saying it aloud do to your thinking?",
                "I told the technician over the sink what had happened with the tape. She laughed and said the class had\n"
                "invented a better experiment than the sheet. ==I had been calling it a muddle all morning.==",
            ),
        ),
        other_values={"next": "Ask the technician what she would leave out of the practical", "next_state": "done"},
    ),
    SampleEntry(
        days_ago=33,
        title="The quiet half of the room",
        class_="9B",
        answers=(
            (
                CRITIQUE,
                "What, if anything, were you asked to collect or rely on in this lesson, and what could it not tell you?",
                "The exit quiz came back green for nearly everybody. It could not tell me that the same six hands had been\n"
                "up all hour, and that I had looked for them.",
            ),
        ),
        other_values={
            "theory": "When I wait before taking a hand, then more of them answer, because the quick ones are not the only ones thinking",
            "ask": "Could I watch somebody who waits longer than I do?",
        },
    ),
    SampleEntry(
        days_ago=20,
        title="What the window was asked",
        class_="9B",
        answers=(
            (
                AUTHENTICITY,
                "At what moment did two things that matter to you point in different directions, and which one did you follow?",
                "The scheme says revision from now on. They had asked a real question about the rain on the window, and I said\n"
                "we would come back to it. ==I followed the scheme, and I am still not sure.==",
            ),
        ),
        other_values={"talk": True},
    ),
    SampleEntry(
        days_ago=8,
        title="Listening from the back",
        class_="7M",
        answers=(
            (
                EXPANSION,
                "What do you believe about how this class learns, and what would you have said a month ago?",
                "They explain more to each other when I am not in front of them. From the back I heard two of them settle an\n"
                "argument that I would have settled first.",
            ),
        ),
        other_values={
            "theory": "When nobody is waiting for me, then they argue with the idea, because there is no face to read",
            "next": "Stay at the back for the first ten minutes",
        },
    ),
)
ANSWERED = (
    CREATIVITY,
    "What did this lesson hand you that your plan had not allowed for, and what did you do in that moment?",
    "The projector went at ten past. I had nothing to point at, so I asked them to draw what they thought the slide\n"
    "would have said. ==The drawings were better than the slide, and I would never have asked.==",
)
MOMENT = "The slide that never came"
TRY_NEXT = "Begin one lesson with their drawing, before any slide"
