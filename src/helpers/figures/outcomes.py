"""What happened to the counted people: the declared rules applied to one tagged sentence.

Numbers that no rule reads by themselves take the outcome of the number that they are joined to: "10 soldiers and **18**
rebels were killed", "18 people, including **five** children".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from helpers.figures import rules
from helpers.figures.lexicon import PEOPLE_ONLY, PLURAL
from helpers.figures.rules import Rule
from helpers.figures.units import Tagged

PER_UNIT = 0.05
"""Cost of each unit between the number and the word that decides."""

PART = "part"
JOINED = "joined"
OWN_NOUN = "12 deaths"
"""The rule of a number whose noun tells its harm and no other: not of "nine women and **12 deaths**"."""
_OF_THEIR_OWN = (OWN_NOUN, "12 lives")
"""Rules of numbers whose noun tells what befell them alone: "22 kitchens serve meals, and **61 lives** were lost"."""
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
    r"|(?:i|ot?[aU]?[WJND](?:p[tUawg]{1,3})?|ot?q[^qS.;]{0,10}?)[,b]?y*[teawyUJDW]{0,4}(n)"
    r"|[aewyUt]{0,4}[NM]o[teaU]{0,2}(n)"
    r"|[aewyUt]{0,4}[NJ]H[taU]{0,3}(n)"
    r"|b[yt]{0,2}a?(n)"
    r"|(?:ot?)?[aewyUt]{0,4}?([NM])"
)
_THING = re.compile(r"(?:ot?)?[aewyUnMWDJ]{0,4}?g*(g)(n?)")
_SPEAKER = re.compile(r"[aewyU]{0,3}[nw](?:c[taewyU]{1,4}n)?(S)(?!pb)(t?[aU])?")
_ADDRESSES = ("told", "tells", "telling")
_AMONG = re.compile(r"(?:ot?)?[aewyUnMt]{0,4}(?:,?i[aewyUnMtq]{1,4},?)?(?:[bC]?y*Ht?|ot?)q")
_ELSEWHERE = re.compile(r"y*(?:p[tUawg]|R)|y[,.]?")
_VERBS = re.compile("[SuKGd]")
"""What tells of another number than the one before it: "left 12 dead and **put** 31 in hospital"."""
_ASIDE = re.compile(r",[tUawnC]{1,7}S,|,S[tUawnoC]{1,9},(?=c)")
_TRAILING_PART = re.compile(r"[aewyUnt]{0,4}(?:,?cq[aewyUnt]{0,4})?i(?:$|[.,;Sc])")
_POINTS_BACK = re.compile(r"(?:i|otn|e?n)?b[yt]{0,2}(?:pt?[aw]?)?a?n|i(?:by?d)?")
_SOME_OF, _OUT_OF_OTHERS = re.compile("[tw]?oy?q"), re.compile("y?o[tw]?q")
"""Leftwards from a number the "of" and the number of some of them, and the same rightwards: "**two of the** 12"."""
_WHO = re.compile("[aewyUnM]{0,5},?r")
"""Behind those others what is told of them: "43 of the 70 **who died** had burns"."""
_UNCOUNTED_OF, _UNCOUNTED = re.compile("t?o([ewynU])"), ("many", "most", "some", "several", "few", "others")
_OF_VICTIMS = re.compile("otn(?!o)")
_TRAILING = re.compile(r"[^qS.;]{0,16}?,?c(?:p?e)?(?:p[Uw],?)?[tey]{0,2}$")
_GOVERNED = re.compile("t?(?:s|p(?![ot]))")
"""Leftwards from a number: a preposition governs it, unless it is a noun behind "of": "days of **fighting**"."""
_ABSOLUTE = "with"
"""The preposition that takes a clause: "with 12 people killed"."""
_THOSE = "those"
"""Before a participle that stands for people: "besides **those** killed 12 were hurt"."""
SURE = 1.4
"""Readings up to this cost stand beside the number and are not overruled."""
_ATTRIBUTIVE = re.compile(r"(?!people$|children$|women$|men$|police$|personnel$|staff$|dead$)\S*(?:[^s]|ss|us)$")
_KIN_OF = re.compile(r"t?o(n)")
_KIN = ("families", "women", "children")
"""Groups of nouns whose "of" tells whose they are: "the families of five rebels" counts no rebels."""
_ARMED = "combatants"
HOUSEHOLD, DWELLING = "families", "dwelling"
"""Group of nouns for families, kind of nouns for what they live in."""
_AGED = ("men", "women", "children")
"""Groups of nouns for one person, whose "of" tells an age."""
_YOUNGER = ("under ", "below ")
_ONE_WHO = re.compile(r".*(?:er|or|ist|ian|man|woman)")
"""Nouns for one who does something: "a **herder** of 41"."""
_HOMES = re.compile(r"(?:ot?)?[aewyU]{0,3}?(g)(?:y*p?[vb]{1,3}y*|y*)([DW])?")
_HOMES_OF = re.compile(r"go[te]?$")
"""Before the people whose home something is: "the **houses of** 12 families"."""
_EMPTYING = re.compile(r"[teyaw]{0,3}?o?([BDEGKW])")
"""Leftwards from a number: what may be done to homes, "the **evacuation** of 50 homes"."""
_FOR_THE_MOST_PART = ("mostly", "mainly", "largely")
"""Adverbs before a noun that is true of most, not of all: "22, mostly children"."""
_INSIDE_PART = re.compile(r"(?:on[aUw]{0,2})?[,teypUb]{0,3}(?:c[aewyUnt]{1,4}(?:,?|b(?=i(?!q))))?i")
_OF_THEM, _BEGINS_OF_THEM = re.compile(r"i|e?ot[WJ]"), "of"
_OF_THINGS = re.compile(r"[aewU]{0,3}g+,?qi(?!.{0,3}n)")
"""Behind a number of things some of them: "14 **sites, three of them** new"."""
_OPENING = re.compile("i,?[tey]{0,2}")
_OF_HARMED = re.compile("e?ot[WJ]")
_IN_SHORT = re.compile(r"y+[,.;]")
"""All that is said of a part: "60 were wounded, 12 **seriously**, and ..."."""
_ASKED, _SOME_ASKED = re.compile("Q[taew]{0,2}$"), re.compile("Q[taew]{0,2}q[aewUnt]{0,4},?$")
_OF_WHOM = re.compile(r"i,?y*[bvDWJ]")
"""A part with a verb of its own, which says nothing of the whole: "40 soldiers, seven **of whom are** missing"."""
_OF_WHOM_LATER = re.compile("q(i)[ymvb]{0,4}$")
_ONE_MORE = re.compile("c(?P<one>[tq])[aewU]{0,3}n(?P<verb>[bvI])")
"""One who is joined on with a verb behind him: "12 families fled**, and a nurse was** hurt"."""
_ONE, _SINGULAR = ("a", "an", "one"), ("is", "was", "has")
_RELATIVE = ("whom", "which")
_BEHIND_CLAUSE = re.compile(r"[DWI],?i[aewyUnMtc]{1,6},?c[tey]{0,2}$")
"""Before a number behind a clause that ends with whom it includes, none of them counted."""
_OF_MANY = re.compile(r"(?:^|[,;S]r?)ot?[aewUn]{0,4}$")
"""Before a number of whom those counted next are some: "**of the** 40 who fled, 12 have returned"."""
_BEHIND_COLON = re.compile(r":[tawUg]{0,4}:?[tey]{0,2}$")
"""Before the parts of those counted before a colon: "88 martyrs, nine of them women: 30 in Klow"."""
_NAMES_LAST = re.compile(r"iq[aewyUn]{1,5}(?:,?q[aewyUn]{1,5})*c$")
"""Before the last of those named as parts, whatever its noun: "including six women **and** one martyr"."""
_FINITE = re.compile(r"[aewUnMt]{0,3}y*[vmbIB]")
_OUT_OF = re.compile(r"(?:H|(?:^|[,;S]r?)o)t?$")
_SAME_HARM = re.compile(r"[na]{0,2}[DWJN][^qSIKG.;]{0,10}")
"""Between a whole and its part: "among the 18 **dead were** five children", "of 18 **killed,** five were women"."""
_NAME_OF_ONE = re.compile(r"(?:i|e?ot?)[aewnWDJMN]{0,3}[bpw]y?U")
_APPOSITION, _ONE_OF_MANY = re.compile("(?:U,?(?:[qw],)?|rb[yt]?)$"), re.compile("ot?(?![WDJN])")
_SPEAKS_FOR_THEM = re.compile(r"(?:i|ot?[aewU]{0,2}n)S")
"""Behind "one" where it is who says something: "**one** of them said"."""
_PREDICATE, _ONE_OF_THEM = re.compile("(?:t[aw]{0,2}n|U)b$"), re.compile("ot?[WDJN]|i|oq")
"""What stands before and behind "one" where it is told of somebody: "**his brother was** one **of the dead**"."""
_JOINED = re.compile(r"(?:o?b?[aewyUnMtPgWpo]{0,10},?(?:,|c|,c)(?:p?e)?[tey]{0,2}|[aewyUnMt]{1,5}|n,r[ab][ey]?)$")
_ENDS_LIST = re.compile("[aewyUnt]{0,4}(?:pw)?(?:[.,;cziq]|$)")
"""Behind the number of those who share the verb before: "20 were children and 14 **women**."."""
_GAPPED = re.compile(r"(?:[,;]|,?c)t?[aUng]{1,4}(?:y?(?:p?e)?|:)$")
"""What leads to a bare number in a list that leaves its verb out: "it killed 12 rebels **and the army** 20"."""
_ENDS_GAPPED = re.compile("n?(?:[.,;zc]|$)")
_OWN_VERBS = ("d", "f", "l", "m", "u", "v")
"""Tags right behind a number of what those do of whom nothing else is told: "12 died and 40 **made** it"."""
_STAYING = ("remain", "remains", "remained", "stayed", "stay")
"""Behind a number a verb that tells of others: "50,000 left and **12,000 remain** in the town"."""
_LISTING = ("and", "or", "but", "while", "nor", "&")
"""Words with which a list goes on; other coordinators lead to more people than those listed before."""
_PASSING_PART = re.compile(r",?iq[aewyUnMto]{0,5}(?:cq[aewyUnMto]{0,5})*,?")
_AFTER_PART = re.compile(r"(?:ib?|b)[aewyUnt]{0,6}[DWJ]?,?(?:,|c|,c)[tey]{0,2}$")
"""Between a part and the next: "49 **of them soldiers,** 91 rebels and 35 civilians"."""
_IN_HOUSEHOLDS = re.compile("[aewyUDJ]{0,4}np$")
_OF_HOUSEHOLDS = ("displaced", "refugees", "returned")
"""Between people and the families that they are: "312 **people from** 97 families"; and what families do."""
_AND_OF = re.compile(r"[^qS.;]*co[tey]{0,2}$")
"""What goes on with the whole: "the deaths of 94 civilians, 15 of them children, **and of** 213 fighters"."""
_RIVAL = re.compile(r"(?:.*[,;cz])?[^,;cz]*(?:S|ut?[wC]?p|C(?:bwp|[obmvyup]){1,5}|[wU]m?u)t?$")
"""What leads to a bare number that counts the same people again: "the ministry put it at 12", "it rose to 12"."""
_NOBODY = re.compile(r"(?:[,cw]xw?b?y*|nx|[bv]xb?)$")
"""Before what befell nobody: "a school with 12 pupils, but **no one was** hurt", "12 people **were not** hurt"."""
_FINITE_VERBS, _NAMELESS = ("b", "v"), frozenset(",cye")
"""Behind a number without a noun, which has a clause to itself; tags between two numbers that share one."""
_OF_THE = re.compile("ot?[aUwgn]{0,4}")
"""What a sentence opens with that tells of a part of those it counts: "**Of the** 40 who came, 12 were held"."""
_NEXT_SUBJECT = re.compile(",ct?[aw]{0,3}nb")
"""Behind a part the subject of a clause of its own: "12 died, **one** of them here**, and a nurse was** hurt"."""
_NONE_OF, _HARMED = re.compile(r"xw?ot?[aewyU]{0,2}$"), ("D", "J", "W", "N")
_THINGS_WERE = re.compile(r"(?:(?<![nUg])[,cz]t?[aewy]{0,3}g+|r[aewy]{0,3}[gnw])[vmy]*b+y*d")
"""What befell things: "12 people suffered losses, **and homes were destroyed**", "12 **whose cars were seized**"."""
_UNGOVERNED = re.compile("(?<![op])(?<!pt)$")
"""Before things that are counted like those who were harmed: "12 dead, **three** houses", not "in three houses"."""
_GIVES_FIGURE = re.compile(r"[^p]t[yw]{0,2}Co$")
"""Behind "gave a figure of" a number need not stand alone."""
_BARE = re.compile(r"(?:p[towgUy]{1,6})?(?:[.,;zc]|pq|$)")
_RISING = ("the death toll rose to 12", "the number of people killed rose to 12")
_ROSE_FROM = re.compile(r"(?:p?[tUaym]{1,3})?p")
"""Between the number from which a toll rose and the next: "from 12 **on Monday to** 40"."""
_MADE_UP_OF = re.compile(r"[^qS.;]{0,12}:$")
"""What leads to the parts of a number behind a colon: "213 fighters: 117 rebels and 96 soldiers"."""
_LISTED_BY_PLACE = re.compile(r"[^qS.;]{0,12}:[twaUg]{1,4}:?$")
"""What leads to them where each has its place before it: "88 martyrs: **Klow** 30, Ardent 25"."""
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


def _counts_things(tagged: Tagged, at: int, thing: re.Match[str], text_of: list[str]) -> bool:
    """Whether the number before a noun for things counts them: "three villages", "five refugee camps"."""
    noun = thing.start(1)
    one_or_many = tagged.quantities[at].value == 1 or tagged.entries[noun].plural
    if _ATTRIBUTIVE.match(text_of[tagged.lasts[noun] - 1]) and (thing[2] or not one_or_many):
        return False  # it describes what follows it: "killed 10, a **group** said"
    between = range(at + 1, noun)
    nouns = [i for i in between if tagged.tags[i] in "nM"]
    attributive = [_ATTRIBUTIVE.match(text_of[tagged.lasts[i] - 1]) is not None for i in nouns]
    return not nouns or (nouns[-1] == noun - 1 and all(attributive))


def _emptied_homes(tagged: Tagged, at: int) -> int:
    """The noun for homes that stand for the families in them, or -1: "50 **homes** were evacuated"."""
    homes = _HOMES.match(tagged.tags, at + 1)
    if homes is None or tagged.entries[homes.start(1)].thing != DWELLING:
        return -1
    emptying = _EMPTYING.match(tagged.tags[at - 1 :: -1]) if at else None
    verbs = [homes.start(2)] if homes[2] else []
    verbs += [at - 1 - emptying.start(1)] if emptying else []
    return homes.start(1) if any(outcome_of(tagged, verb) == "displaced" for verb in verbs) else -1


def _is_named(tagged: Tagged, at: int) -> bool:
    """Whether "one" only speaks of somebody told of: "**one** of the dead was Karim", "Karim, **one** of the most".

    Or "his brother was **one** of the dead".
    """
    tags = tagged.tags
    described = _APPOSITION.search(tags, 0, at) is not None and _ONE_OF_MANY.match(tags, at + 1) is not None
    told = _PREDICATE.search(tags, 0, at) is not None and _ONE_OF_THEM.match(tags, at + 1) is not None
    return described or told or _NAME_OF_ONE.match(tags, at + 1) is not None


def _names_a_household(tagged: Tagged, at: int) -> bool:
    """Whether "one" only says to whom others belong: "12 people from **one** family"."""
    if tagged.tags[at - 1 : at] not in ("o", "p"):
        return False
    noun = people_at(tagged, at)
    return noun > at and tagged.entries[noun].group == HOUSEHOLD


def stands_for_one(tagged: Tagged, noun: int) -> bool:
    """Whether a noun for people is told of one man, woman or child: "a girl", not "girls", "a family"."""
    word = tagged.text(noun).split()[-1].lower()
    return tagged.entries[noun].group in _AGED and not PLURAL.match(word)


def _is_size_of_family(tagged: Tagged, at: int) -> bool:
    """Whether a number says how many a family is: "a family of **five** was wiped out"."""
    return tagged.tags.endswith("no", 0, at) and tagged.entries[at - 2].group == HOUSEHOLD


def _is_an_age(tagged: Tagged, at: int) -> bool:
    """Whether a number is an age: "a girl **of six** was wounded", "seven boys **under 16**"."""
    if tagged.tags.endswith("n", 0, at) and tagged.text(at).lower().startswith(_YOUNGER):
        return True
    if not tagged.tags.endswith("no", 0, at):
        return False
    return stands_for_one(tagged, at - 2) or _ONE_WHO.fullmatch(tagged.text(at - 2).lower()) is not None


def _is_asked(tagged: Tagged, at: int) -> bool:
    """Whether a number is of people who were only asked: "interviewed **41** people, **29** of them survivors"."""
    if "Q" not in tagged.tags:
        return False
    some = _SOME_ASKED.search(tagged.tags, 0, at) is not None and is_of_them(tagged, at)
    return some or _ASKED.search(tagged.tags, 0, at) is not None


def _counts_nobody(tagged: Tagged, at: int) -> bool:
    """Whether a number does something else than to count."""
    one = tagged.quantities[at].value == 1 and (
        _names_a_household(tagged, at) or _is_named(tagged, at) or _SPEAKS_FOR_THEM.match(tagged.tags, at + 1)
    )
    return one or _are_spared(tagged, at) or _is_an_age(tagged, at) or _is_asked(tagged, at)


def _are_spared(tagged: Tagged, at: int) -> bool:
    """Whether nothing happened to them: "**none of the** 12 was hurt", not "none of the 12 dead was a child"."""
    if "x" not in tagged.tags[:at] or tagged.tags[at + 1 : at + 2] in _HARMED:
        return False
    return _NONE_OF.search(tagged.tags, 0, at) is not None


def read(tagged: Tagged, keys: list[str]) -> dict[int, Reading]:
    """The readings of a sentence's numbers, by unit; numbers to whom nothing happened are left out.

    ``tagged.tags`` is changed: a number that counts things becomes an ordinary word, homes that stand for the families
    in them a noun for people.
    """
    counts = [at for at in sorted(tagged.quantities) if tagged.tags[at] == "q"]
    for at in counts[::-1]:
        thing = _THING.match(tagged.tags, at + 1)
        if thing and (homes := _emptied_homes(tagged, at)) >= 0:
            tagged.tags = f"{tagged.tags[:homes]}n{tagged.tags[homes + 1 :]}"
        elif (thing and _counts_things(tagged, at, thing, keys)) or _counts_nobody(tagged, at):
            tagged.tags = f"{tagged.tags[:at]}w{tagged.tags[at + 1 :]}"
        elif thing and thing[2]:  # "60 **camp** residents"
            tagged.tags = f"{tagged.tags[: thing.start(1)]}w{tagged.tags[thing.end(1) :]}"
    for before, at in pairwise(counts):
        if tagged.tags[before] == "w" and _OF_THINGS.match(tagged.tags, before + 1):
            tagged.tags = f"{tagged.tags[:at]}w{tagged.tags[at + 1 :]}"
    numbers = [at for at in counts if tagged.tags[at] == "q"]
    more_things = {at for before, at in pairwise(counts) if _counts_more_things(tagged, before, at)}
    readings: dict[int, Reading] = {}
    spent: set[int] = set()
    for at in numbers:
        best = _best(tagged, at, spent, at in more_things) or _best_of_some(tagged, at)
        if best is not None:
            readings[at] = best
            if best.unit > at:
                spent.add(best.unit)
    if len(numbers) > 1:
        _join(tagged, numbers, readings, more_things)
    for at in readings:
        readings[at].outcome = _across_a_border(tagged, at, readings[at])
    return readings


def _counts_more_things(tagged: Tagged, before: int, at: int) -> bool:
    """Whether a number without a noun goes on counting things: "80 houses were damaged and **20** destroyed"."""
    if tagged.tags[before] == "q" or _UNGOVERNED.search(tagged.tags, 0, before) is None:
        return False
    noun = people_at(tagged, at)
    return noun < 0 or tagged.text(noun).lower() == "others"


def _best(tagged: Tagged, at: int, spent: set[int], things: bool) -> Reading | None:
    """The cheapest reading of a number, if it has any; ``things`` where its noun may be one for things."""
    tags = tagged.tags
    leftward = tags[at - 1 :: -1] if at else ""
    if (kin := _KIN_OF.match(leftward)) and _names_kin(tagged, at - 1 - kin.start(1)):
        return None
    inside = "q" in tags[:at] and (_INSIDE_PART.match(leftward) or _IN_SHORT.match(tags, at + 1)) is not None
    inside = inside and not (_has_clause_of_its_own(tagged, at) or _is_told_anew(tagged, at))
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
        if rule.alone and not _ENDS_GAPPED.match(tags, at + 1):
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
        cost = rule.cost + PER_UNIT * abs(unit - at)
        if best is None or cost < best.cost:
            outcome = outcome_of(tagged, unit, rule.noun)
            if outcome and not (rule.subject and outcome != "displaced" and _owns_homes(tagged, at)):
                best = Reading(outcome, rule.name, unit, cost)
    if best is not None and best.cost > SURE and speaks(tagged, at) and not _comes_to(tagged, at, best):
        return None
    if best is not None:
        best.outcome = _killed_and_wounded(tagged, best, at)
    return best


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
    return reading.rule in _RISING and "u" in tagged.tags[reading.unit : at]


def _is_of_others(tagged: Tagged, at: int, unit: int, rule: Rule) -> bool:
    """Whether what a unit behind a number tells befell nobody, a part of them, things, or those counted next."""
    tags = tagged.tags
    if _NOBODY.search(tags, at + 1, unit) or (rule.people and _THINGS_WERE.search(tags, at + 1, unit + 1)):
        return True
    if _leaves_bracket(tagged, at, unit) or _is_left(tagged, unit):
        return True
    if _befell_one(tagged, at, unit):
        return True
    of_them = is_of_them(tagged, at)
    if "q" in tags[at + 1 : unit]:
        return of_them or _OF_THE.fullmatch(tags, 0, at) is not None or _is_verb_of_part(tagged, at, unit)
    return of_them and _NEXT_SUBJECT.search(tags, at + 1, unit) is not None


def _is_left(tagged: Tagged, unit: int) -> bool:
    """Whether who "left" only stayed: "30 doctors **are left**"."""
    return tagged.tags[unit - 1 : unit + 1] == "bL" and tagged.text(unit).lower() == "left"


def _befell_one(tagged: Tagged, at: int, unit: int) -> bool:
    """Whether a verb in the singular tells only of one joined on: "12 families fled, and **a nurse was** hurt"."""
    joined = _ONE_MORE.search(tagged.tags, at + 1, unit + 1)
    if joined is None or tagged.text(joined.start("one")).lower() not in _ONE:
        return False
    return joined["verb"] == "I" or tagged.text(joined.start("verb")).lower() in _SINGULAR


def _leaves_bracket(tagged: Tagged, at: int, behind: int) -> bool:
    """Whether a bracket closes behind a number that lists parts of one before it: "25 dead (**12** soldiers), 40 hurt".

    Families in brackets are the same people: "60 people (12 families) fled".
    """
    surface, here = tagged.words.surface, tagged.firsts[at]
    between = surface[tagged.lasts[at] : tagged.firsts[behind]]
    if ")" not in between or "(" in between or _counts_households(tagged, at):
        return False
    opening = next((word for word in range(here - 1, tagged.first, -1) if surface[word] == "("), tagged.first)
    return any(quantity.number < opening for quantity in tagged.quantities.values())


def _counts_households(tagged: Tagged, at: int) -> bool:
    noun = people_at(tagged, at)
    return noun >= 0 and tagged.entries[noun].group == HOUSEHOLD


def _is_verb_of_part(tagged: Tagged, at: int, unit: int) -> bool:
    """Whether a verb behind a number is that of a part of it: "took four captive, two **of whom** later **died**"."""
    part = _OF_WHOM_LATER.search(tagged.tags, at + 1, unit)
    return part is not None and tagged.text(part.start(1)).lower().rsplit(" ", 1)[-1] in _RELATIVE


def speaks(tagged: Tagged, at: int) -> bool:
    """Whether who stands behind unit ``at`` says something: "12 died, a **teacher said**", not ", said the mayor"."""
    speaker = _SPEAKER.match(tagged.tags, at + 1)
    return speaker is not None and (speaker[2] is None or tagged.text(speaker.start(1)).lower() in _ADDRESSES)


def _has_clause_of_its_own(tagged: Tagged, at: int) -> bool:
    """Whether a part is the subject of a clause: "hit 40 families, **of which** 12 **have been** displaced"."""
    relative = tagged.text(at - 1).lower().rsplit(" ", 1)[-1] in _RELATIVE
    return relative and _FINITE.match(tagged.tags, at + 1) is not None


def _is_told_anew(tagged: Tagged, at: int) -> bool:
    """Whether a number only seems a part: "25 were killed including women **and** 40 others **were** wounded"."""
    return _BEHIND_CLAUSE.search(tagged.tags, 0, at) is not None and _FINITE.match(tagged.tags, at + 1) is not None


def _names_kin(tagged: Tagged, unit: int) -> bool:
    """Whether a noun is for kin by whom others are named: "the wives of", not "a family of", whose members they are."""
    return tagged.entries[unit].group in _KIN and not tagged.text(unit).lower().endswith("family")


def outcome_of(tagged: Tagged, unit: int, noun: bool = False) -> str:
    """The outcome that a unit's phrase stands for, in the role that its tag says; empty where it has none."""
    outcomes = tagged.entries[unit].outcomes
    tag = tagged.tags[unit]
    roles = _NOUN_ROLES if noun else _ROLES.get(tag, (tag, *PEOPLE_ONLY.values()))
    return next((outcomes[role] for role in roles if role in outcomes), "")


