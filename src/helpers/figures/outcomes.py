"""What happened to the counted people: the declared rules applied to one tagged sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass

from helpers.figures.lexicon import PEOPLE_ONLY
from helpers.figures.rules import RULES
from helpers.figures.units import Tagged

PER_UNIT = 0.05
"""Cost of each unit between the number and the word that decides."""
_PEOPLE = re.compile(r"(?:ot?)?[aewyUtW]{0,5}?([nM])")
_THING = re.compile(r"(?:ot?)?[aewyUt]{0,3}?(g)")
_PASSIVE_BEFORE = re.compile(r"y*b|y*,?[aewyUnMt]{0,6}?(?:t?o)?q")
_NOUN_TAGS = {"W": ("N", "M", "D"), "J": ("J", "N", "M")}
_COORDINATED = re.compile(r"[te]{0,2},?c?,?[aewyUnMtPgW,o]{0,9}?,?q")


@dataclass(slots=True)
class Reading:
    """How a number was read: its outcome, the rule that says so, and the unit that decided."""

    outcome: str
    rule: str
    unit: int
    cost: float


def has_people(tagged: Tagged, at: int) -> bool:
    """Whether the number at unit ``at`` is followed by a noun for people in its own phrase."""
    return _PEOPLE.match(tagged.tags, at + 1) is not None


def counts_things(tagged: Tagged, at: int) -> bool:
    """Whether the number at unit ``at`` counts things: "three villages"."""
    people, thing = _PEOPLE.match(tagged.tags, at + 1), _THING.match(tagged.tags, at + 1)
    return thing is not None and (people is None or people.start(1) > thing.start(1) + 1)


def read(tagged: Tagged) -> dict[int, Reading]:
    """The readings of a sentence's numbers, by unit; numbers that nothing happened to are left out."""
    tags = tagged.tags
    readings: dict[int, Reading] = {}
    spent: set[int] = set()
    for at in (i for i, tag in enumerate(tags) if tag == "q"):
        if counts_things(tagged, at):
            continue
        best = _best(tagged, at, spent)
        if best is not None:
            readings[at] = best
            if best.unit > at:
                spent.add(best.unit)
    return readings


def _best(tagged: Tagged, at: int, spent: set[int]) -> Reading | None:
    tags = tagged.tags
    leftward = tags[at - 1 :: -1] if at else ""
    best: Reading | None = None
    people = has_people(tagged, at)
    for rule in RULES:
        if best is not None and rule.cost >= best.cost:
            continue
        if rule.needs_people and not people:
            continue
        if rule.side == "right":
            match = rule.pattern.match(tags, at + 1)
            unit = match.start(1) if match else -1
        else:
            match = rule.pattern.match(leftward)
            unit = at - 1 - match.start(1) if match else -1
            if unit in spent:
                continue
        if match is None:
            continue
        cost = rule.cost + PER_UNIT * abs(unit - at)
        if best is None or cost < best.cost:
            outcome = outcome_of(tagged, unit, noun=rule.name in ("12 deaths", "12 refugees", "12 of the wounded"))
            if outcome:
                best = Reading(outcome, rule.name, unit, cost)
    return best


def outcome_of(tagged: Tagged, unit: int, noun: bool = False) -> str:
    """The outcome that a unit's phrase stands for, in the role that its tag says."""
    outcomes = tagged.units[unit].entry.outcomes
    tag = tagged.tags[unit]
    order = {"W": ("N", "M", "D", "J") if noun else ("D", "J", "N", "M"), "L": ("X",), "J": ("J", "N", "M"), "G": ("G", "E")}
    for role in order.get(tag, (tag, *PEOPLE_ONLY)):
        if role in outcomes:
            return outcomes[role]
    return next(iter(outcomes.values()), "")
