"""Which span a figure covers: one event, a period, the whole conflict, or a state of people now."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from helpers.figures.outcomes import Reading
from helpers.figures.times import DAY, PERIOD, When
from helpers.vocabulary import Row, Vocabulary, spellings

EVENT, SPAN, CONFLICT, STOCK = "event", "period", "conflict", "stock"

_LEAST_OF_A_WAR = 1000
"""A smaller number in a sentence that names the war is an incident in it, not its toll."""
_LEAST_OVER_YEARS = 10_000
"""From which number "over the past eight years" means the whole of a war that is about as old."""
_STATES = frozenset(["besieged", "missing"])
_STATE_RULES = frozenset(["12 refugees", "12 people under siege"])
_LARGEST_INCIDENT = 200
"""Up to this many, "in April" dates one incident; more are the toll of the month."""
_YEARS = re.compile(r"\b(?:\w+|\d+)[- ]years?\b")


@dataclass(slots=True)
class Scope:
    """The span of a figure, ISO dates; ``conflict`` is the row of conflicts.csv where it is a war's toll."""

    kind: str
    since: str | None
    until: str | None
    when: When | None = None
    conflict: Row | None = None
    carried: bool = False


@lru_cache(maxsize=4)
def _conflict_patterns(vocabulary: Vocabulary) -> list[tuple[re.Pattern[str], Row]]:
    return [
        (re.compile("|".join(re.escape(w) for w in sorted(spellings(row["words"]), key=len, reverse=True)), re.IGNORECASE), row)
        for row in vocabulary["conflicts"]
    ]


def conflict_named(sentence: str, vocabulary: Vocabulary) -> Row | None:
    """The conflict that a sentence speaks of as a whole: "the war", "Syria's conflict", "eight years of war"."""
    for pattern, row in _conflict_patterns(vocabulary):
        if pattern.search(sentence):
            return row
    return None


def of_figure(
    reading: Reading, value: float, when: When | None, conflict: Row | None, anchor: str | None, default: Row | None
) -> Scope:
    """The scope of a figure from what happened, how many, and the time that its sentence names.

    ``conflict`` is the war that the sentence names, ``default`` the one that the article is about; ``anchor`` the
    article's own day.
    """
    war = conflict or default
    if war is not None and value >= _LEAST_OF_A_WAR and reading.outcome not in _STATES:
        whole = when is not None and when.kind == PERIOD and (
            _begins_with(when, war) or (value >= _LEAST_OVER_YEARS and _long(when, war))
        )
        if whole or (conflict is not None and (when is None or when.spoken or _long(when, war))):
            if reading.rule not in _STATE_RULES or whole:
                return Scope(CONFLICT, war["began"], anchor, when, war)
    if reading.outcome in _STATES or reading.rule in _STATE_RULES or reading.outcome == "refugees":
        return Scope(STOCK, None, (when.until if when and when.kind == PERIOD else None) or anchor, when)
    if reading.outcome == "other" and reading.rule != "aid for 12" and not (when and when.kind == DAY and not when.spoken):
        return Scope(STOCK, None, anchor, when)
    if when is not None and when.kind == PERIOD:
        incident = when.since is not None and when.since == when.until and len(when.since) == 7 and value <= _LARGEST_INCIDENT
        return Scope(EVENT if incident else SPAN, when.since, when.until, when)
    if reading.outcome == "displaced" and (when is None or when.spoken) and value >= _LEAST_OF_A_WAR:
        return Scope(SPAN, None, anchor, when)
    if when is not None:
        return Scope(EVENT, when.since, when.until, when)
    return Scope(EVENT, None, None)


def _begins_with(when: When, war: Row) -> bool:
    """Whether a span begins when the war did, as far as its words say."""
    began = war["began"]
    return when.since is not None and (began.startswith(when.since) or when.since == began[:4])


def _long(when: When, war: Row) -> bool:
    """Whether a span reaches back about as far as the war: "over the past 13 years"."""
    return when.since is not None and abs(int(when.since[:4]) - int(war["began"][:4])) <= 1
