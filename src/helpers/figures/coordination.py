"""Numbers that share what befell others: listed with them, a part of them, or those of the sentence before again.

Numbers that no rule reads by themselves take the outcome of the number that they are joined to: "10 soldiers and **18**
rebels were killed", "18 people, including **five** children".
"""

from __future__ import annotations

import re
from itertools import pairwise

from helpers.figures.reading import (
    AGAIN,
    BACK,
    ELSEWHERE,
    INSIDE_PART,
    JOINED,
    OWN_NOUN,
    PART,
    PARTS,
    Reading,
    counts_households,
    harmed_among,
    is_marked,
    is_of_them,
    outcome_of,
    people_at,
    speaks,
)
from helpers.figures.rules import RISING
from helpers.figures.units import Tagged

_OF_THEIR_OWN = (OWN_NOUN, "12 lives")
"""Rules of numbers whose noun tells what befell them alone: "22 kitchens serve meals, and **61 lives** were lost"."""
_DASHES, _ASIDE_OPENS = ("-", "–", "—"), re.compile("[aewyUn]{1,5},")
"""What opens an aside right behind people: "12 people **– three** women, two children – died"."""
_SOME_WERE, _WERE = re.compile("(?:iy*|e?ot?)[WDJ][^q.;S]{0,3}b"), re.compile("b[ytaUw]{0,4}n")
"""Behind a number and behind the next: "nine **of the dead were** bakers, 12 **were farmers**"."""
_JUXTAPOSED = re.compile("[aewyU]{0,3}n(?:o[tUawg]{1,4})?")
"""Between two numbers of a list whose commas were lost: "12 **fighters of the front** 9 civilians and a nurse"."""
_AMONG = re.compile(r"(?:ot?)?[aewyUnMt]{0,4}(?:pw)?(?:,?i[aewyUnMtq]{1,4},?)?(?:[bC]?y*Ht?|ot?)q")
_ELSEWHERE = re.compile(r"y*(?:p[tUawg]|R)|y[,.]?")
_VERBS = re.compile("[SuKGd]")
"""What tells of another number than the one before it: "left 12 dead and **put** 31 in hospital"."""
_ASIDE = re.compile(r",[tUawnC]{1,7}S,|,S[tUawnoC]{1,9},(?=c)|(?<=[naU])t[aUwgn]{1,5}S(?=cq?)")
_POINTS_BACK = re.compile(r"(?:i|otn|e?n)?b[yt]{0,2}(?:pt?[aw]?)?a?n|i(?:by?d)?")
_COUNTED, _WHO_ALONE = ("counted", "documented", "recorded", "tallied"), re.compile("[aewyU]{0,2}n(?:[.,;ic]|$)")
"""Verbs of those who count the dead, and whom they count with nothing told of them."""
_OPENS_PARTS = re.compile("[btce,]{0,3}i")
"""Leftwards from the first number of a sentence what makes it a part: "**They included** nine women"."""
_ARE_AMONG = re.compile("[aewyU]{0,4}n(?:(?:,|,?c)q[aewyU]{0,4}n)*b[yt]{0,2}i(?=[.,;]|$)")
"""Behind parts that are told to be some of them: "nine **women and 12 men are among them**"."""
_OF_VICTIMS = re.compile("otn(?!o)")
_TRAILING = re.compile(r"[^qS.;]{0,16}?,?c(?:p?e)?(?:p[Uw],?)?[tey]{0,2}$")
_OF_WHOM = re.compile(r"i,?y*[bvDWJ]")
"""A part with a verb of its own, which says nothing of the whole: "40 soldiers, seven **of whom are** missing"."""
_ONE_MORE = re.compile("c(?P<one>[tq])[aewU]{0,3}n(?P<verb>[bvI])")
"""One who is joined on with a verb behind him: "12 families fled**, and a nurse was** hurt"."""
_ONLY_NAMED = re.compile("[aewyUn]{0,3}n(?:,t[aewyU]{0,2}n)*,?")
"""Those before him with no verb of their own: "12 **men, a boy** and a nurse died"."""
_ONE, _SINGULAR = ("a", "an", "one"), ("is", "was", "has")
_BEHIND_CLAUSE = re.compile(r"[DWI],?i[aewyUnMtc]{1,6},?c[tey]{0,2}$")
"""Before a number behind a clause that ends with whom it includes, none of them counted."""
_BEHIND_PART = re.compile(r"qi[aewyUn]{1,4},?c[tey]{0,2}$")
"""Before a bare number with a verb of its own: "five of them children **and** 40 **were** hurt"."""
_OF_MANY = re.compile(r"(?:^|[,;S]r?)ot?[aewUn]{0,4}$")
"""Before a number of whom those counted next are some: "**of the** 40 who fled, 12 have returned"."""
_BEHIND_COLON = re.compile(r":[tawUg]{0,4}:?[tey]{0,2}$")
"""Before the parts of those counted before a colon: "88 martyrs, nine of them women: 30 in Klow"."""
_NAMES_LAST = re.compile(r"iq[aewyUn]{1,5}(?:,?q[aewyUn]{1,5})*c$")
"""Before the last of those named as parts, whatever its noun: "including six women **and** one martyr"."""
_NAMED_HARM = re.compile("([WDJNT]),?i$")
"""Before a part the harm of those whom the sentence counts again, or its toll."""
FINITE = re.compile(r"[aewUnMt]{0,3}y*[vmbIB]")
"""Behind a number the verb of a clause of its own: "40 others **were** wounded"."""
_OUT_OF = re.compile(r"(?:H|(?:^|[,;S]r?)o)t?$")
_SAME_HARM = re.compile(r"[na]{0,2}[DWJN][^qSIKG.;]{0,10}")
"""Between a whole and its part: "among the 18 **dead were** five children", "of 18 **killed,** five were women"."""
_LISTED = re.compile(
    r"(?:o?b?[aewyUnMtPgWpo]{0,10}(?:,t[aewU]{0,3}[nw])*,?(?:,|c|,c)(?:p?e)?[tey]{0,2}|[aewyUnMt]{1,5}(?:pw)?|n,r[ab][ey]?)$"
)
_ENDS_LIST = re.compile("[aewyUnt]{0,4}(?:pw)?(?:[.,;cziq]|$)")
"""Behind the number of those who share the verb before: "20 were children and 14 **women**."."""
_GAPPED = re.compile(r"(?:[,;]|,?c)t?(?:[aUng]{1,4}(?:y?(?:p?e)?|:)|[aUngw]{1,3}e)$")
"""What leads to a bare number in a list that leaves its verb out: "it killed 12 rebels **and the army** 20"."""
ENDS_GAPPED = re.compile("n?(?:[.,;zc]|$)")
"""What closes such a list behind a number."""
_OWN_VERBS = ("d", "f", "l", "m", "u", "v")
"""Tags right behind a number of what those do of whom nothing else is told: "12 died and 40 **made** it"."""
_STAYING = ("remain", "remains", "remained", "stayed", "stay")
"""Behind a number a verb that tells of others: "50,000 left and **12,000 remain** in the town"."""
_LISTING = ("and", "or", "but", "while", "nor", "&")
"""Words with which a list goes on; other coordinators lead to more people than those listed before."""
_PASSING_PART = re.compile(r",?iq[aewyUnMto]{0,5}(?:cq[aewyUnMto]{0,5})*,?")
_AFTER_PART = re.compile(r"(?:ib?|b)[aewyUnt]{0,6}[DWJ]?,?(?:,|c|,c)[tey]{0,2}$")
"""Between a part and the next: "49 **of them soldiers,** 91 rebels and 35 civilians"."""
_TRANSITIVE = re.compile("[tey]{0,2}([KGDB])(?![bv])")
"""Leftwards from a number the verb whose object it is."""
_IN_HOUSEHOLDS = re.compile("[aewyUDJ]{0,4}np$")
_OF_HOUSEHOLDS = ("displaced", "refugees", "returned")
"""Between people and the families that they are: "312 **people from** 97 families"; and what families do."""
_AND_OF = re.compile(r"[^qS.;]*co[tey]{0,2}$")
"""What goes on with the whole: "the deaths of 94 civilians, 15 of them children, **and of** 213 fighters"."""
_RIVAL = re.compile(r"(?:.*[,;cz])?[^,;cz]*(?:S|ut?[wC]?p|C(?:bwp|[obmvyup]){1,5}|[wU]m?u)t?$")
"""What leads to a bare number that counts the same people again: "the ministry put it at 12", "it rose to 12"."""
_FINITE_VERBS, _NAMELESS = ("b", "v"), frozenset(",cye")
"""Behind a number without a noun, which has a clause to itself; tags between two numbers that share one."""
_GIVES_FIGURE = re.compile(r"[^p]t[yw]{0,2}Co$")
"""Behind "gave a figure of" a number need not stand alone."""
_BARE = re.compile(r"(?:p[towgUy]{1,6})?(?:[.,;zcS]|wS|pq|qi|$)")
_ROSE_FROM = re.compile(r"(?:p?[tUaym]{1,3})?p")
"""Between the number from which a toll rose and the next: "from 12 **on Monday to** 40"."""
_MADE_UP_OF = re.compile(r"[^qS.;]{0,12}:$")
"""What leads to the parts of a number behind a colon: "213 fighters: 117 rebels and 96 soldiers"."""
_LISTED_BY_PLACE = re.compile(r"[^qS.;]{0,12}:[twaUg]{1,4}:?$")
"""What leads to them where each has its place before it: "88 martyrs: **Klow** 30, Ardent 25"."""


