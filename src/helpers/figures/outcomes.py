"""What happened to the counted people: the declared rules applied to one tagged sentence."""

from __future__ import annotations

import re

from helpers.figures import rules
from helpers.figures.coordination import ENDS_GAPPED, FINITE, befell_one, is_told_anew, join, leaves_bracket
from helpers.figures.reading import DWELLING, HOUSEHOLD, INSIDE_PART, Reading, is_of_them, outcome_of, people_at, speaks
from helpers.figures.rules import Rule
from helpers.figures.uncounted import set_aside
from helpers.figures.units import Tagged

_PER_UNIT = 0.05
"""Cost of each unit between the number and the word that decides."""
_SOME_OF, _OUT_OF_OTHERS = re.compile("[tw]?oy?q"), re.compile("y?o[tw]?q")
"""Leftwards from a number the "of" and the number of some of them, and the same rightwards: "**two of the** 12"."""
_WHO = re.compile("[aewyUnM]{0,5},?r")
"""Behind those others what is told of them: "43 of the 70 **who died** had burns"."""
_UNCOUNTED_OF, _UNCOUNTED = re.compile("t?o([ewynU])"), ("many", "most", "some", "several", "few", "others")
_GOVERNED = re.compile("t?(?:s|p(?![ot]))")
"""Leftwards from a number: a preposition governs it, unless it is a noun behind "of": "days of **fighting**"."""
_ABSOLUTE = "with"
"""The preposition that takes a clause: "with 12 people killed"."""
_THOSE = "those"
"""Before a participle that stands for people: "besides **those** killed 12 were hurt"."""
_SURE = 1.4
"""Readings up to this cost stand beside the number and are not overruled."""
_KIN_OF = re.compile(r"t?o(n)")
_KIN = ("families", "women", "children")
"""Groups of nouns whose "of" tells whose they are: "the families of five rebels" counts no rebels."""
_ARMED = "combatants"
_HOMES_OF = re.compile(r"go[te]?$")
"""Before the people whose home something is: "the **houses of** 12 families"."""
_IN_SHORT = re.compile(r"y+[,.;]")
"""All that is said of a part: "60 were wounded, 12 **seriously**, and ..."."""
_OF_WHOM_LATER = re.compile("q(?P<later>i)[ymvb]{0,4}$|(?P<first>i)[tewy]{0,2}q[^q,;.]{0,10}$")
_RELATIVE = ("whom", "which")
_NOBODY = re.compile(r"(?:[,cw]xw?b?y*|nx|[bv]xb?)$")
"""Before what befell nobody: "a school with 12 pupils, but **no one was** hurt", "12 people **were not** hurt"."""
_OF_THE = re.compile("ot?[aUwgn]{0,4}")
"""What a sentence opens with that tells of a part of those it counts: "**Of the** 40 who came, 12 were held"."""
_NEXT_SUBJECT = re.compile(",ct?[aw]{0,3}nb")
"""Behind a part the subject of a clause of its own: "12 died, **one** of them here**, and a nurse was** hurt"."""
_SAID_TO_BE = re.compile("i[vm]*b[yt]*[aewU]*[nU],?r")
"""Behind a part who they are, whatever those did before: "eight **of whom were farmers who** had fled"."""
_BOTH = re.compile("[DWJ]c([DWJ])(?![aewU]{0,2}[qng])")
"""Two harms of the same people: "dozens were **slain or hurt** in it", not "were slain and hurt soldiers left"."""
_THINGS_WERE = re.compile(r"(?:(?<![nUg])[,cz]t?[aewy]{0,3}g+|r[aewy]{0,3}[gnw])[vmy]*b+y*d")
"""What befell things: "12 people suffered losses, **and homes were destroyed**", "12 **whose cars were seized**"."""


def read(tagged: Tagged) -> dict[int, Reading]:
    """The readings of a sentence's numbers, by unit; numbers to whom nothing happened are left out.

    ``tagged.tags`` is changed, as ``uncounted.set_aside`` says.
    """
    numbers, more_things = set_aside(tagged)
    readings: dict[int, Reading] = {}
    spent: set[int] = set()
    for at in numbers:
        best = _best(tagged, at, spent, at in more_things) or _best_of_some(tagged, at)
        if best is not None:
            readings[at] = best
            if best.unit > at:
                spent.add(best.unit)
    if len(numbers) > 1:
        join(tagged, numbers, readings, more_things)
    for at in readings:
        readings[at].outcome = _across_a_border(tagged, at, readings[at])
    return readings