def _killed_and_wounded(tagged: Tagged, reading: Reading, at: int) -> str:
    """Casualties where two harms have one object: "kills and wounds dozens"."""
    if reading.rule == "killed 12" and reading.unit > 0:
        other = reading.unit - 2 if tagged.tags[reading.unit - 1] == "c" else reading.unit - 1
        if other >= 0 and tagged.tags[other] in "KGDW":
            both = {reading.outcome, outcome_of(tagged, other)}
            if both == {"killed", "injured"}:
                return "casualties"
    return reading.outcome


def _join(tagged: Tagged, numbers: list[int], readings: dict[int, Reading], more_things: set[int]) -> None:
    """Give numbers without a reading of their own that of the number they are joined to or part of."""
    tags = tagged.tags
    for before, here in reversed([*pairwise([-1, *numbers])]):
        if here in readings or (here and _INSIDE_PART.match(tags[here - 1 :: -1])):
            continue
        if before < 0 or not (is_marked(tagged, before) and _JOINED.match(tags[before + 1 : here])):
            _join_forward(tagged, here, [n for n in numbers if n > here], readings)
    for place, at in enumerate(numbers):
        earlier = numbers[:place]
        whole = _whole(tagged, at, earlier, readings)
        if at in readings:
            if readings[at].whole < 0 and whole in readings and _shares(tagged, at, readings, whole):
                readings[at].whole = whole
        elif whole in readings:
            listed = -1 if is_marked(tagged, at) or earlier[-1] == whole else earlier[-1]
            readings[at] = Reading(readings[whole].outcome, PART, readings[whole].unit, whole=whole, joined=listed)
        elif earlier and earlier[-1] in readings and at not in more_things and not _tells_of_others(tagged, at):
            _join_backward(tagged, earlier[-1], at, readings)


