"""Whether a line suggests that a child may be at risk, which is for the safeguarding lead and no journal.

A sentence is held back on nothing: the answer is one more sentence for the writer. So it rather speaks up once too
often than not at all; words about books, sport and lessons are passed over where that is plain.
"""

import re

_CHILD = re.compile(
    r"\b(he|she|they|him|her|them|his|their|pupils?|child(?:ren)?|boys?|girls?|student|kids?|year \d+|[A-Z][a-z]+)\b"
)
_HARM = re.compile(
    r"\b(self[- ]?harm\w*|suicid\w+|kill (?:him|her|them)sel\w+|end (?:his|her|their) life|want(?:s|ed)? to die|"
    r"cut(?:s|ting)? (?:him|her|them)sel\w+|cuts? on (?:his|her|their) (?:arms?|wrists?|legs?)|overdos\w+|"
    r"bruis(?:e|es|ed) (?:on|all|across|down)|(?:has|had|with|saw|hid) (?:\w+ ){0,3}bruises?|burn marks?|black eye|"
    r"(?:dad|mum|father|mother|uncle|step\w+|carer|parents?|brother|boyfriend|neighbour|someone)\W+(?:\w+\W+){0,3}"
    r"(?:hits?|hit|hurts?|beats?|beat|slaps?|slapped|touch(?:es|ed)|abus\w+|threaten\w*|locks?|locked)\b"
    r"(?! (?:the|a) (?:ball|bell|target|nail))|"
    r"(?:scared|afraid|frightened|terrified|doesn't want|did not want|didn't want) (?:to go|of going) home|"
    r"(?:hit|hurt|beaten|touched|abused|unsafe) at home|not safe at home|sexual\w* (?:abus|assault|harass)\w*|"
    r"groom(?:ed|ing)\b(?! (?:the )?(?:pony|horse|dog))|neglect(?:ed)?\b|domestic (?:abuse|violence)|"
    r"(?:not|n't|nothing to) eat(?:en)? (?:since|for (?:\w+ )?days?)|forced marriage|\bFGM\b|county lines|"
    r"(?:carr(?:y|ies|ied|ying)|brought in|has) (?:a|the) knife|run(?:ning)? away from home|ran away from home|"
    r"disclos(?:ed|ure)|safeguarding (?:concern|issue)|abus(?:e|ed|es|ing) (?:him|her|them)\b|being abused)",
    re.IGNORECASE,
)
_LESSON = re.compile(
    r"\b(macbeth|juliet|romeo|hamlet|ophelia|othello|lear|novel|poem|play|scene|act \w+|chapter|character|text|author|"
    r"history|war|battle|source|topic|lesson on|essay|film|theme|stanza|safeguarding training|assembly about)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^.!?\n]+")


def is_risk(text: str) -> bool:
    """Whether a sentence of `text` speaks of a child and of harm, and not plainly of a book or a lesson."""
    sentences = (found.group() for found in _SENTENCE.finditer(text))
    return any(_HARM.search(each) and _CHILD.search(each) and not _LESSON.search(each) for each in sentences)