def join(tagged: Tagged, numbers: list[int], readings: dict[int, Reading], more_things: set[int]) -> None:
    """Give numbers without a reading of their own that of the number they are joined to or part of."""
    tags = tagged.tags
    for before, here in reversed([*pairwise([-1, *numbers])]):
        if here in readings or INSIDE_PART.match(tagged.leftward(here)):
            continue
        if before < 0 or not (is_marked(tagged, before) and _LISTED.match(tags[before + 1 : here])):
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


def befell_one(tagged: Tagged, at: int, unit: int) -> bool:
    """Whether a verb in the singular tells only of one joined on: "12 families fled, and **a nurse was** hurt"."""
    joined = _ONE_MORE.search(tagged.tags, at + 1, unit + 1)
    if joined is None or tagged.text(joined.start("one")).lower() not in _ONE:
        return False
    alone = joined["verb"] == "I" and not _ONLY_NAMED.fullmatch(tagged.tags, at + 1, joined.start())
    return alone or tagged.text(joined.start("verb")).lower() in _SINGULAR


def leaves_bracket(tagged: Tagged, at: int, behind: int) -> bool:
    """Whether a bracket closes behind a number that lists parts of one before it: "25 dead (**12** soldiers), 40 hurt".

    Families in brackets are the same people: "60 people (12 families) fled".
    """
    surface, here = tagged.words.surface, tagged.firsts[at]
    between = surface[tagged.lasts[at] : tagged.firsts[behind]]
    if ")" not in between or "(" in between or counts_households(tagged, at):
        return False
    opening = next((word for word in range(here - 1, tagged.first, -1) if surface[word] == "("), tagged.first)
    return any(quantity.number < opening for quantity in tagged.quantities.values())


