"""Which span a figure covers: one event, a period, the whole conflict, or a state of people now."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from helpers.figures.expressions import DAY, PERIOD
from helpers.figures.outcomes import Reading
from helpers.figures.times import When
from helpers.figures.units import Tagged
from helpers.vocabulary import Row, Vocabulary, spellings

EVENT, SPAN, CONFLICT, STOCK = "event", "period", "conflict", "stock"

LEAST_OF_A_WAR = 1000
"""A smaller number in a sentence that names the war is an incident in it, not its toll."""
_LEAST_OVER_YEARS = 10_000
"""From which number "over the past eight years" means the whole of a war that is about as old."""
_LEAST_BY_ITSELF = {"killed": 100_000, "injured": 100_000}
"""From which number the dead of no stated time are those of the whole war."""
_STATES = frozenset(["besieged", "missing"])
_STATE_RULES = frozenset(["12 refugees", "12 people under siege"])


_UP_TO_NOW = ("so far", "to date", "until now", "up to now", "thus far", "total number", "overall number")
_CAMPAIGNS = frozenset("battle battles offensive offensives campaign siege infighting war".split())
_REACH_OF_CAMPAIGN = 9
"""Units before the verb among which the campaign is its subject."""
_SINGLED_OUT = re.compile(r"[te][aewyUg]{0,3}$")


@dataclass(slots=True)
class Scope:
    """The span of a figure, ISO dates; ``conflict`` is the row of conflicts.csv where it is a war's toll."""

    kind: str
    since: str | None
    until: str | None
    when: When | None = None
    conflict: Row | None = None
    carried: bool = False
    """Told in another sentence."""
    doubtful: bool = False
    """Carried in an article that tells of several days, or of none but those on which something was said."""


@lru_cache(maxsize=4)
def _names_of_conflicts(vocabulary: Vocabulary) -> list[tuple[list[str], Row]]:
    return [([w.lower() for w in spellings(row["words"])], row) for row in vocabulary["conflicts"]]


def conflict_named(sentence: str, vocabulary: Vocabulary) -> Row | None:
    """The conflict that a sentence speaks of as a whole: "the war", "Syria's conflict", "eight years of war"."""
    low = sentence.lower()
    for names, row in _names_of_conflicts(vocabulary):
        if any(name in low for name in names):
            return row
    return None


def of_figure(
    tagged: Tagged,
    at: int,
    reading: Reading,
    when: When | None,
    conflict: Row | None,
    anchor: str | None,
    home: Row | None,
) -> Scope:
    """The scope of the number at unit ``at``, from what happened, how many, and the time that its sentence names.

    ``conflict`` is the war that the sentence names, ``home`` the one that the article is about; ``anchor`` the
    article's own day.
    """
    value = tagged.units[at].quantity.value
    period = when is not None and when.kind == PERIOD
    war = conflict or home
    if war is not None and reading.outcome not in _STATES and reading.rule not in _STATE_RULES:
        open_ended = period and when.until == anchor
        if open_ended and (_begins_with(when, war) or (value >= _LEAST_OVER_YEARS and _about_as_old(when, war))):
            return Scope(CONFLICT, war["began"], anchor, when, war)
        named = conflict is not None and value >= LEAST_OF_A_WAR and (not period or _about_as_old(when, war))
        began_then = period and when.since is not None and when.since == war["began"][:4]
        alone = value >= _LEAST_BY_ITSELF.get(reading.outcome, 1e12) and (when is None or began_then)
        if alone or (named and (when is None or when.spoken or period)):
            return Scope(CONFLICT, war["began"], anchor, when, war)
    if _is_state(tagged, reading):
        return Scope(STOCK, None, (when.until if period else None) or anchor, when)
    if (
        reading.outcome == "other"
        and reading.rule != "aid for 12"
        and not (when and when.kind == DAY and not when.spoken)
    ):
        return Scope(STOCK, None, anchor, when)
    if period and len(when.since or "") == len("2017-03-15") and when.since == when.until:
        return Scope(EVENT, when.since, when.until, when)
    if (when is None and _adds_up(tagged, at, reading)) or (
        (when is None or when.spoken) and _of_a_campaign(tagged, reading)
    ):
        return Scope(SPAN, None, anchor)
    if period:
        month = when.since is not None and when.since == when.until and len(when.since) == 7
        return Scope(EVENT if month and _is_of_incidents(tagged, value) else SPAN, when.since, when.until, when)
    if reading.outcome in ("displaced", "refugees") and (when is None or when.spoken) and value >= LEAST_OF_A_WAR:
        return Scope(SPAN, None, anchor, when)
    if when is not None:
        return Scope(EVENT, when.since, when.until, when)
    return Scope(EVENT, None, None)


def _is_state(tagged: Tagged, reading: Reading) -> bool:
    """Whether people are counted in a state that they are in now: "are missing", "refugees", "are living in tents"."""
    if reading.outcome in _STATES or (reading.rule in _STATE_RULES and reading.outcome not in ("detained", "returned")):
        return True
    present = reading.unit > 0 and tagged.text(reading.unit - 1).lower() in ("are", "is", "still", "now")
    tag, words = tagged.tags[reading.unit], tagged.text(reading.unit).lower().split()
    continuing = tag == "I" and words[0].endswith("ing")
    return present and reading.outcome in ("displaced", "refugees", "detained") and (tag in "DWJ" or continuing)


def _adds_up(tagged: Tagged, at: int, reading: Reading) -> bool:
    """Whether people are counted over some time up to now: "so far", "to date"."""
    first, last = sorted((at, reading.unit))
    near = range(max(0, first - 4), min(len(tagged.units), last + 3))
    return any(tagged.text(i).lower() in _UP_TO_NOW for i in near)


def _of_a_campaign(tagged: Tagged, reading: Reading) -> bool:
    """Whether a campaign has done the harm up to now: "the battle for the town has killed 300"."""
    has = tagged.tags[max(0, reading.unit - 2) : reading.unit]
    before = range(max(0, reading.unit - _REACH_OF_CAMPAIGN), reading.unit)
    return "v" in has and "b" not in has and any(tagged.text(i).lower() in _CAMPAIGNS for i in before)


def _is_of_incidents(tagged: Tagged, value: float) -> bool:
    """Whether the sentence tells of an incident ("a suicide blast"), or of several with no more dead than one has."""
    for i, unit in enumerate(tagged.units):
        if unit.entry.thing == "incident":
            if tagged.text(i).endswith("s") and value < LEAST_OF_A_WAR:
                return True
            if _SINGLED_OUT.search(tagged.tags[max(0, i - 4) : i]):
                return True
    return False


def _begins_with(when: When, war: Row) -> bool:
    """Whether a span begins when the war did, as far as its words say."""
    began = war["began"]
    return when.since is not None and (began.startswith(when.since) or when.since == began[:4])


def _about_as_old(when: When, war: Row) -> bool:
    """Whether a span reaches back about as far as the war: "over the past 13 years"."""
    return when.since is not None and abs(int(when.since[:4]) - int(war["began"][:4])) <= 1
