"""Who was counted: the group, the side where they fought, and whether people or families are the unit."""

from __future__ import annotations

import re
from dataclasses import dataclass

from helpers.figures import rules, sides
from helpers.figures.lexicon import PLURAL, Entry
from helpers.figures.reading import (
    ADDRESSING,
    DWELLING,
    HOUSEHOLD,
    JOINED,
    OWN_NOUN,
    PARTS,
    POINTING,
    PRONOUNS,
    Reading,
    harmed_among,
    is_of_them,
    opens_with_them,
    people_at,
)
from helpers.figures.sides import MIXED, NO_SIDE, THEIRS, is_of_a_nation
from helpers.figures.units import Tagged

_OF_THE = "ot"
"""Between a number and a noun that only points back: "14 **of the** victims"."""
_OF_A_NAME = re.compile("ot?U")
"""Behind "members" whose they are, if no side: "members **of the Klow** tribe"."""
_DESCRIBED, _ALL = re.compile("[aewUn]{0,4}[WDJ]?,?(t)(?:w|rb)?(n)"), ("all", "all of")
_NEARLY = ("nearly", "almost", "not", "virtually")
_ALONE, _SOMEWHERE = re.compile("[aewyUJt]{0,3}n"), re.compile("(?:p[tUg]{1,3}(?=S))?")
"""A noun that has a number to itself, and where those are who say something: "medics **in Klow** said"."""
_SPEAKER_BEHIND = re.compile("t?[aU]")
_SAYING, _SAID_ALL = ("said", "say", "says"), re.compile("[pyc.,;]|$")
"""Verbs whose subject stands before them, and what follows others where it does: "medics **reported** on Friday"."""
_SHARES_NOUN = re.compile(r"[ewy]?(?P<side>[aU]),?cq[aewyU]{0,3}(?P<noun>n)")
"""Behind a number whose noun stands behind the next: "12 **Hezbollah and 18 Iranian fighters**"."""
_OF_A_BODY = re.compile(r"[op]t?[aUw]{0,3}(n)")
_SPEAKS = re.compile("[wyUptg]{0,4}S")
"""Behind a noun that names who says so: "killed 12 civilians, **medics said**"."""
_BODIES = ("medical", "aid_workers", "journalists")
"""Groups by which people are told who belong to them: "three persons **from the medical staff**"."""
_SECOND_NOUN = re.compile(r"(?:,[aewtU]{0,3}n)+(?:,?c[aewtU]{0,3}n)?|,?c[aewtU]{0,3}n")
_KILLER = re.compile("[waUgn]{0,3}q")
"""Behind a noun for whoever killed the number told next without a verb."""
_APOSTROPHES = ("'", "’")
"""Between fighters and their losses, which are counted: "the rebels**'** losses"."""
_UNCOUNTED = (re.compile("(?P<who>n)y*b*y*(?P<harm>[DWJ])"), re.compile("(?P<harm>[KG])t?(?P<who>n)"))
_A_GREAT_MANY = 1000
"""From which number on a number alone is of people of any kind: "Some **80,000** have died"."""
_PERSONAL = ("killed", "injured", "missing", "detained")
"""Outcomes that are told of each by himself, not of families."""
_ALIKE = ("civilians", "children", "combatants")
"""Groups that those harmed together have in common."""
_FOUGHT = re.compile("[pKGD]t?[aUw]{0,2}(n)(?:[^nq.;S]|nU){0,9}[KGD]$")
"""Who is attacked before "of them": "losses on **terrorists** killing 40 of them"."""
_HARM_BEFORE = re.compile(r"[an]N[^S.;]*(?:,|,?c)$")
_KILLING_BARE = re.compile(r"[pKGD]t?[aUw]{0,2}(n)(?:[^nq.;S]|nU){0,16}G$")
"""Who is fought before a bare number: "the army clashed with **terrorists** near the town killing 12"."""
_COMBATANTS = "combatants"
_ANYBODY = ("people", "men")
"""Groups in which anybody may be."""
_ANY_SIDE = {"", NO_SIDE, MIXED}
_INFLICTED = re.compile(r"pt?[aUw]{0,2}(n)")
_UPON = ("on", "upon", "among", "to")
_SHARED_NOUN = re.compile(r",?c?[KGDW]$")
_BEHIND_TOLL = re.compile("(?:[Ho]t?)?(n)")
_NUMBER_AND_NOUN = re.compile(r"q(?:ot?)?[aewyUt]{0,3}(n)[^q.;]{0,3}$")
_NUMBER_OF = re.compile("Cot?[aUw]{0,3}(n)[^q.;S]{0,8}$")