def is_told_anew(tagged: Tagged, at: int) -> bool:
    """Whether a number only seems a part: "25 were killed including women **and** 40 others **were** wounded".

    Or "12 died, five of them children **and** 40 **were** wounded".
    """
    if _BEHIND_PART.search(tagged.tags, 0, at) is not None and tagged.tags[at + 1 : at + 2] in _FINITE_VERBS:
        return True
    return _BEHIND_CLAUSE.search(tagged.tags, 0, at) is not None and FINITE.match(tagged.tags, at + 1) is not None


def _tells_of_others(tagged: Tagged, at: int) -> bool:
    """Whether a verb behind a number says what those before did not do: "12 fled, 40 **remain**"."""
    behind = tagged.tags[at + 1 : at + 2]
    return behind in _OWN_VERBS or (behind != "" and tagged.text(at + 1).lower() in _STAYING)


def _join_forward(tagged: Tagged, here: int, later: list[int], readings: dict[int, Reading]) -> None:
    """As in "10 soldiers and 18 rebels were killed", "six children among 19 dead": the reading comes after the last."""
    tags = tagged.tags
    for there in later:
        if leaves_bracket(tagged, here, there):
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
        if befell_one(tagged, here, reading.unit):
            return
        if _OF_WHOM.match(tags, there + 1) and reading.rule not in PARTS:
            return
        if "q" not in between and (reading.unit > there or reading.rule in PARTS) and _LISTED.match(between):
            readings[here] = Reading(reading.outcome, JOINED, reading.unit, whole=reading.whole, joined=there)
            return


