"""Numbers that count nobody to whom something happened: things, ages, who is only named, who was spared."""

from __future__ import annotations

import re
from itertools import pairwise

from helpers.figures.reading import DWELLING, HOUSEHOLD, is_marked, is_of_them, outcome_of, people_at, stands_for_one
from helpers.figures.units import Tagged

_THING = re.compile(r"(?:ot?)?[aewyUnMWDJ]{0,4}?g*(g)(n?)")
_OF_THINGS = re.compile(r"[aewU]{0,3}g+,?qi(?!.{0,3}n)")
"""Behind a number of things some of them: "14 **sites, three of them** new"."""
_IS_A_THING = re.compile("it[aew]{0,3}g+(?![nM])")
"""Behind a number of uncounted things one of them: "buildings, **one of them a clinic**"."""
_TWO_SIDES = re.compile("(?<=q[aU])c(?=[aU]n)")
"""Between two sides that one noun is told of: "12 **regime and Kurdish** fighters"."""
_OF_A_THING = re.compile("[DWJ]p[^q.;SzrDI]{1,8}gI")
"""Behind who came to harm what a thing does: "killed in a raid on a mill **sheltering** farmers"."""
_ATTRIBUTIVE = re.compile(r"(?!people$|children$|women$|men$|police$|personnel$|staff$|dead$)\S*(?:[^s]|ss|us)$")
_ONE_WHO = re.compile(r".*(?:er|or|ist|ian|man|woman)")
"""Nouns for one who does something: "a **herder** of 41"."""
_HOMES = re.compile(r"(?:ot?)?[aewyU]{0,3}?(g)(?:y*p?[vb]{1,3}y*|y*)([DW])?")
_EMPTYING = re.compile(r"[teyaw]{0,3}?o?([BDEGKW])")
"""Leftwards from a number: what may be done to homes, "the **evacuation** of 50 homes"."""
_ASKED, _SOME_ASKED = re.compile("Q[taew]{0,2}$"), re.compile("Q[taew]{0,2}q[aewUnt]{0,4},?$")
_NAME_OF_ONE = re.compile(r"(?:i|e?ot?)[aewnWDJMN]{0,3}[bpw]y?U")
_APPOSITION, _ONE_OF_MANY = re.compile("(?:U,?(?:[qw],)?|rb[yt]?)$"), re.compile("ot?(?![WDJN])")
_SPEAKS_FOR_THEM = re.compile(r"(?:i|ot?[aewU]{0,2}n)S")
"""Behind "one" where it is who says something: "**one** of them said"."""
_PREDICATE, _ONE_OF_THEM = re.compile("(?:t[aw]{0,2}n|U)b$"), re.compile("ot?[WDJN]|i|oq")
"""What stands before and behind "one" where it is told of somebody: "**his brother was** one **of the dead**"."""
_DOES_SOMETHING, _PAST, _OPENING = re.compile("w[pyzc,]"), "ed", ",;yz"
"""Behind a number without a noun a verb of its own that tells of no harm: "thousands **marched** on Sunday"."""
_FATE_OF, _LIVING = re.compile("Eot?[aew]{0,2}$"), re.compile("[aewyUn]{0,4}s")
_NONE_OF, _HARMED = re.compile(r"xw?ot?[aewyU]{0,2}$"), ("D", "J", "W", "N")
_UNGOVERNED = re.compile("(?<![op])(?<!pt)$")
"""Before things that are counted like those who were harmed: "12 dead, **three** houses", not "in three houses"."""


def set_aside(tagged: Tagged) -> tuple[list[int], set[int]]:
    """The numbers of a sentence that may count people, by unit, and of all those that may go on counting things.

    ``tagged.tags`` is changed: a number that counts no people becomes an ordinary word, homes that stand for the
    families in them a noun for people.
    """
    counts = [at for at in sorted(tagged.quantities) if tagged.tags[at] == "q"]
    for at in counts[::-1]:
        thing = _THING.match(tagged.tags, at + 1)
        if thing and (homes := _emptied_homes(tagged, at)) >= 0:
            tagged.tags = f"{tagged.tags[:homes]}n{tagged.tags[homes + 1 :]}"
        elif (thing and _counts_things(tagged, at, thing)) or _counts_nobody(tagged, at):
            tagged.tags = f"{tagged.tags[:at]}w{tagged.tags[at + 1 :]}"
        elif thing and thing[2]:  # "60 **camp** residents"
            tagged.tags = f"{tagged.tags[: thing.start(1)]}w{tagged.tags[thing.end(1) :]}"
    tagged.tags = _TWO_SIDES.sub("e", tagged.tags)
    for described in _OF_A_THING.finditer(tagged.tags):
        if tagged.text(doing := described.end() - 1).endswith("ing"):
            tagged.tags = f"{tagged.tags[:doing]}w{tagged.tags[doing + 1 :]}"
    for before, at in pairwise(counts):
        if tagged.tags[before] == "w" and _OF_THINGS.match(tagged.tags, before + 1):
            tagged.tags = f"{tagged.tags[:at]}w{tagged.tags[at + 1 :]}"
    numbers = [at for at in counts if tagged.tags[at] == "q"]
    return numbers, {at for before, at in pairwise(counts) if _counts_more_things(tagged, before, at)}