@dataclass(slots=True)
class Who:
    """The counted people. ``noun`` and ``side_at`` are the units that decided, -1 where none did."""

    group: str = "people"
    side: str = ""
    unit: str = "people"
    noun: int = -1
    side_at: int = -1
    inherited: bool = False


def in_sentence(tagged: Tagged, readings: dict[int, Reading], before: Who | None) -> dict[int, Who]:
    """Who each number of a sentence counts, by unit.

    ``before`` is who was counted last in the sentence before: an elliptical mention ("nine more", "five others")
    takes the noun of its antecedent.
    """
    known: dict[int, Who] = {}
    waiting: list[int] = []
    for at in sorted(readings):
        named = _named_at(tagged, at, readings[at])
        if named is None:
            waiting.append(at)
        else:
            known[at] = named
    for at in sorted(waiting, key=lambda n: (max(readings[n].joined, readings[n].whole) > n, n)):
        antecedent = _antecedent(tagged, at, readings, known) or _those_named_before(tagged, at)
        elliptical = _has_ellipsis(tagged, at) or _is_bare_subject(tagged, at, readings[at])
        if antecedent is None and (elliptical or readings[at].rule in POINTING):
            antecedent = before
        if (
            antecedent is None
            or _are_other_than(antecedent, tagged, at, readings[at])
            or _no_household(antecedent, readings[at])
        ):
            known[at] = Who()
        else:
            known[at] = Who(antecedent.group, antecedent.side, antecedent.unit, inherited=True)
        _take_side_of_losers(tagged, at, readings[at], known[at])
    for at, reading in readings.items():
        if known[at].side == NO_SIDE and (sided := sides.attacked(tagged, at)) is not None:
            known[at].side, known[at].side_at = sided
        whole = known.get(reading.whole)
        if whole is not None and known[at].side == NO_SIDE and whole.group == _COMBATANTS:
            known[at].side = whole.side
        elif whole is not None and whole.unit == "people" and _are_some_of_them(tagged, at, known[at]):
            known[at] = Who(whole.group, whole.side, noun=known[at].noun)
        elif whole is not None and whole.group == "children" and known[at].group in ("women", "men"):
            known[at] = Who("children", noun=known[at].noun)
    return known


def may_be_among(who: Who, whole: Who) -> bool:
    """Whether people can be some of others: no fighters among civilians, nor on another side."""
    if _COMBATANTS not in (who.group, whole.group) or who.group in _ANYBODY:
        return True
    same_side = who.side == whole.side or not _ANY_SIDE.isdisjoint((who.side, whole.side))
    return whole.group == "people" or (who.group == whole.group and same_side)


def _are_some_of_them(tagged: Tagged, at: int, who: Who) -> bool:
    """Whether a part's own noun says less of them than the whole's: "14 rebels, half of **them foreign nationals**"."""
    return who.group == "people" and is_of_them(tagged, at)


def _named_at(tagged: Tagged, at: int, reading: Reading) -> Who | None:
    """Who the number counts by a noun of its own; None where it has none, or one that only points back."""
    noun = people_at(tagged, at)
    if (noun < 0 or tagged.entries[noun].group == "people") and (described := _all_are(tagged, at)) >= 0:
        noun = described
    if -1 < noun > reading.unit and _only_says_so(tagged, at, noun):
        return None
    if tagged.tags[reading.unit] == "N" and (inflicted := _INFLICTED.match(tagged.tags, reading.unit + 1)):
        noun = _inflicted_on(tagged, reading, inflicted.start(1), noun)
    if noun < 0 and reading.rule in rules.TOLLS:
        noun = _beside_toll(tagged, reading.unit)
        if noun < 0 and tagged.tags[reading.unit] == "M":
            return Who()  # "the number of child refugees passed 12, that of **refugees** 40"
    if reading.rule in rules.AMONG and tagged.tags[reading.unit + 1 : reading.unit + 2] == "n":
        noun = reading.unit + 1
    if noun < 0:
        return _sharing_noun(tagged, at) or _of_a_side(tagged, at, reading)
    named = _named(tagged, at, noun)
    if reading.rule in rules.RISING and named.group in _BODIES:
        return Who()  # who is told of next: "toll climbs to 12 **rescuers** still searching"
    if named.group == "people" and harmed_among(tagged, at):
        return None  # "eight of the slain were **nationals** of Borduria"
    if named.group == "people" and _counts_more_harm(tagged, at, noun, reading):
        return None
    if named.group == "people" and (
        "other" in tagged.text(noun).lower()
        or (not tagged.entries[noun].group and tagged.tags[at + 1 : noun] == _OF_THE)
        or (_fights_only_on_a_side(tagged.entries[noun]) and not _OF_A_NAME.match(tagged.tags, noun + 1))
    ):
        return None
    _take_side_of_losers(tagged, at, reading, named)
    return named


