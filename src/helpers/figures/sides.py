"""On which side those fought who were counted: by their noun, whose men they were, who lost or was attacked."""

from __future__ import annotations

import re

from helpers.figures.reading import JOINED, Reading
from helpers.figures.units import Tagged

NO_SIDE, MIXED = "unknown", "mixed"
THEIRS = ("its", "their", "his", "our")
"""Words that point back to the body whose members are counted: "the army lost 12 of **its** recruits"."""
LOSS, COST = "lost 12 fighters", "cost the army 12 fighters"
"""Rules of what somebody lost."""
_OF_A_NATION = re.compile("(?:ish|ian|ese|an|i)$")
"""Ends of adjectives of nations: "12 Turkish men" are no fighters, "12 Hezbollah men" are."""
_MODIFIERS = re.compile("[aewyU]*")
_AFTER_NOUN = re.compile(r"[,r]?[poctwUaeyn,]*")
_BELONGS = re.compile(r"[op][tawUeycn]{1,8}")
"""Behind a noun what may name its side, and the same where the noun has one by default."""
_REACH_AFTER = 9
"""Units behind a noun among which its side may be named."""
_FROM = "from"
_ON_THIS_SIDE = re.compile(r"pt?(a)g,?$")
"""What a sentence opens with: "**on the rebel side,** 12 fighters died"."""
_OF_A_SIDE = re.compile(r"[op],?[tUwgn]{0,4},?(a)")
"""Behind "men": "12 men **of the army**"."""
_ON_A_SIDE = re.compile(r"(?:b+y*(?=[DW]))?[JDNWY]?i?(?P<by>[pHo])t?q?(?:(?P<side>a)(?:g|(?![nwgUa]))|(?P<fighters>n))")
"""Behind a number without a noun: "18 **on the rebel side**", "29 **from the army**", "six **among the rebels**"."""
_SIDE_NAMED_BY = ("on", "from", "among", "of")
_RANKS = "ranks"
_HARMS = ("K", "D")
_FINITE_VERBS, _JOINING = ("b", "v", "I"), frozenset("cz")
"""Tags behind the subject of a clause, and before a clause that is joined on."""
_FOR_ONE_S_OWN = ("bur", "mourn")
"""How verbs begin for what is done for one's own dead."""
_LOSSES = ("loss", "losses")
_REACH_OF_LOSER = 6
"""Units before "lost" in which its subject stands."""
_LEFT_BEHIND, _LOST = ("Lp", "lp"), ",V"
_JOINED_ON = re.compile("(?:cv?|z[wU]v?)$")
"""Before a verb of losing with the subject of the verb before it: "killed 15 **and** lost 12", "**while it** lost"."""
_SAID_IT = re.compile("Swv?$")
"""Before a verb of losing with whoever speaks for its subject: "the group **said it had** lost 12"."""
_INFIGHTING = "infighting"
_ATTACKED = re.compile(r"[pwuKGD]t?([an])[wU]{0,2}g")
_AGAINST = ("on", "against", "hit", "hits", "hitting", "struck", "targeted", "targeting", "targets")
"""What leads to those who are attacked: "raids **on ISIS positions**"."""
_BETWEEN = "between"
_FOUGHT_BETWEEN = re.compile(r"p(?P<one>[^q.;S,cp]{1,6})c(?P<other>[^q.;S,cp]{1,6})")
"""Those who fought each other: "clashes **between the army and rebels**"."""


def of_noun(tagged: Tagged, at: int, noun: int, last: int) -> tuple[str, int]:
    """The side of combatants: a modifier before the noun, the noun itself, or what follows it ("of the army").

    The words around the noun overrule only a side that it has by default: "Turkish soldiers" are not the government's.
    """
    tags, entries = tagged.tags, tagged.entries
    own, yields = entries[noun].side, entries[noun].by_default or not entries[noun].side
    first = at + 1 if at < last else last - len(_MODIFIERS.match(tagged.leftward(last))[0])
    before = [(entries[i].side, i) for i in range(first, last) if entries[i].side]
    before = [named for named in before if not tags.count(",", named[1], last) % 2] or before
    joined = "c" in tags[first:last]
    if before and joined and len({own, *(side for side, _ in before)} - {""}) > 1:
        return MIXED, before[-1][1]
    if before and yields:
        return before[-1]
    stretch = _AFTER_NOUN.match(tags, last + 1) if not own else _BELONGS.match(tags, last + 1) if yields else None
    if own and stretch and tags[last + 1] == "p" and tagged.text(last + 1).lower() != _FROM:
        stretch = None
    after = range(last + 1, min(stretch.end() if stretch else 0, last + _REACH_AFTER))
    sided = [(entries[i].side, i) for i in after if entries[i].side and not _describes_civilians(tagged, i)]
    if sided:
        return sided[0]
    body = owner(tagged, at, last) if yields else -1
    if body >= 0:
        return entries[body].side, body
    if own:
        return own, last
    fronted = _ON_THIS_SIDE.search(tags[:at])
    if fronted is not None and tagged.text(fronted.start()).lower().startswith("on"):
        return entries[fronted.start(1)].side, fronted.start(1)
    return "", -1


def _describes_civilians(tagged: Tagged, at: int) -> bool:
    """Whether the name of a side is only that of a nation, of people who fight for none: "**Turkish** citizens"."""
    return tagged.tags.startswith("n", at + 1) and tagged.entries[at + 1].group in ("people", "civilians")


