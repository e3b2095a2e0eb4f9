"""As in "A" and "an" before a person to whom something happened: "killed a nurse" counts one.

They are read after the numbers and never change how those are read.
"""

from __future__ import annotations

import re

from helpers.figures import outcomes
from helpers.figures.outcomes import Reading
from helpers.figures.quantities import Quantity
from helpers.figures.units import Tagged, Unit

_ARTICLES = frozenset(["a", "an", "another"])
_CANDIDATE = re.compile(r"[te](?=[aewyUWD,]{0,5}n)")
_PLURAL = re.compile(r"people$|children$|men$|women$|.*[^s]s$")
_HARMING = ("i", "K", "G", "D")
"""Tags behind which an article belongs to the harmed, though a statement follow: "killing a nurse, said ..."."""
_COUNTED = re.compile("ot?q")
"""A number of members behind the noun: "a family of six"."""
_DEAREST = 2.5
"""Looser readings than this are not trusted for an article."""


def read(tagged: Tagged, readings: dict[int, Reading]) -> dict[int, Reading]:
    """The readings of a sentence's indefinite articles, by unit; their units become quantities of one."""
    found: dict[int, Reading] = {}
    original = tagged.tags
    for match in _CANDIDATE.finditer(original):
        at = match.start()
        word = tagged.units[at].first
        noun = _noun(original, at)
        speaks = original[at - 1 : at] not in _HARMING and outcomes.SPEAKER.match(original, at + 1) is not None
        if (
            tagged.words.keys[word] not in _ARTICLES
            or noun < 0
            or speaks
            or _PLURAL.match(tagged.text(noun).split()[-1].lower())
        ):
            continue
        unit = tagged.units[at]
        tagged.units[at] = Unit(
            unit.first, unit.last, unit.entry, Quantity(word, word + 1, 1.0, 1.0, 1.0, "exact", word, indefinite=True)
        )
        tagged.tags = f"{original[:at]}q{original[at + 1 :]}"
        reading = outcomes.read(tagged, tagged.words.keys).get(at)
        tagged.tags = original
        if reading is not None and reading.cost <= _DEAREST and original[reading.unit] not in "MT":
            found[at] = reading
    return found


def _noun(tags: str, at: int) -> int:
    match = re.compile(r"[aewyUWD,]{0,5}n").match(tags, at + 1)
    return match.end() - 1 if match else -1