def _tells_of_others(tagged: Tagged, at: int) -> bool:
    """Whether a verb behind a number says what those before did not do: "12 fled, 40 **remain**"."""
    behind = tagged.tags[at + 1 : at + 2]
    return behind in _OWN_VERBS or (behind != "" and tagged.text(at + 1).lower() in _STAYING)


def _join_forward(tagged: Tagged, here: int, later: list[int], readings: dict[int, Reading]) -> None:
    """As in "10 soldiers and 18 rebels were killed", "six children among 19 dead": the reading comes after the last."""
    tags = tagged.tags
    for there in later:
        if _leaves_bracket(tagged, here, there):
            return
        reading = readings.get(there)
        if reading is None or reading.rule in _OF_THEIR_OWN:
            continue
        if there == later[0] and _AMONG.match(tags, here + 1):
            readings[here] = Reading(reading.outcome, PART, reading.unit, whole=there)
            return
        between = _PASSING_PART.sub(",", tags[here + 1 : there])
        if tags[there + 1 : there + 2] in _FINITE_VERBS and not _NAMELESS.issuperset(between):
            return  # "40 nurses and 20 guards, and **90 were** wounded"
        if _befell_one(tagged, here, reading.unit):
            return
        if _OF_WHOM.match(tags, there + 1) and reading.rule not in PARTS:
            return
        if "q" not in between and (reading.unit > there or reading.rule in PARTS) and _JOINED.match(between):
            readings[here] = Reading(reading.outcome, JOINED, reading.unit, whole=reading.whole, joined=there)
            return