def owner(tagged: Tagged, at: int, last: int) -> int:
    """The unit that says whose "their" members or men are who are counted, or -1; not who kills them.

    Who has a verb of his own is the first named's: "**the army** killed 30 rebels, and 12 of its men died".
    """
    if not any(tagged.text(i).lower() in THEIRS for i in range(at + 1, last)):
        return -1
    killed = at and tagged.tags[at - 1] in _HARMS and not tagged.text(at - 1).lower().startswith(_FOR_ONE_S_OWN)
    first = at - 3 if killed else at - 1
    joined = not _JOINING.isdisjoint(tagged.tags[max(0, at - 2) : at])
    own_clause = joined and tagged.tags[last + 1 : last + 2] in _FINITE_VERBS
    sided = (i for i in (range(at) if own_clause else range(first, -1, -1)) if tagged.entries[i].side)
    return next(sided, -1)


def of_men(tagged: Tagged, at: int, noun: int, last: int) -> tuple[str, int] | None:
    """The side of "men" and the unit that names it: "men of the **army**", "**Hezbollah** men", "12 of **its** men"."""
    tags, entries = tagged.tags, tagged.entries
    if (of := _OF_A_SIDE.match(tags, last + 1)) is not None:
        return entries[of.start(1)].side, of.start(1)
    if noun > 0 and tags[noun - 1] == "a" and not is_of_a_nation(tagged, noun - 1):
        return entries[noun - 1].side, noun - 1
    body = owner(tagged, at, last)
    return (entries[body].side, body) if body >= 0 else None


def on_one(tagged: Tagged, at: int) -> int:
    """The unit that names the side of "18 on the rebel side", "29 from the army", "six among the rebels"; or -1."""
    side = _ON_A_SIDE.match(tagged.tags, at + 1)
    by = tagged.text(side.start("by")).lower().split() if side else []
    if not by or (by[0] not in _SIDE_NAMED_BY and _RANKS not in by):
        return -1
    named = side.start("side") if side["side"] else side.start("fighters")
    return named if tagged.entries[named].side else -1


def of_toll(tagged: Tagged, toll: int) -> int:
    """The unit that names whose dead a toll counts, or -1: "the number of **rebel** dead", not "Turkish dead"."""
    before = toll - 1
    if before < 0 or tagged.tags[before] != "a" or not tagged.entries[before].side or is_of_a_nation(tagged, before):
        return -1
    return before


def is_of_a_nation(tagged: Tagged, unit: int) -> bool:
    """Whether the name of a side is an adjective of a nation: "Turkish"."""
    return _OF_A_NATION.search(tagged.text(unit)) is not None


def losers(tagged: Tagged, at: int, reading: Reading, unsided: bool) -> int:
    """The unit that names who lost those counted, or -1: "**ISIS** lost 15", "**ISIS** left behind 15 dead".

    Those are the first told of where the verb is joined on: "**the army** killed 15 rebels **and lost** 12 of its own".
    Only fighters of no side (``unsided``) are by losses on that of whoever had them.
    """
    lost = reading.unit if reading.rule in (LOSS, JOINED) else at - 1
    before = tagged.tags[max(0, at - 2) : at]
    if reading.rule == COST:
        told = range(at - 1, reading.unit, -1)
    elif reading.rule == JOINED and tagged.tags[lost] == "V":
        told = range(at - 1, at - 2, -1)  # "the militants lost 30 and the **army** 12"
    elif unsided and tagged.text(reading.unit).lower() in _LOSSES:
        told = range(reading.unit - 1, max(-1, reading.unit - _REACH_OF_LOSER), -1)
    elif before == _LOST:
        told = range(at - 2)
    elif tagged.tags[max(lost, 0)] == "V":
        joined_on = _JOINED_ON.search(tagged.tags, 0, lost) or _SAID_IT.search(tagged.tags, 0, lost)
        told = range(lost) if joined_on is not None else range(at - 1, max(-1, lost - _REACH_OF_LOSER), -1)
    elif before in _LEFT_BEHIND and tagged.text(at - 1).lower() == "behind":
        told = range(at - 3, max(-1, at - 2 - _REACH_OF_LOSER), -1)
    else:
        return -1
    for i in told:
        if tagged.tags[i] == "g" and reading.rule != COST:
            return -1
        if tagged.entries[i].side:
            named_before = tagged.entries[i].by_default and i and tagged.entries[i - 1].side
            return i - 1 if named_before else i  # "**Houthi** militants lost"
    return -1


def attacked(tagged: Tagged, at: int) -> tuple[str, int] | None:
    """The side of fighters killed where they were attacked, and the unit that names it, if one does.

    As in "**rebel** infighting killed 15 fighters", "raids on **ISIS** positions killed 15 fighters".
    """
    entries = tagged.entries
    for i in range(at):
        if entries[i].thing == _INFIGHTING:
            near = range(max(0, i - 2), min(i + 4, len(entries)))
        elif (target := _ATTACKED.match(tagged.tags, i)) and tagged.text(i).split()[0].lower() in _AGAINST:
            near = range(target.start(1), target.end(1))
        else:
            continue
        sided = next((other for other in near if entries[other].side), None)
        if sided is not None:
            return entries[sided].side, sided
    for fought in _FOUGHT_BETWEEN.finditer(tagged.tags):
        if tagged.text(fought.start()).lower().split()[0] == _BETWEEN:
            one, other = ({entries[i].side for i in range(*fought.span(side))} - {""} for side in ("one", "other"))
            if one and other:
                return MIXED if one != other else one.pop(), fought.start()
    both = next((i for i in range(at, len(entries)) if entries[i].side == MIXED), None)
    return (MIXED, both) if both is not None else None