def _best(tagged: Tagged, at: int, spent: set[int], things: bool) -> Reading | None:
    """The cheapest reading of a number, if it has any; ``things`` where its noun may be one for things."""
    tags = tagged.tags
    leftward = tagged.leftward(at)
    if (kin := _KIN_OF.match(leftward)) and _names_kin(tagged, at - 1 - kin.start(1)):
        return None
    inside = "q" in tags[:at] and (INSIDE_PART.match(leftward) or _IN_SHORT.match(tags, at + 1)) is not None
    inside = inside and not (_has_clause_of_its_own(tagged, at) or is_told_anew(tagged, at))
    inside = inside or _SOME_OF.match(leftward) is not None or _is_of_uncounted(tagged, at, leftward)
    governed = _GOVERNED.match(leftward) is not None and tagged.text(at - 1).lower() != _ABSOLUTE
    noun = people_at(tagged, at)
    unnamed = things or (noun < 0 and not _is_size_of_family(tagged, at))
    best: Reading | None = None
    for rule in rules.that_may_fit(tags[at + 1 :], leftward):
        if best is not None and rule.cost >= best.cost:
            break
        if (rule.far and inside) or (rule.subject and governed) or (rule.people and unnamed):
            continue
        if rule.alone and not ENDS_GAPPED.match(tags, at + 1):
            continue
        if rule.unarmed and noun >= 0 and tagged.entries[noun].group == _ARMED:
            continue
        if rule.beyond is not None and not rule.beyond.match(leftward if rule.side == "right" else tags[at + 1 :]):
            continue
        if rule.side == "right":
            match = rule.pattern.match(tags, at + 1)
            if match is None or _is_of_others(tagged, at, match.start(1), rule):
                continue
            unit = match.start(1)
        else:
            match = rule.pattern.match(leftward)
            if match is None or at - 1 - match.start(1) in spent:
                continue
            unit = at - 1 - match.start(1)
            if rule.finite and unit and tagged.text(unit - 1).lower() == _THOSE:
                continue
        if rule.besieged and not any(entry.of_siege for entry in tagged.entries):
            continue
        cost = rule.cost + _PER_UNIT * abs(unit - at)
        if best is None or cost < best.cost:
            outcome = outcome_of(tagged, unit, rule.noun)
            if outcome and not (rule.subject and outcome != "displaced" and _owns_homes(tagged, at)):
                best = Reading(outcome, rule.name, unit, cost)
    if best is not None and best.cost > _SURE and speaks(tagged, at) and not _comes_to(tagged, at, best):
        return None
    if best is not None:
        best.outcome = _killed_and_wounded(tagged, best, at)
    return best


def _is_size_of_family(tagged: Tagged, at: int) -> bool:
    """Whether a number says how many a family is: "a family of **five** was wiped out"."""
    return tagged.tags.endswith("no", 0, at) and tagged.entries[at - 2].group == HOUSEHOLD


def _best_of_some(tagged: Tagged, at: int) -> Reading | None:
    """The reading by a verb of a number of some out of others: "**two** of the 12 died"."""
    out_of = _OUT_OF_OTHERS.match(tagged.tags, at + 1)
    if out_of is None or _WHO.match(tagged.tags, out_of.end()):
        return None
    original = tagged.tags
    tagged.tags = f"{original[: out_of.end() - 1]}w{original[out_of.end() :]}"
    best = _best(tagged, at, set(), False)
    tagged.tags = original
    return best if best is not None and best.unit > at and rules.BY_NAME[best.rule].far else None


def _is_of_uncounted(tagged: Tagged, at: int, leftward: str) -> bool:
    """Whether of those counted only some did what a verb tells: "**many of the** 40 residents were displaced"."""
    some = _UNCOUNTED_OF.match(leftward)
    return some is not None and tagged.text(at - 1 - some.start(1)).lower() in _UNCOUNTED