def _join_backward(tagged: Tagged, before: int, at: int, readings: dict[int, Reading]) -> None:
    """As in "killed 10 soldiers and 18 rebels", "21 killed, 15 in Manbij", "21 killed, along with 10 guards"."""
    source, tags = readings[before], tagged.tags
    between = _ASIDE.sub(",", tags[before + 1 : at])
    from_before = _ROSE_FROM.fullmatch(between) and source.rule in _RISING
    if "c" not in between and speaks(tagged, at):
        return
    if source.outcome in _OF_HOUSEHOLDS and _IN_HOUSEHOLDS.match(between) and _counts_households(tagged, at):
        readings[at] = Reading(source.outcome, JOINED, source.unit, joined=before)
        return
    again = _counts_again(tags, before + 1, at)
    elsewhere = _ELSEWHERE.match(tags, at + 1) and tags[at - 1] != "p" and not _VERBS.search(between)
    apart = elsewhere and tags[at - 1] == ","
    next_part = source.whole >= 0 and _AFTER_PART.match(between) and not speaks(tagged, at)
    alone = _ENDS_GAPPED.match(tags, at + 1)
    if alone and _GAPPED.search(between):
        readings[at] = Reading(source.outcome, JOINED, source.unit, whole=source.whole, joined=before)
    elif _MADE_UP_OF.match(between) or (alone and _LISTED_BY_PLACE.match(between)):
        whole = source.whole if source.rule in PARTS else before
        readings[at] = Reading(source.outcome, PART, source.unit, whole=whole)
    elif _AND_OF.match(between) and source.whole in readings:
        readings[at] = Reading(source.outcome, JOINED, source.unit, joined=source.whole)
    elif from_before or again or (not apart and (next_part or _JOINED.match(between) or _TRAILING.match(between))):
        whole = -1 if _adds(tagged, before, at) else source.whole
        readings[at] = Reading(source.outcome, JOINED, source.unit, whole=whole, joined=before)
    elif elsewhere:
        whole = source.whole if source.whole >= 0 else before
        readings[at] = Reading(source.outcome, ELSEWHERE, source.unit, whole=whole)


