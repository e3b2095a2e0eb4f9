"""How a number was read: its outcome and the rule that says so; and what the words beside a number say of it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from helpers.figures.lexicon import PEOPLE_ONLY, PLURAL
from helpers.figures.units import Tagged

PART = "part"
JOINED = "joined"
OWN_NOUN = "12 deaths"
"""The rule of a number whose noun tells its harm and no other: not of "nine women and **12 deaths**"."""
AID = "aid for 12"
BACK = "of those before"
AGAIN = "those before counted again"
ELSEWHERE = "part elsewhere"
"""Rules that a number gets without a word of its own that decides."""
PARTS, POINTING = (PART, ELSEWHERE), (BACK, AGAIN)
_NOUN_PHRASE = re.compile(
    r"(?:ot?[aewU]{0,2}n|i[WDJ](?:p[tyaUwg]{1,4})?)b[yt]{0,2}[aU]?(n)"
    r"|ot?[GI](n)"
    r"|(?![^n]{0,4}[WDJI]y?t)(?:e?ot?)?(?:[aewyUtWDJI]|[aU],?(?=c?[aUn])|[aU]c|[gG](?=n)|,[^,S]{1,5},){0,6}?(n)"
    r"|(?:i|ot?[aU]?[WJNDI](?:p[tUawg]{1,3})?|ot?q[^qSI.;,]{0,10}?)[,b]?y*[teawyUJDW]{0,4}(n)"
    r"|[aewyUt]{0,4}[NM]o[teaU]{0,2}(n)"
    r"|[aewyUt]{0,4}[NJ]H[taU]{0,3}(n)"
    r"|b[yt]{0,2}a?(n)"
    r"|(?:ot?)?[aewyUt]{0,4}?([NM])"
)
_SPEAKER = re.compile(r"[aewyU]{0,3}n?[nw](?:c[taewyU]{1,4}n)?(S)(?!pb)(t?[aU])?")
PRONOUNS = ("he", "she", "it", "they")
ADDRESSING = ("told", "tells", "telling", "informed", "informs", "informing")
"""Verbs of speech behind which stands who was told."""
_TRAILING_PART = re.compile(r"(?:ot?[aUwg]{0,2})?[aewyUnt]{0,4}(?:,?cq[aewyUnt]{0,4})?(i)(?:$|[.,;Sc]|(?P<verb>[Ib]))")
_RIGHT_BEHIND = re.compile("q[aewyU]{0,3}n$")
"""Before a part whose comma was lost: "12 men **five** boys among them died"."""
_INCLUDED = "included"
"""Behind a part before the verb of the whole: "12 bakers, two women **included** died"."""
HOUSEHOLD, DWELLING = "families", "dwelling"
"""Group of nouns for families, kind of nouns for what they live in."""
_AGED = ("men", "women", "children")
"""Groups of nouns for one person, whose "of" tells an age."""
_FOR_THE_MOST_PART = ("mostly", "mainly", "largely")
"""Adverbs before a noun that is true of most, not of all: "22, mostly children"."""
INSIDE_PART = re.compile(r"(?:on[aUw]{0,2})?[,teypUb]{0,3}(?:c[aewyUnt]{1,4}(?:,?|b(?=i(?!q))))?i")
"""Leftwards from a number what makes it a part: "**including** five", "among them a nurse **and** five"."""
_OF_THEM, _BEGINS_OF_THEM = re.compile(r"i|e?ot[WJ]"), "of"
_OPENING = re.compile("i,?[tey]{0,2}")
_OF_HARMED = re.compile("e?ot[WJ]")
_ROLES = {"W": ("D", "J", "N", "M"), "L": ("X",), "J": ("J", "N", "M"), "G": ("G", "E")}
_NOUN_ROLES = ("N", "M", "J", "D")


@dataclass(slots=True)
class Reading:
    """How a number was read: its outcome, the rule that says so, the unit that decided.

    ``whole`` is the unit of the number of which this one is a part, ``joined`` of the one whose outcome it shares;
    -1 where none.
    """

    outcome: str
    rule: str
    unit: int
    cost: float = 0.0
    whole: int = -1
    joined: int = -1


def people_at(tagged: Tagged, at: int) -> int:
    """The unit of the noun for people in the phrase of the number at unit ``at``, or -1."""
    behind = tagged.tags[at + 1 : at + 3]
    if behind == "yn" and tagged.text(at + 1).lower() in _FOR_THE_MOST_PART:
        return -1
    if behind.startswith("i") and not tagged.text(at + 1).lower().startswith("of"):
        return -1
    match = _NOUN_PHRASE.match(tagged.tags, at + 1)
    return match.start(match.lastindex) if match else -1


def stands_for_one(tagged: Tagged, noun: int) -> bool:
    """Whether a noun for people is told of one man, woman or child: "a girl", not "girls", "a family"."""
    word = tagged.text(noun).split()[-1].lower()
    return tagged.entries[noun].group in _AGED and not PLURAL.match(word)


def counts_households(tagged: Tagged, at: int) -> bool:
    """Whether the number at unit ``at`` counts families."""
    noun = people_at(tagged, at)
    return noun >= 0 and tagged.entries[noun].group == HOUSEHOLD


def speaks(tagged: Tagged, at: int) -> bool:
    """Whether who stands behind unit ``at`` says something: "12 died, a **teacher said**", not ", said the mayor"."""
    speaker = _SPEAKER.match(tagged.tags, at + 1)
    if speaker is None or tagged.text(speaker.start(1) - 1).lower() in PRONOUNS:
        return False
    return speaker[2] is None or tagged.text(speaker.start(1)).lower() in ADDRESSING


def outcome_of(tagged: Tagged, unit: int, noun: bool = False) -> str:
    """The outcome that a unit's phrase stands for, in the role that its tag says; empty where it has none."""
    outcomes = tagged.entries[unit].outcomes
    tag = tagged.tags[unit]
    roles = _NOUN_ROLES if noun else _ROLES.get(tag, (tag, *PEOPLE_ONLY.values()))
    return next((outcomes[role] for role in roles if role in outcomes), "")


def is_of_them(tagged: Tagged, at: int) -> bool:
    """Whether a number is of some of those told before: "12 **of them**", not "12 **including** two children"."""
    if _OF_THEM.match(tagged.tags, at + 1) is None:
        return False
    return tagged.tags[at + 1] != "i" or tagged.text(at + 1).lower().startswith(_BEGINS_OF_THEM)


def opens_with_them(tagged: Tagged, at: int) -> bool:
    """Whether a sentence opens with those told before, of whom a number is some: "**Of these,** 12 returned"."""
    opening = _OPENING.fullmatch(tagged.tags, 0, at) is not None
    return opening and tagged.text(0).lower().startswith(_BEGINS_OF_THEM)


def is_marked(tagged: Tagged, at: int) -> bool:
    """Whether words beside the number at unit ``at`` make it a part: "**including** five", "five **of them**"."""
    if INSIDE_PART.match(tagged.leftward(at)) or is_of_them(tagged, at):
        return True
    trailing = _TRAILING_PART.match(tagged.tags, at + 1)
    if trailing is None or not trailing["verb"]:
        return trailing is not None
    return tagged.text(trailing.start(1)).lower() == _INCLUDED or _RIGHT_BEHIND.search(tagged.tags, 0, at) is not None


def harmed_among(tagged: Tagged, at: int) -> str:
    """What befell those of whom a number is some, where it says so: "nine **of the wounded**"; else empty."""
    of = _OF_HARMED.match(tagged.tags, at + 1)
    return outcome_of(tagged, of.end() - 1, noun=True) if of is not None else ""
