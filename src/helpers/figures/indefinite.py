"""What "a" and "an" count before a person to whom something happened: "killed a nurse" counts one.

They are read after the numbers and never change how those are read.
"""

from __future__ import annotations

import re

from helpers.figures import outcomes
from helpers.figures.lexicon import PLURAL
from helpers.figures.quantities import Quantity
from helpers.figures.reading import Reading, speaks, stands_for_one
from helpers.figures.units import Tagged

ARTICLES = frozenset(["a", "an", "another"])
_CANDIDATE = re.compile(r"[te](?=[aewyUWD,]{0,5}n)")
_NOUN = re.compile(r"[aewyUWD,]{0,5}n")
_OF_ONE = frozenset(["killed", "injured", "casualties", "detained", "missing"])
"""What is told of one person: nobody counts the displaced or the besieged by an article."""
_NOT_THE_PERSON = re.compile("[gT]|r[aewy]*n")
"""Behind a noun that is not the one harmed: "an Islamist **uprising**", "a man **whose son** was killed"."""
_WHOSE = "whose"
_HARMING = ("i", "K", "G", "D")
"""Tags behind which an article belongs to the harmed, though a statement follow: "killing a nurse, said ..."."""
_LISTED = re.compile("[aewyUW]{0,3}n(?:,?c|,)")
"""Between an article and the next of those who are listed: "a **man and** a woman"."""
_APPOSED = "qi"
"""Before an article that only says who was counted: "one of them **a** nurse"."""
_NO = "x"
"""Before an article that counts nobody: "**not** a single nurse"."""
_COUNTED = re.compile("ot?q")
"""A number of members behind the noun: "a family of six"."""
_AGENT = "by"
"""The preposition before who did it: "shot by a sniper"."""
_AS = "as"
"""Before what somebody only is called: "served **as** an officer", not "died **as** a nurse was shot"."""
_OF_SEVERAL = re.compile("-(?:member|man|strong|person)")
"""What tells of how many somebody is one: "a nine-**member** jihadist cell"."""
_DEAREST = 3.0
"""Looser readings than this are not trusted for an article."""


def read(tagged: Tagged) -> dict[int, Reading]:
    """The readings of a sentence's indefinite articles, by unit; their units become quantities of one."""
    found: dict[int, Reading] = {}
    original = tagged.tags
    for match in _CANDIDATE.finditer(original):
        at = match.start()
        word = tagged.firsts[at]
        if tagged.words.keys[word] not in ARTICLES or not _stands_for_one(tagged, at):
            continue
        tagged.quantities[at] = Quantity(word, word + 1, 1.0, 1.0, 1.0, "exact", word, indefinite=True)
        last = max(found, default=-1)
        tagged.tags = f"{original[:at]}q{original[at + 1 :]}"
        if last >= 0 and _LISTED.fullmatch(original, last + 1, at):
            tagged.tags = f"{tagged.tags[:last]}q{tagged.tags[last + 1 :]}"
        reading = outcomes.read(tagged).get(at)
        tagged.tags = original
        trusted = reading is not None and reading.cost <= _DEAREST and reading.outcome in _OF_ONE
        if trusted and original[reading.unit] not in "MT":
            found[at] = reading
    return found


def _stands_for_one(tagged: Tagged, at: int) -> bool:
    """Whether the article at unit ``at`` stands before one person: no speaker, not several, no family of six."""
    tags = tagged.tags
    noun = _NOUN.match(tags, at + 1)
    if (
        noun is None
        or tags.endswith((_APPOSED, _NO), 0, at)
        or (_COUNTED.match(tags, noun.end()) and not stands_for_one(tagged, noun.end() - 1))
        or (tags[at - 1 : at] == "p" and tagged.text(at - 1).lower() == _AGENT)
        or PLURAL.match(tagged.text(noun.end() - 1).split()[-1].lower())
        or _is_not_the_person(tagged, noun.end())
    ):
        return False
    if _OF_SEVERAL.search("".join(tagged.words.keys[tagged.lasts[at] : tagged.lasts[noun.end() - 1]])):
        return False
    if tagged.text(at - 1).lower() == _AS and not tags.startswith("b", noun.end()):
        return False
    return tags[at - 1 : at] in _HARMING or not speaks(tagged, at)


def _is_not_the_person(tagged: Tagged, behind: int) -> bool:
    """Whether what stands at unit ``behind`` a noun says that another, or nobody, was harmed."""
    match = _NOT_THE_PERSON.match(tagged.tags, behind)
    return match is not None and (match[0][0] != "r" or tagged.text(behind).lower() == _WHOSE)