def _counts_again(tags: str, begin: int, at: int) -> bool:
    """Whether what stands before a number from unit ``begin`` on makes it another count of the same people."""
    noun = tags.startswith("n", at + 1) and tags[at - 1] == "p"  # "bringing the total to 12 **families**"
    bare = _BARE.match(tags, at + 1 + noun) is not None or _GIVES_FIGURE.search(tags, begin, at) is not None
    return bare and _RIVAL.match(tags[begin:at]) is not None


def _shares(tagged: Tagged, at: int, readings: dict[int, Reading], whole: int) -> bool:
    """Whether a number with a reading of its own is still a part: marked as one, or told by the same word.

    Not another harm that follows a part: "three dead including a nurse and **seven injured**".
    """
    tags, alike = tagged.tags, readings[at].outcome == readings[whole].outcome
    apart = tags[at - 1] == "c" and not is_of_them(tagged, at) and not alike
    listed = alike and (_BEHIND_COLON.search(tags, 0, at) or _NAMES_LAST.search(tags, 0, at))
    said = (is_marked(tagged, at) and not apart) or listed or _OF_MANY.search(tags, 0, whole)
    return bool(said) or readings[at].unit == readings[whole].unit


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
    marked = _INSIDE_PART.match(tagged.tags[at - 1 :: -1]) or _TRAILING_PART.match(tagged.tags, at + 1)
    return marked is not None or is_of_them(tagged, at)