def _owns_homes(tagged: Tagged, at: int) -> bool:
    """Whether what is told befell the homes of the people counted: "the **houses of** 12 families were destroyed"."""
    homes = _HOMES_OF.search(tagged.tags, 0, at)
    return homes is not None and tagged.entries[homes.start()].thing == DWELLING


def _comes_to(tagged: Tagged, at: int, reading: Reading) -> bool:
    """Whether a number is what a toll has come to, whoever stands behind it: "rose to **126** monitors said"."""
    return reading.rule in rules.RISING and "u" in tagged.tags[reading.unit : at]


def _is_of_others(tagged: Tagged, at: int, unit: int, rule: Rule) -> bool:
    """Whether what a unit behind a number tells befell nobody, a part of them, things, or those counted next."""
    tags = tagged.tags
    if _NOBODY.search(tags, at + 1, unit) or (rule.people and _THINGS_WERE.search(tags, at + 1, unit + 1)):
        return True
    if leaves_bracket(tagged, at, unit) or _is_left(tagged, unit):
        return True
    if befell_one(tagged, at, unit) or _SAID_TO_BE.match(tagged.tags, at + 1, unit):
        return True
    of_them = is_of_them(tagged, at)
    if "q" in tags[at + 1 : unit]:
        return of_them or _OF_THE.fullmatch(tags, 0, at) is not None or _is_verb_of_part(tagged, at, unit)
    return of_them and _NEXT_SUBJECT.search(tags, at + 1, unit) is not None


def _is_left(tagged: Tagged, unit: int) -> bool:
    """Whether who "left" only stayed: "30 doctors **are left**"."""
    return tagged.tags[unit - 1 : unit + 1] == "bL" and tagged.text(unit).lower() == "left"


def _is_verb_of_part(tagged: Tagged, at: int, unit: int) -> bool:
    """Whether a verb behind a number is that of a part of it: "took four captive, two **of whom** later **died**".

    Or "carried 36 pilgrims, **of whom** 14 **died**".
    """
    part = _OF_WHOM_LATER.search(tagged.tags, at + 1, unit)
    if part is None:
        return False
    words = tagged.text(part.start(part.lastgroup)).lower().split()
    return words[-1] in _RELATIVE and (part["later"] is not None or words[0] == "of")


def _has_clause_of_its_own(tagged: Tagged, at: int) -> bool:
    """Whether a part is the subject of a clause: "hit 40 families, **of which** 12 **have been** displaced"."""
    relative = tagged.text(at - 1).lower().rsplit(" ", 1)[-1] in _RELATIVE
    return relative and FINITE.match(tagged.tags, at + 1) is not None


def _names_kin(tagged: Tagged, unit: int) -> bool:
    """Whether a noun is for kin by whom others are named: "the wives of", not "a family of", whose members they are."""
    return tagged.entries[unit].group in _KIN and not tagged.text(unit).lower().endswith("family")


def _killed_and_wounded(tagged: Tagged, reading: Reading, at: int) -> str:
    """Casualties where two harms have one object or subject: "kills and wounds dozens", "dozens were slain or hurt"."""
    other = -1
    if reading.rule == "killed 12" and reading.unit > 0:
        other = reading.unit - 2 if tagged.tags[reading.unit - 1] == "c" else reading.unit - 1
        other = other if tagged.tags[other] in "KGDW" else -1
    elif reading.unit > at and (both := _BOTH.match(tagged.tags, reading.unit)):
        other = both.start(1)
    if other >= 0 and {reading.outcome, outcome_of(tagged, other)} == {"killed", "injured"}:
        return "casualties"
    return reading.outcome


def _across_a_border(tagged: Tagged, at: int, reading: Reading) -> str:
    """Refugees where the displaced are called so or left the country: "fled to neighbouring countries"."""
    if reading.outcome != "displaced":
        return reading.outcome
    noun = people_at(tagged, at)
    if noun >= 0 and tagged.entries[noun].outcomes.get("M") == "refugees":
        return "refugees"
    behind = max(at, reading.unit) + 1
    rest = tagged.tags[behind : behind + 8].split("q", 1)[0]
    near = tagged.entries[behind : behind + len(rest)]
    abroad = any("R" in entry.outcomes or entry.outcomes.get("J") == "refugees" for entry in near)
    return "refugees" if abroad else "displaced"
