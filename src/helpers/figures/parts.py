"""Part of what: numbers that a text states as parts of another, in one sentence or over several."""

from __future__ import annotations

import re

from helpers.figures import sums
from helpers.figures.found import Found
from helpers.figures.telling import Telling

_REACH = 12
"""Sentences back in which a part that says that it is one finds its whole."""
_MOST_AT_ONCE = 60
"""Figures before a part among which its whole is looked for."""
_PARTITIVE = (
    "of those before",
    "12 of the wounded",
    "12 of those killed",
    "12 people were among the dead",
    "among the dead were 12",
    "those killed in the blast include 12",
    "the dead included a woman and 12",
    "among the civilians killed in the town were 12",
)
_OPENS_WITH_PARTS = re.compile(
    r"\W*(?:they|these|those|among|amongst|of (?:the|those|them)|the (?:dead|wounded|victims))\b", re.I
)
_OF_THE_DEAD = re.compile("ot[WJNne]")
_POINTING = ("the", "those", "these")
"""Determiners of those told before: "five of **the** dead", not "of his brothers"."""
_HARMED = re.compile("[KGDW]c?[KGDW]?$")
"""Before a number it makes of it an object: "killing dozens of them" counts anew."""


def wholes(found: list[Found], told: Telling) -> dict[int, int]:
    """For each part its whole, as indices in ``found``."""
    where = {(f.sentence, f.at): i for i, f in enumerate(found)}
    result: dict[int, int] = {}
    for i, figure in enumerate(found):
        whole = where.get((figure.sentence, figure.reading.whole))
        if whole is not None and whole != i:
            result[i] = whole
    result |= sums.of_totals(found, told, result)
    _of_the_sentence_before(found, told, result)
    for i, figure in enumerate(found):
        listed_with = where.get((figure.sentence, figure.reading.joined))
        if i not in result and listed_with in result and found[result[listed_with]].sentence < figure.sentence:
            result[i] = result[listed_with]  # "the dead include five women and **nine** men"
    return result


def is_partitive(figure: Found) -> bool:
    """Whether a figure's own words say that it is part of another."""
    return figure.reading.whole >= 0 or figure.reading.rule in _PARTITIVE


def _of_the_sentence_before(found: list[Found], told: Telling, result: dict[int, int]) -> None:
    """As in "They included five children", "Twenty of them are women": parts of the total told last."""
    for i, figure in enumerate(found):
        text = told.sentence(figure.sentence)
        partitive = figure.reading.rule in _PARTITIVE or _says_of_them(figure)
        if i in result or not (partitive or _OPENS_WITH_PARTS.match(text)):
            continue
        for earlier in range(i - 1, max(-1, i - 1 - _MOST_AT_ONCE), -1):
            other = found[earlier]
            if figure.sentence - other.sentence > (_REACH if partitive else 2):
                break
            if (
                other.sentence < figure.sentence
                and earlier not in result
                and other.reading.outcome == figure.reading.outcome
                and other.quantity.value >= figure.quantity.value
            ):
                result[i] = earlier
                break


def _says_of_them(figure: Found) -> bool:
    """Whether a number is followed by "of them", "of the dead", and nothing in its own sentence can be meant."""
    tagged, at = figure.tagged, figure.at
    if "q" in tagged.tags[:at] or _HARMED.search(tagged.tags, 0, at):
        return False
    of_them = tagged.tags[at + 1 : at + 2] == "i" and tagged.text(at + 1).lower().startswith("of")
    of_the_dead = _OF_THE_DEAD.match(tagged.tags, at + 1) and tagged.text(at + 2).lower() in _POINTING
    return of_them or bool(of_the_dead)