def _is_bracketed(tagged: Tagged, before: int, at: int) -> bool:
    """Whether a smaller number opens a bracket behind another: "12 people **(three women**, two children)".

    Families in brackets are the same people: "60 people (12 families)".
    """
    smaller = tagged.quantities[at].value < tagged.quantities[before].value
    if not smaller or at - before < 2 or tagged.text(at - 1) != "(":
        return False
    return not _counts_households(tagged, at)


def _adds(tagged: Tagged, before: int, at: int) -> bool:
    """Whether with the number at ``at`` others are added to a whole: "12, two of them girls, **as well as** a man"."""
    joining = (tagged.text(i).split()[0].lower() for i in range(before + 1, at) if tagged.tags[i] == "c")
    return any(word not in _LISTING for word in joining)


def _whole(tagged: Tagged, at: int, earlier: list[int], readings: dict[int, Reading]) -> int:
    """The unit of the number that the one at ``at`` is said to be a part of, or -1."""
    if not earlier or _is_told_anew(tagged, at):
        return -1
    before, tags = earlier[-1], tagged.tags
    reading = readings.get(before)
    if len(earlier) > 1 and tagged.text(before - 1) == "(" and _counts_households(tagged, before):
        before, reading = earlier[-2], readings.get(earlier[-2])  # "60 people (12 families), 40 of them here"
    if reading is not None and _OUT_OF.search(tags[:before]) and _SAME_HARM.fullmatch(tags[before + 1 : at]):
        return before
    if is_marked(tagged, at) or _is_bracketed(tagged, before, at):
        if _is_of_those_otherwise_harmed(tagged, at, reading):
            return _last_harmed_so(tagged, at, earlier, readings)
        return before if reading is None or reading.whole < 0 or reading.rule == ELSEWHERE else reading.whole
    if (listed := _listed_before_colon(tagged, at, earlier, readings)) >= 0:
        return listed
    comma_or_verb = "," in tags[before:at] or _FINITE.match(tags, at + 1)
    if len(earlier) == 1 and comma_or_verb and _OF_MANY.search(tags, 0, before):
        return before
    if reading is not None and reading.whole >= 0 and _JOINED.match(tags[before + 1 : at]):
        return -1 if _adds(tagged, before, at) else reading.whole
    return -1