def _of_a_side(tagged: Tagged, at: int, reading: Reading) -> Who | None:
    """Fighters whom a number without a noun counts by their side: "18 on the rebel side", "rebel dead, put at 12"."""
    named = sides.on_one(tagged, at)
    if named < 0 and reading.rule in rules.TOLLS:
        named = sides.of_toll(tagged, reading.unit)
    return Who(_COMBATANTS, tagged.entries[named].side, side_at=named) if named >= 0 else None


def _take_side_of_losers(tagged: Tagged, at: int, reading: Reading, who: Who) -> None:
    """Make fighters of those whom a side lost, unless their noun says that they were others."""
    lost = sides.losers(tagged, at, reading, who.side == NO_SIDE)
    if lost >= 0 and (who.noun < 0 or who.group in (_COMBATANTS, "men") or tagged.tags[who.noun] == "N"):
        who.group, who.side, who.side_at = _COMBATANTS, tagged.entries[lost].side, lost


def _all_are(tagged: Tagged, at: int) -> int:
    """The noun for what all are who are counted: "14 wounded, all of them **civilians**"; -1 where none is told."""
    described = _DESCRIBED.match(tagged.tags, at + 1)
    if described is None or tagged.text(described.start(1)).lower() not in _ALL:
        return -1
    return -1 if tagged.text(described.start(1) - 1).lower() in _NEARLY else described.start(2)


def _only_says_so(tagged: Tagged, at: int, noun: int) -> bool:
    """Whether a noun behind a number is who tells it, where a comma was lost: "raids killed 12 **medics said**"."""
    alone = _ALONE.match(tagged.tags, at + 1)
    one = PLURAL.match(tagged.text(noun)) is None
    return alone is not None and alone.end() == noun + 1 and _tells(tagged, noun, one)


def _tells(tagged: Tagged, noun: int, describes: bool) -> bool:
    """Whether the unit of a noun is the subject of a verb of speech: not in "died, **said** medics".

    Where it ``describes`` the subject, that may be a word that the vocabulary does not know: "**rebel** sources said".
    """
    unknown = tagged.tags.startswith("w", noun + 1) and tagged.text(noun + 1).lower() not in PRONOUNS
    at = _SOMEWHERE.match(tagged.tags, noun + 1 + (describes and unknown)).end()
    verb = tagged.text(at) if tagged.tags.startswith("S", at) else ""
    if verb in ADDRESSING:
        return True
    if verb in _SAYING:
        return _SPEAKER_BEHIND.match(tagged.tags, at + 1) is None
    return verb.isalpha() and verb.islower() and _SAID_ALL.match(tagged.tags, at + 1) is not None


def _counts_more_harm(tagged: Tagged, at: int, noun: int, reading: Reading) -> bool:
    """Whether a number is of the same people's other harm: "120 civilian deaths and 300 **injuries**"."""
    return reading.rule == OWN_NOUN and noun == reading.unit and _HARM_BEFORE.search(tagged.tags, 0, at) is not None


def _inflicted_on(tagged: Tagged, reading: Reading, sufferers: int, noun: int) -> int:
    """The noun for who suffered casualties: "inflicted dozens of casualties on the **militants**"."""
    suffered = tagged.text(reading.unit + 1).split()[0].lower() in _UPON
    return sufferers if suffered and tagged.entries[sufferers].group == _COMBATANTS else noun