def _join_backward(tagged: Tagged, before: int, at: int, readings: dict[int, Reading]) -> None:
    """As in "killed 10 soldiers and 18 rebels", "21 killed, 15 in Manbij", "21 killed, along with 10 guards"."""
    source, tags = readings[before], tagged.tags
    between = _ASIDE.sub(",", tags[before + 1 : at])
    if ";" in between and source.whole in readings:
        before, source = source.whole, readings[source.whole]  # "three dead, one a child; police **counted** 12"
    from_before = _ROSE_FROM.fullmatch(between) and source.rule in RISING
    if "c" not in between and speaks(tagged, at):
        return
    if (unit := _verb_of_both(tagged, before, at, source)) >= 0:
        readings[at] = Reading(outcome_of(tagged, unit), JOINED, unit, joined=before)
        return
    if source.outcome in _OF_HOUSEHOLDS and _IN_HOUSEHOLDS.match(between) and counts_households(tagged, at):
        readings[at] = Reading(source.outcome, JOINED, source.unit, joined=before)
        return
    again = _counts_again(tags, before + 1, at)
    elsewhere = _ELSEWHERE.match(tags, at + 1) and tags[at - 1] != "p" and not _VERBS.search(between)
    apart = elsewhere and tags[at - 1] == ","
    next_part = source.whole >= 0 and _AFTER_PART.match(between) and not speaks(tagged, at)
    alone = ENDS_GAPPED.match(tags, at + 1)
    if alone and _GAPPED.search(between):
        readings[at] = Reading(source.outcome, JOINED, source.unit, whole=source.whole, joined=before)
    elif _MADE_UP_OF.match(between) or (alone and _LISTED_BY_PLACE.match(between)):
        whole = source.whole if source.rule in PARTS else before
        readings[at] = Reading(source.outcome, PART, source.unit, whole=whole)
    elif _SOME_WERE.match(between) and _WERE.match(tags, at + 1):
        readings[at] = Reading(source.outcome, JOINED, source.unit, whole=source.whole, joined=before)
    elif _AND_OF.match(between) and source.whole in readings:
        readings[at] = Reading(source.outcome, JOINED, source.unit, joined=source.whole)
    elif from_before or again or (not apart and (next_part or _LISTED.match(between) or _TRAILING.match(between))):
        whole = -1 if _adds(tagged, before, at) else source.whole
        readings[at] = Reading(source.outcome, JOINED, source.unit, whole=whole, joined=before)
    elif "," not in tags and _JUXTAPOSED.fullmatch(between) and people_at(tagged, at) > at:
        readings[at] = Reading(source.outcome, JOINED, source.unit, whole=source.whole, joined=before)
    elif elsewhere:
        whole = source.whole if source.whole >= 0 else before
        readings[at] = Reading(source.outcome, ELSEWHERE, source.unit, whole=whole)


def _verb_of_both(tagged: Tagged, before: int, at: int, source: Reading) -> int:
    """The verb whose objects are the harmed and others: "**evacuated** 12 wounded and 40 people"; -1 without one."""
    called = source.unit == before + 1 and tagged.tags[before + 1] == "W"
    if not (called and tagged.tags[at - 1] == "c" and people_at(tagged, at) == at + 1):
        return -1
    verb = _TRANSITIVE.match(tagged.leftward(before))
    return before - 1 - verb.start(1) if verb is not None else -1


def _counts_again(tags: str, begin: int, at: int) -> bool:
    """Whether what stands before a number from unit ``begin`` on makes it another count of the same people."""
    noun = tags.startswith("n", at + 1) and tags[at - 1] == "p"  # "bringing the total to 12 **families**"
    bare = _BARE.match(tags, at + 1 + noun) is not None or _GIVES_FIGURE.search(tags, begin, at) is not None
    return bare and _RIVAL.match(tags[begin:at]) is not None


def _is_counted_so(tagged: Tagged, at: int) -> bool:
    """Whether a verb of counting makes a number a toll, whoever they are: "the clinic **counted 21 civilians**"."""
    counted = tagged.tags[at - 1 : at] == "S" and tagged.text(at - 1).lower() in _COUNTED
    return counted and _WHO_ALONE.match(tagged.tags, at + 1) is not None