def _counts_things(tagged: Tagged, at: int, thing: re.Match[str]) -> bool:
    """Whether the number before a noun for things counts them: "three villages", "five refugee camps"."""
    noun, keys = thing.start(1), tagged.words.keys
    one_or_many = tagged.quantities[at].value == 1 or tagged.entries[noun].plural
    if _ATTRIBUTIVE.match(keys[tagged.lasts[noun] - 1]) and (thing[2] or not one_or_many):
        return False  # it describes what follows it: "killed 10, a **group** said"
    between = range(at + 1, noun)
    nouns = [i for i in between if tagged.tags[i] in "nM"]
    attributive = [_ATTRIBUTIVE.match(keys[tagged.lasts[i] - 1]) is not None for i in nouns]
    return not nouns or (nouns[-1] == noun - 1 and all(attributive))


def _emptied_homes(tagged: Tagged, at: int) -> int:
    """The noun for homes that stand for the families in them, or -1: "50 **homes** were evacuated"."""
    homes = _HOMES.match(tagged.tags, at + 1)
    if homes is None or tagged.entries[homes.start(1)].thing != DWELLING:
        return -1
    emptying = _EMPTYING.match(tagged.leftward(at))
    verbs = [homes.start(2)] if homes[2] else []
    verbs += [at - 1 - emptying.start(1)] if emptying else []
    return homes.start(1) if any(outcome_of(tagged, verb) == "displaced" for verb in verbs) else -1


def _is_named(tagged: Tagged, at: int) -> bool:
    """Whether "one" only speaks of somebody told of: "**one** of the dead was Karim", "Karim, **one** of the most".

    Or "his brother was **one** of the dead".
    """
    tags = tagged.tags
    described = _APPOSITION.search(tags, 0, at) is not None and _ONE_OF_MANY.match(tags, at + 1) is not None
    described = described and not is_marked(tagged, at)
    told = _PREDICATE.search(tags, 0, at) is not None and _ONE_OF_THEM.match(tags, at + 1) is not None
    return described or told or _NAME_OF_ONE.match(tags, at + 1) is not None


def _names_a_household(tagged: Tagged, at: int) -> bool:
    """Whether "one" only says to whom others belong: "12 people from **one** family"."""
    if tagged.tags[at - 1 : at] not in ("o", "p"):
        return False
    noun = people_at(tagged, at)
    return noun > at and tagged.entries[noun].group == HOUSEHOLD


def _is_an_age(tagged: Tagged, at: int) -> bool:
    """Whether a number is the age of one person: "a girl **of six** was wounded"."""
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
    if tagged.tags.endswith("g,", 0, at) and tagged.entries[at - 2].plural and is_of_them(tagged, at):
        return True  # "funerals – **14 of them** in May"
    if tagged.tags[at - 1 : at] == "U" and tagged.tags[at + 1 : at + 2] == "S" and tagged.text(at).isdigit():
        return True  # "Deir Ezzor **24** reported"
    one = tagged.quantities[at].value == 1 and (
        _names_a_household(tagged, at)
        or _is_named(tagged, at)
        or _SPEAKS_FOR_THEM.match(tagged.tags, at + 1)
        or (_IS_A_THING.match(tagged.tags, at + 1) and is_of_them(tagged, at))
        or (tagged.tags[at - 1 : at] == "p" and tagged.tags[at + 1 : at + 2] == "i" and is_of_them(tagged, at))
    )
    return (
        one
        or _only_lives(tagged, at)
        or _are_spared(tagged, at)
        or _is_an_age(tagged, at)
        or _is_asked(tagged, at)
        or _acts(tagged, at)
    )


def _only_lives(tagged: Tagged, at: int) -> bool:
    """Whether those whose fate is spoken of are where they were: "the **fate of** the 12 **still living** there"."""
    fate = _FATE_OF.search(tagged.tags, 0, at)
    lives = fate is not None and _LIVING.match(tagged.tags, at + 1) is not None
    return lives and outcome_of(tagged, fate.start()) == "missing"


def _acts(tagged: Tagged, at: int) -> bool:
    """Whether a number opens a clause of people who did something else: "**thousands** marched, and 12 were hurt"."""
    acts = _DOES_SOMETHING.match(tagged.tags, at + 1) is not None and tagged.text(at + 1).endswith(_PAST)
    return acts and (at == 0 or tagged.tags[at - 1] in _OPENING)


def _are_spared(tagged: Tagged, at: int) -> bool:
    """Whether nothing happened to them: "**none of the** 12 was hurt", not "none of the 12 dead was a child"."""
    if "x" not in tagged.tags[:at] or tagged.tags[at + 1 : at + 2] in _HARMED:
        return False
    return _NONE_OF.search(tagged.tags, 0, at) is not None


def _counts_more_things(tagged: Tagged, before: int, at: int) -> bool:
    """Whether a number without a noun goes on counting things: "80 houses were damaged and **20** destroyed"."""
    if tagged.tags[before] == "q" or _UNGOVERNED.search(tagged.tags, 0, before) is None:
        return False
    noun = people_at(tagged, at)
    return noun < 0 or tagged.text(noun).lower() == "others"