def _sharing_noun(tagged: Tagged, at: int) -> Who | None:
    """Whom a number counts that shares the noun of the next, fighters by their own side: "12 Nusra and 18 army men"."""
    shared = _SHARES_NOUN.match(tagged.tags, at + 1)
    if shared is None:
        return None
    noun, side = shared.start("noun"), shared.start("side")
    if tagged.tags[side] == "U" and not is_of_a_nation(tagged, side):
        return None
    if tagged.entries[noun].group == _COMBATANTS:
        return Who(_COMBATANTS, tagged.entries[side].side or NO_SIDE, noun=noun, side_at=side)
    return Who(tagged.entries[noun].group or "people", noun=noun)


def _named(tagged: Tagged, at: int, noun: int) -> Who:
    tags, entries = tagged.tags, tagged.entries
    last = noun
    while tags.startswith("n", last + 1) and not _tells(tagged, last + 1, PLURAL.match(tagged.text(last)) is not None):
        last += 1
    head = entries[last]
    homes = head.thing == DWELLING
    group, side, decided = HOUSEHOLD if homes else head.group or "people", head.side, last
    if group == HOUSEHOLD and tags[at + 1 : at + 2] == "o" and not PLURAL.match(tagged.text(last).lower()):
        group = "people"  # "nine **of one family**"
    body = _OF_A_BODY.match(tags, last + 1) if group == "people" else None
    if body is not None and entries[body.start(1)].group in _BODIES:
        group, decided = entries[body.start(1)].group, body.start(1)
    if group == "people":
        for i in range(noun, last):
            if entries[i].group not in ("people", ""):
                group, side, decided = entries[i].group, entries[i].side, i
    several = range(noun, last + 1)
    if last > noun and len({entries[i].side for i in several if tagged.text(i).endswith("s")} - {""}) > 1:
        return Who(_COMBATANTS, MIXED, noun=decided, side_at=last)
    second = _second_noun(tagged, last) if tagged.quantities[at].value > 1 and group != "people" else None
    if second is not None:
        other = entries[second]
        if other.group != group:
            return Who("people", noun=decided)
        if side and other.side and side != other.side:
            return Who(_COMBATANTS, MIXED, noun=decided, side_at=second)
    side_at = -1
    if group == _COMBATANTS:
        side, side_at = sides.of_noun(tagged, at, decided, last)
        if not side and _fights_only_on_a_side(entries[decided]):
            group = "people"
        side = side or NO_SIDE
    if group == "men" and (sided := sides.of_men(tagged, at, noun, last)) is not None:
        group, (side, side_at) = _COMBATANTS, sided
    unit = HOUSEHOLD if group == HOUSEHOLD else "people"
    return Who(group, side if group == _COMBATANTS else "", unit, decided, side_at)


def _second_noun(tagged: Tagged, last: int) -> int | None:
    """The last noun joined to the one at ``last``: "soldiers and **rebels**".

    Not in "soldiers, **medics** said", nor in "the army killed 40 civilians and **rebel** groups 12".
    """
    second = _SECOND_NOUN.match(tagged.tags, last + 1)
    if second is None or _counts_one(tagged, last + 1, second.end()) or _KILLER.match(tagged.tags, second.end()):
        return None
    speaks = "c" not in second[0] and _SPEAKS.match(tagged.tags, second.end())
    return None if speaks else second.end() - 1


def _counts_one(tagged: Tagged, begin: int, end: int) -> bool:
    """Whether who is joined on is one: "five women and **a** child", "boys and **their** mother", not families."""
    words = {tagged.text(i).lower() for i in range(begin, end)}
    one_of_theirs = not words.isdisjoint(THEIRS) and not PLURAL.match(tagged.text(end - 1).lower())
    return one_of_theirs or not words.isdisjoint(("a", "an", "another"))


def _fights_only_on_a_side(entry: Entry) -> bool:
    """Whether a noun is for fighters only where a side is named: "members of the army", not "of the family"."""
    return entry.group == _COMBATANTS and entry.by_default and not entry.side


