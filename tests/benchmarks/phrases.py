"""The phrases of the made-up journals. All are invented; no person and no school is real."""

SLOTS = {
    "who": (
        "the boy by the window", "the two at the back", "the girl who never starts", "the whole front row",
        "one pair near the door", "half the class", "the quiet table", "the technician", "my teaching assistant",
        "the one who came in late", "nearly everybody", "the three who sit by the radiator", "a Year 11 on work duty",
    ),
    "did": (
        "stopped writing and looked up", "asked me what the word meant", "drew it before I had said anything",
        "argued about the second line", "crossed out a whole page", "said that the example was wrong",
        "put the answer first and the reason after", "waited for me to move on", "laughed, and then went quiet",
        "turned the question round", "copied the heading and no more", "explained it better than I had",
    ),
    "thing": (
        "the worksheet", "my slide", "the starter", "the exit quiz", "the mark scheme", "the paragraph on the board",
        "the diagram", "the graph", "the seating plan", "the timer", "the homework", "the plan from the shared drive",
        "the practical", "the story we are reading", "the map",
    ),
    "when": (
        "in the first ten minutes", "just before the bell", "after the register", "while I was handing out books",
        "in the middle of my explanation", "at the end, when we had time left", "when the noise went up",
        "as soon as I sat down", "during the quiet part", "after the fire drill",
    ),
    "felt": (
        "relieved", "cross with myself", "out of my depth", "oddly calm", "rushed", "watched", "pleased, for once",
        "unsure what I was for", "tired before it began", "curious", "sorry that I had spoken",
    ),
    "thought": (
        "I had been answering a question that nobody had asked", "they needed longer than I can bear to wait",
        "the silence was mine and not theirs", "the task was doing the thinking for them",
        "I could have left that slide out", "my mentor would have seen it sooner", "it was the order that was wrong",
        "I had planned for the class I had last year", "they were being kind to me", "pace is not the same as speed",
        "nobody learns the word from hearing me say it", "I listen for what I already expect",
    ),
    "class_": ("7M", "7R", "8Q", "8T", "9B", "9L", "10C", "10X", "11A"),
}  # fmt: skip

SENTENCES = (
    "{who} {did} {when}.",
    "I noticed that {who} {did}, and I had no plan for that.",
    "I was {felt} {when}.",
    "What stays with me is how {who} {did}.",
    "Looking back, I think that {thought}.",
    "With {class_} it went the other way: {who} {did} before I had finished.",
    "I had put my hopes on {thing}, and {who} {did}.",
    "It took me until lunch to see that {thought}.",
    "I changed {thing} {when}, which I would not have dared in September.",
    "My mentor asked about {thing}, and all I could say was that {thought}.",
    "If I am honest I was {felt}, and I hid it behind {thing}.",
    "“{thought}” is what I wrote on the corner of the plan.",
    "Next to that, {thing} hardly mattered.",
    "The same {thing_only} had worked with {class_}, so it was not that alone.",
    "I keep thinking about {thing}: who was it for?",
    "{who} {did}; {who2} {did2}.",
    "I said nothing, counted to ten, and {who} {did}.",
    "Is it possible that {thought}?",
    "By then I was {felt} and so, I think, were they.",
    "When I asked why, {who} shrugged and pointed at {thing}.",
    "I’d like to try it again without {thing}, and see whether {who} still waits for me.",
    "There was a moment {when} when I could have stopped – and I didn’t.",
    "It isn’t in the scheme of work, but it took half the lesson and I do not regret it.",
    "A colleague said that {thought}, and I have been turning it over since.",
    "The books tell me less than I hoped: neat pages, and no trace of how {who} got there.",
    "I let {who} choose, and they chose {thing}.",
)
RARE_WORD = "thermometer"  # in about one entry of a hundred
RARE_SENTENCE = "Nobody could read the thermometer, so we argued about what counts as reading it."
COMMON_WORD = "mentor"  # in about every second entry

TITLES = (
    "{thing_only} again", "What {who} saw", "{class_}, last thing on a {weekday}", "Ten minutes with {who}",
    "Not {thing}", "Waiting, badly", "The question I did not ask", "{thing_only} and silence", "A better {weekday}",
    "Before and after {thing}", "Who was it for", "Starting with the end", "Less of {thing}", "Where the time went",
    "The other half of {class_}", "An argument about {thing}", "Slower than I like", "Left over from {weekday}",
)  # fmt: skip

STEPS = (
    "Wait ten seconds before I take an answer from {class_}",
    "Leave out {thing} once and see who asks for it",
    "Stand at the back for the first ten minutes",
    "Ask {who} what they would change",
    "Plan the last five minutes first",
    "Show one example that is wrong, and say nothing",
    "Sit with {who} while the others begin",
)
ASKS = (
    "Could I watch somebody else teach {class_}?",
    "Would you look at {thing} with me before next week?",
    "Can we talk about how long to wait?",
    "Is there an hour in which I could plan with a colleague?",
)
THEORIES = (
    "When I wait before I answer, then {who} speaks, because the gap is theirs",
    "When {thing} comes last, then they think first, because there is nothing to copy",
    "When I sit down, then the talk gets better, because nobody performs",
)
PRIVATE = (
    "I cried in the car afterwards, and it was not about the lesson.",
    "I do not want to be asked about this one.",
    "I applied for this job because of one teacher, and today I was not like that.",
    "Too tired to be fair to anybody.",
    "I wonder whether I will still be here in July.",
)
ONE_LINERS = (
    "Better than {weekday}.", "{thing_only}: never again like that.", "They were lovely and I was late.",
    "Ask about {thing}.", "Nothing to say today, and that is all right.", "Good silence in {class_}.",
)  # fmt: skip
OUTCOMES = ("done", "done", "done", "carried", "let go")
CLASSES = SLOTS["class_"]
SUBJECTS = ("Science", "English", "Mathematics", "History", "Geography", "Art")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
