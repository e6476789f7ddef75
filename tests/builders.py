"""Entries, questions and briefs for tests, made the way mentorlog makes them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from hypothesis import strategies as st

from mentorlog.brief.brief import Brief, Theme, brief
from mentorlog.brief.sources import Sources
from mentorlog.days import EVER, Period
from mentorlog.dimensions import AUTHENTICITY, CREATIVITY, CRITIQUE, DIMENSIONS, SOLIDARITY, Dimension, Mode
from mentorlog.entry.compose import Answer, new_text
from mentorlog.entry.entry import Entry, read_entry
from mentorlog.errors import ContentError
from mentorlog.journal.question_files import shipped_bank
from mentorlog.questions.bank import Bank, Question
from mentorlog.text import typed

PRIVATE = "ZZPRIVATEZZ"  # the private text in every entry of `journals`


def an_entry(
    day: str,
    *answers: Answer,
    letters: str = "k3f9",
    about: Sequence[Dimension] = (),
    private: str = "",
    **head: object,
) -> Entry:
    """Return an entry of that day, as if saved and read again. `about` are dimensions that the writer only tagged.

    `class_` is the key `class`; `private` is the text under `## Just for me`.
    """
    values = {
        "id": f"{day.replace('-', '')}-{letters}",
        "date": date.fromisoformat(day),
        "role": "ect",
        "dimensions": [dimension.id for dimension in about],
        **{key.rstrip("_"): value for key, value in head.items()},
    }
    text = new_text(values, answers)
    return read_again(f"{day[:4]}/{day}-{letters}.md", text + (f"\n## Just for me\n\n{private}\n" if private else ""))


def read_again(path: str, text: str) -> Entry:
    entry = read_entry(path, text.encode("utf-8"))
    assert isinstance(entry, Entry)
    return entry


def a_question(
    name: str,
    text: str = "What was there in this lesson?",
    dimension: Dimension = CREATIVITY,
    *,
    mode: Mode | None = None,
) -> Question:
    """Return an ECT's opening question, or with a mode a mentor's."""
    strand = dimension.strands[0].id
    return Question(name, dimension, strand, "opening", "mentor" if mode else "ect", mode, text)


@cache
def the_shipped_bank() -> Bank:
    return shipped_bank()


def sources(*entries: Entry, writer: str = "Sam", is_own: bool = False) -> Sources:
    """Return the sources of a brief that is handed on, or with `is_own` of the one on the writer's own screen."""
    return Sources(
        writer=writer,
        entries=entries,
        bank=the_shipped_bank(),
        period=EVER,
        seed="sam 1",
        is_own=is_own,
        is_handed_on=not is_own,
    )


def a_brief(
    *entries: Entry, others: Sequence[Entry] = (), writer: str = "Sam", other: str = "", is_own: bool = False
) -> Brief:
    """Return the brief for Sam's mentor, or with `is_own` for Sam. `others` are entries of the mentor's."""
    return brief(replace(sources(*entries, writer=writer, is_own=is_own), others=others, other=other))


def theme_of(made: Brief, dimension: Dimension | None, *, others: bool = False) -> Theme:
    """Return what the writer, or the other person, wrote about a dimension, or about none."""
    themes = made.others_themes if others else made.themes
    return next(theme for theme in themes if theme.dimension == dimension)


def a_full_brief(words: str = "", *, writer: str = "Sam", is_own: bool = False) -> Brief:
    """Return a brief with every part. `words` are in the middle of every text that a person can write.

    With `is_own`, only Sam has written.
    """
    inserted = f" {words}" if words else ""
    entries = (
        an_entry(
            "2026-10-07",
            Answer(f"And so I waited. ==I could feel{inserted} the room waiting to be told.==", CREATIVITY),
            class_=f"8Q{inserted}",
            title=f"Thirty faces{inserted}",
            next=f"Ask one pair{inserted} to predict",
            theory=f"When the counters stay out{inserted}, then they exchange sooner",
        ),
        an_entry(
            "2026-10-16",
            Answer(f"The tick told me{inserted} that they had finished.", CRITIQUE),
            Answer(f"She had seen{inserted} something from the side.", SOLIDARITY),
            class_="9B",
            title="Nineteen ticks",
            ask=f"Could I watch someone teach{inserted} the same lesson?",
        ),
        an_entry(
            "2026-10-20",
            Answer(f"We talked about{inserted} the ticks."),
            letters="m1m1",
            kind="meeting",
            title=f"Our meeting{inserted}",
        ),
        an_entry("2026-11-04", Answer(f"The bell went{inserted} and nobody moved."), title=f"The bell{inserted}"),
        an_entry(
            "2026-11-11",
            Answer(f"I taught it{inserted} as the scheme has it.", AUTHENTICITY),
            title=f"The question asked{inserted} to the window",
            talk=True,
            theory=f"When one adult only listens{inserted}, then we hear more",
            follows="20261007-k3f9",
        ),
    )
    mentors = (
        an_entry("2026-10-14", role="mentor", kind="step", next=f"Find out{inserted} who decides"),
        an_entry("2026-11-12", Answer(f"Where did I offer{inserted} my own method?", CRITIQUE), role="mentor"),
    )
    return a_brief(*entries, others=() if is_own else mentors, writer=writer, is_own=is_own)


def an_empty_brief(*entries: Entry, others: Sequence[Entry] = (), is_own: bool = False) -> Brief:
    """Return a brief for December 2026 from entries of the time before it."""
    made = replace(sources(*entries, is_own=is_own), others=others, period=Period(date(2026, 12, 1)))
    return brief(made)


# The characters of structure.
_WORDS = st.text(st.sampled_from("aB .?!=\n\n#>-*`\\~+é\u2028"), max_size=60).map(lambda text: typed(text)[0])
_ANSWERS = st.lists(st.tuples(st.sampled_from(DIMENSIONS), _WORDS), max_size=4)
_LINES = st.text(st.sampled_from("aB .=\n`>-~"), max_size=40)


@st.composite
def journals(draw: st.DrawFn) -> Sequence[Entry]:
    """Draw journals as mentorlog writes them, each entry with a private section before or after the others."""
    entries = []
    for number in range(draw(st.integers(0, 5))):
        day = date(2026, 9, 1) + timedelta(days=draw(st.integers(0, 3)))
        answers = [Answer(text, dimension) for dimension, text in draw(_ANSWERS) if text.strip()]
        tags = [dimension.id for dimension in draw(st.sets(st.sampled_from(DIMENSIONS), max_size=2))]
        try:
            text = new_text({"id": f"{day:%Y%m%d}-{number:04}", "date": day, "dimensions": tags}, answers)
        except ContentError:  # mentorlog would have refused to save it
            continue
        private = f"\n\n## Just for me\n\n=={PRIVATE}==\n\n{draw(_LINES)}\n\n{PRIVATE}. {PRIVATE}\n"
        at = draw(st.sampled_from([len(text), text.index("+++\n", 4) + 4]))
        entries.append(read_again(f"2026/{day}-{number}.md", text[:at] + private + "\n" + text[at:]))
    return entries