def _those_named_before(tagged: Tagged, at: int) -> Who | None:
    """Of whom a part is, where nothing is told of the whole: "held by 40 **soldiers**, nine of whom are missing"."""
    if not is_of_them(tagged, at):
        fought = _KILLING_BARE.search(tagged.tags[:at])
        whose = fought and _named(tagged, at, fought.start(1))
        return whose if whose and whose.group == _COMBATANTS else None
    before = _NUMBER_AND_NOUN.search(tagged.tags[:at])
    if before is not None:
        return _named(tagged, before.start(), before.start(1))
    sufferers = _FOUGHT.search(tagged.tags[:at])
    return _named(tagged, at, sufferers.start(1)) if sufferers is not None else None


def _has_ellipsis(tagged: Tagged, at: int) -> bool:
    behind = tagged.tags[at + 1 : at + 2] in ("e", "i", "n") or tagged.tags.startswith(_OF_THE, at + 1)
    return behind or opens_with_them(tagged, at)


def _is_bare_subject(tagged: Tagged, at: int, reading: Reading) -> bool:
    """Whether a number alone is who was killed: "**One** was shot on Friday". Of the injured it tells of anybody."""
    few = tagged.quantities[at].value < _A_GREAT_MANY
    return few and reading.outcome == "killed" and tagged.tags[at + 1 : at + 2] in ("b", "v")


def _are_other_than(who: Who, tagged: Tagged, at: int, reading: Reading) -> bool:
    """Whether "others" are people of whom no more is said: other than women or men, or than children harmed alike."""
    if not _has_ellipsis(tagged, at) or reading.whole >= 0:
        return False
    return who.group in ("women", "men") or (who.group == "children" and reading.rule == JOINED)


def _no_household(who: Who, reading: Reading) -> bool:
    """Whether no families are meant, though some were told of: "60 families fled and **12** were killed"."""
    return who.unit == HOUSEHOLD and reading.outcome in _PERSONAL and reading.rule not in (*PARTS, JOINED)


def _antecedent(tagged: Tagged, at: int, readings: dict[int, Reading], known: dict[int, Who]) -> Who | None:
    reading = readings[at]
    if reading.rule in PARTS and reading.whole in known:
        return known[reading.whole]
    if reading.rule == JOINED and reading.joined in known:
        return known[reading.joined]
    later = [n for n in known if n > at]
    if later and _SHARED_NOUN.match(tagged.tags[at + 1 : min(later)]) and known[min(later)].unit != HOUSEHOLD:
        return known[min(later)]
    harmed = harmed_among(tagged, at)
    for earlier in sorted((n for n in known if n < at), reverse=True):
        if harmed and readings[earlier].outcome != harmed:
            continue  # "nine suspects were held, and 35 **of the dead** identified"
        if readings[earlier].whole < 0 and not tagged.quantities[earlier].indefinite:
            alike = [n for n in known if _share_harm(readings, n, earlier)]
            if any(known[n].group != known[earlier].group for n in alike):
                return Who()
            across = "S" in tagged.tags[earlier:at] and reading.rule not in rules.BROUGHT
            return known[earlier] if not across or _has_ellipsis(tagged, at) else None
    return _uncounted(tagged, at, reading)


def _share_harm(readings: dict[int, Reading], one: int, other: int) -> bool:
    """Whether two numbers are told of together: "**two** women and **three** children were killed"."""
    first, second = readings[one], readings[other]
    joined = first.joined == other or second.joined == one
    return joined or (first.unit == second.unit and max(first.whole, second.whole) < 0)


def _uncounted(tagged: Tagged, at: int, reading: Reading) -> Who | None:
    """Who was harmed before without a number: "**child** killed, two hurt", "killing **nurse** Amr and hurting two"."""
    for pattern in _UNCOUNTED:
        harmed = pattern.search(tagged.tags, 0, at)
        if harmed is not None and reading.unit != harmed.start("harm"):
            who = _named(tagged, at, harmed.start("who"))
            return who if who.group in _ALIKE else None
    return None


def _beside_toll(tagged: Tagged, unit: int) -> int:
    """The noun for people beside a toll: "the civilian death toll", "the number of children killed"."""
    tags = tagged.tags
    for i in range(unit - 1, max(-1, unit - 4), -1):
        if tags[i] == "n":
            return i
        if tags[i] not in "aU" and tagged.text(i) not in _APOSTROPHES:
            break
    after = _BEHIND_TOLL.match(tags, unit + 1) or _NUMBER_OF.search(tags, 0, unit)
    return after.start(1) if after else -1