def _shares(tagged: Tagged, at: int, readings: dict[int, Reading], whole: int) -> bool:
    """Whether a number with a reading of its own is still a part: marked as one, or told by the same word.

    Not another harm that follows a part: "three dead including a nurse and **seven injured**".
    """
    tags, alike = tagged.tags, readings[at].outcome == readings[whole].outcome
    apart = tags[at - 1] == "c" and not is_of_them(tagged, at) and not alike
    listed = alike and (_BEHIND_COLON.search(tags, 0, at) or _NAMES_LAST.search(tags, 0, at))
    said = (is_marked(tagged, at) and not apart) or listed or _OF_MANY.search(tags, 0, whole)
    return bool(said) or readings[at].unit == readings[whole].unit


def _is_bracketed(tagged: Tagged, before: int, at: int) -> bool:
    """Whether a smaller number opens an aside behind another: "12 people **(three women**, two children)", "– three".

    Families in brackets are the same people: "60 people (12 families)".
    """
    smaller = tagged.quantities[at].value < tagged.quantities[before].value
    if not smaller or at - before < 2 or counts_households(tagged, at):
        return False
    dashed = tagged.text(at - 1) in _DASHES and _ASIDE_OPENS.fullmatch(tagged.tags, before + 1, at) is not None
    return dashed or tagged.text(at - 1) == "("


def _adds(tagged: Tagged, before: int, at: int) -> bool:
    """Whether with the number at ``at`` others are added to a whole: "12, two of them girls, **as well as** a man"."""
    joining = (tagged.text(i).split()[0].lower() for i in range(before + 1, at) if tagged.tags[i] == "c")
    return any(word not in _LISTING for word in joining)


def _whole(tagged: Tagged, at: int, earlier: list[int], readings: dict[int, Reading]) -> int:
    """The unit of the number that the one at ``at`` is said to be a part of, or -1."""
    if not earlier or is_told_anew(tagged, at):
        return -1
    before, tags = earlier[-1], tagged.tags
    reading = readings.get(before)
    if len(earlier) > 1 and tagged.text(before - 1) == "(" and counts_households(tagged, before):
        before, reading = earlier[-2], readings.get(earlier[-2])  # "60 people (12 families), 40 of them here"
    if reading is not None and _OUT_OF.search(tags[:before]) and _SAME_HARM.fullmatch(tags[before + 1 : at]):
        return before
    if is_marked(tagged, at) or _is_bracketed(tagged, before, at):
        if _is_of_those_otherwise_harmed(tagged, at, reading):
            return _last_harmed_so(tagged, at, earlier, readings)
        return before if reading is None or reading.whole < 0 or reading.rule == ELSEWHERE else reading.whole
    if (listed := _listed_before_colon(tagged, at, earlier, readings)) >= 0:
        return listed
    comma_or_verb = "," in tags[before:at] or FINITE.match(tags, at + 1)
    if len(earlier) == 1 and comma_or_verb and _OF_MANY.search(tags, 0, before):
        return before
    if reading is not None and reading.whole >= 0 and _LISTED.match(tags[before + 1 : at]):
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
        opens = not earlier and _OPENS_PARTS.match(tagged.leftward(at))
        told_more = _POINTS_BACK.match(tags, at + 1) or _ARE_AMONG.match(tags, at + 1) or _is_of_victims(tagged, at)
        said_of = told_more and (not earlier or found)
        of_things = any(unit < at and not counted.indefinite for unit, counted in tagged.quantities.items())
        again = not (earlier or of_things) and (_counts_again(tags, 0, at) or _is_counted_so(tagged, at))
        if earlier and found and INSIDE_PART.match(tagged.leftward(at)):
            found[at] = Reading(outcome, PART, at, cost=1.0, whole=max(found))
            continue
        joined = earlier and found and _LISTED.match(tags[max(found) + 1 : at]) and _ENDS_LIST.match(tags, at + 1)
        if opens or said_of or again or joined:
            befell = _harm_told_before(tagged, at) or outcome
            found[at] = Reading(toll, AGAIN, at, cost=1.0) if again else Reading(befell, BACK, at, cost=1.0)
    return found


def _harm_told_before(tagged: Tagged, at: int) -> str:
    """What befell those whom a sentence names without a number: "the same number of **dead, among them** 12"."""
    named = _NAMED_HARM.search(tagged.tags, 0, at)
    return outcome_of(tagged, named.start(1), noun=named[1] != "T") if named is not None else ""
