"""Part of what: numbers that a text states as parts of another, in one sentence or over several."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from helpers.figures.extract import Found, Sentence

_REACH = 3
"""Sentences back in which parts may find the total that they add up to."""
_ADDS_UP = 0.07
"""How far a sum may lie from a total that is itself only about right ("nearly 30" = 10 + 18)."""
_OPENS_WITH_PARTS = re.compile(r"\W*(?:they|these|those|among|amongst|of (?:the|those|them)|the (?:dead|wounded|victims))\b", re.I)
_OF_THEM = re.compile(r"^\W*(?:\w+ ){0,4}of (?:them|whom|the dead|the wounded|the victims|the killed|those)\b", re.I)


def wholes(found: list[Found], told: list[Sentence]) -> dict[int, int]:
    """For each part its whole, as indices in ``found``."""
    where = {(f.sentence, f.at): i for i, f in enumerate(found)}
    result: dict[int, int] = {}
    for i, figure in enumerate(found):
        whole = where.get((figure.sentence, figure.reading.whole))
        if whole is not None and whole != i:
            result[i] = whole
    _of_the_sentence_before(found, told, result)
    _that_add_up(found, told, result)
    return result


def _of_the_sentence_before(found: list[Found], told: list[Sentence], result: dict[int, int]) -> None:
    """ "They included five children", "Twenty of them are women": parts of the total told last."""
    for i, figure in enumerate(found):
        text = told[figure.sentence].text
        if i in result or not (_OPENS_WITH_PARTS.match(text) or _OF_THEM.match(text)):
            continue
        for earlier in range(i - 1, -1, -1):
            other = found[earlier]
            if figure.sentence - other.sentence > 2:
                break
            if other.sentence < figure.sentence and earlier not in result and other.reading.outcome == figure.reading.outcome:
                if _value(told, other) >= _value(told, figure):
                    result[i] = earlier
                break


def _that_add_up(found: list[Found], told: list[Sentence], result: dict[int, int]) -> None:
    """Numbers joined in one sentence whose sum is a total stated shortly before: "nearly 30" = 10 + 18."""
    by_sentence: dict[int, list[int]] = {}
    for i, figure in enumerate(found):
        by_sentence.setdefault(figure.sentence, []).append(i)
    for sentence, members in by_sentence.items():
        for outcome in {found[i].reading.outcome for i in members}:
            addends = [i for i in members if i not in result and found[i].reading.outcome == outcome]
            if len(addends) < 2:
                continue
            total = sum(_value(told, found[i]) for i in addends)
            for earlier in range(addends[0] - 1, -1, -1):
                other = found[earlier]
                if sentence - other.sentence > _REACH:
                    break
                if other.reading.outcome != outcome or other.sentence == sentence:
                    continue
                value = _value(told, other)
                exact = told[other.sentence].tagged.units[other.at].quantity.hedge == "exact"
                if abs(total - value) <= (0 if exact else _ADDS_UP * value):
                    result.update({i: earlier for i in addends})
                    break


def _value(told: list[Sentence], figure: Found) -> float:
    return told[figure.sentence].tagged.units[figure.at].quantity.value