def _listed_before_colon(tagged: Tagged, at: int, earlier: list[int], readings: dict[int, Reading]) -> int:
    """The number before a colon, no part itself, whose parts are listed behind it; -1 where there is none."""
    colon = _BEHIND_COLON.search(tagged.tags, 0, at)
    if colon is None or at not in readings:
        return -1
    before = [n for n in earlier if n < colon.start() and n in readings and readings[n].whole < 0]
    if not before or tagged.quantities[before[-1]].value <= tagged.quantities[at].value:
        return -1
    return before[-1] if readings[before[-1]].outcome == readings[at].outcome else -1


def _last_harmed_so(tagged: Tagged, at: int, earlier: list[int], readings: dict[int, Reading]) -> int:
    """The last number of those whom "of the dead" or "of the wounded" behind a number means, or -1."""
    harm = harmed_among(tagged, at)
    return next((n for n in reversed(earlier) if n in readings and readings[n].outcome == harm), -1)


def harmed_among(tagged: Tagged, at: int) -> str:
    """What befell those of whom a number is some, where it says so: "nine **of the wounded**"; else empty."""
    of = _OF_HARMED.match(tagged.tags, at + 1)
    return outcome_of(tagged, of.end() - 1, noun=True) if of is not None else ""


def _is_of_those_otherwise_harmed(tagged: Tagged, at: int, reading: Reading | None) -> bool:
    """Whether a number is of other people than those read last: "40 died; nine **of the wounded** are in a coma"."""
    harm = harmed_among(tagged, at)
    return harm != "" and reading is not None and harm != reading.outcome


def _is_of_victims(tagged: Tagged, at: int) -> bool:
    """Whether a number is of those harmed, whatever else is told of them: "six **of the victims** were from Klow"."""
    return _OF_VICTIMS.match(tagged.tags, at + 1) is not None and tagged.entries[at + 3].group == ""


def pointing_back(tagged: Tagged, readings: dict[int, Reading], outcome: str, toll: str) -> dict[int, Reading]:
    """Readings of numbers that only say more of those counted in the sentence before, whose ``outcome`` they share.

    One that counts those again has the outcome of its ``toll``.

    As in "They included five children", "Four were women", "Twenty of them are women".
    """
    tags = tagged.tags
    found: dict[int, Reading] = {}
    for at in (i for i, tag in enumerate(tags) if tag == "q"):
        if at in readings:
            continue
        earlier = "q" in tags[:at]
        opens = not earlier and at > 0 and re.match(r"[btce,]{0,3}i", tags[at - 1 :: -1])
        told_more = _POINTS_BACK.match(tags, at + 1) or _is_of_victims(tagged, at)
        said_of = told_more and (not earlier or found)
        again = not earlier and _counts_again(tags, 0, at)
        if earlier and found and _INSIDE_PART.match(tags[at - 1 :: -1]):
            found[at] = Reading(outcome, PART, at, cost=1.0, whole=max(found))
            continue
        joined = earlier and found and _JOINED.match(tags[max(found) + 1 : at]) and _ENDS_LIST.match(tags, at + 1)
        if opens or said_of or again or joined:
            found[at] = Reading(toll, AGAIN, at, cost=1.0) if again else Reading(outcome, BACK, at, cost=1.0)
    return found


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
