"""Whose figure it is: verbs of speech, tolls that are "put at" a number, headlines that name their source.

An attribution is found from its cue. A figure takes the nearest attribution in whose reach it stands.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from itertools import chain, takewhile
from operator import attrgetter

from helpers.figures import speakers_behind
from helpers.figures.headlines import may_pass_on, source_of
from helpers.figures.reading import ADDRESSING
from helpers.figures.speakers import ARTICLES, CONTINUING, KNOWN, NAME, PRONOUN, RELAYING, Source, Speakers
from helpers.figures.statements import (
    NO_VERB,
    REACH_OF_CITATION,
    RELATIVES,
    at_verb,
    before_cue,
    is_inside,
    opening_subject,
)
from helpers.figures.units import Tagged
from helpers.figures.words import Words

_CUE = re.compile("[STCu](?:(?<!u)|(?=(?:[tw]|t[aUn]?[JNDW])?p))")
"""Tags of verbs of speech, and of tolls and counts, or what stands for one, which may be put at a number.

All first letters are in one set, for which a text is searched fastest.
"""
_AT_A_NUMBER = re.compile(r"(?:(?:it|them|this|that|the (?:\w+ )?\w+) )?at ")
"""What follows a verb of putting that has no toll before it: "put **it at** 12", "put **at** 12 the dead"."""
_GOING_ON = re.compile("(?:p?[tyUn]){0,3}(?:,z|[,;c])[^z]{0,14}$")
"""From the verb of what is said to a number that it says as well: "medics said on Sunday**, and** ..."."""
_OPENING_PHRASE = "opyOi"
"""Tags of words with which a sentence opens that says at first of whom, where or when: "**of** the dead"."""
_MEANWHILE = ("while", "whereas")
"""Behind the verb of a statement that goes on: "12 died, he added **while** 9 are missing"."""
_PARTICIPLE = re.compile("(?:p?[tyU]){0,3},[Gu][^.;z]{0,9}$")
"""From the verb of a speaker put in to a participle of what is said: "troops came, medics said**, killing** 12"."""
_DATED_BY = re.compile("[yU],z")
"""A day and the clause that tells what happened on it: "since **Friday, when** a bomb killed 3"."""
_AT_LAST = ",p"
"""A preposition behind a comma."""
_PART_OF_THEM = re.compile("qi|qe?ot?[DJNW]")
"""How a sentence opens that counts part of those told before: "**Five of them** are", "**Ten of the wounded** are"."""
_OF_THOSE_HARMED = re.compile("O|iy*[DWJ]|ot[DWJ]")
"""How a sentence opens that goes on with those harmed: "**Among the dead** were", "**Of those killed** 12 were"."""
_WHERE_TOLD = re.compile("t?[aUwng]{1,4}(p[tUag]{1,3})(?=[.,r;]|$)")
"""From "told" over who was told to the place where."""
_WHERE = ("in", "from", "at")
_SPEAKING_IN = "speaking"
"""Before where somebody spoke: "**speaking** in Nicosia, he said"."""
_HAS = ("has", "had")
"""Verbs that say something of a toll where a known source has it: "the Observatory **had** a higher toll of 12"."""
_REACH_OF_PUTTING = 5
"""Words behind a verb of putting among which its "at" stands."""
_BY_A_COUNT = ("by", "on", "in")
"""Before whose count it is."""
_LONGEST_OWNER = 8
"""Words of the name to which a count belongs."""
_OWNERS = {"its": "it", "their": "they", "his": "he", "her": "she"}
"""The pronouns to which a count may belong, as subjects."""
_POSSESSIVES = ("'s", "’s", "'", "’")


def in_sentence(tagged: Tagged, known: Speakers, headline: bool) -> list[Source]:
    """The attributions of a sentence, in the order of their cues."""
    if not tagged.tags:
        return []
    named = source_of(tagged, known) if headline else None
    if named is not None and not may_pass_on(named):
        return [named]
    found: list[Source] = []
    for match in _CUE.finditer(tagged.tags):
        cue = match.start()
        if found and tagged.firsts[cue] < found[-1].last:
            continue
        if (counting := _own_count(tagged, cue, known)) is not None:
            source = counting
        elif match[0] == "S":
            source = at_verb(tagged, cue, known, found)
        else:
            source = _putting_toll(tagged, cue, known)
        if source is None or _relays(tagged, found, source, cue):
            continue
        if source.cites and found and source.cue - found[-1].cue <= REACH_OF_CITATION:
            found.pop()
        found.append(source)
    if counted := _by_whose_count(tagged, known):
        return sorted([*found, *counted], key=attrgetter("cue"))
    if named is not None:
        return [source for source in found if source.sure > NAME] or [named]
    return found or _going_on(tagged, known)


def where_told(tagged: Tagged, source: Source) -> range:
    """The words that say where somebody spoke: "the mayor told AFP **in Nicosia**", "**speaking in Nicosia**, he"."""
    if _SPEAKING_IN in tagged.words.keys[tagged.first : source.cue]:
        begin = tagged.words.keys.index(_SPEAKING_IN, tagged.first)
        comma = "," in tagged.words.surface[begin : source.cue]
        return range(begin, tagged.words.surface.index(",", begin) if comma else begin)
    if tagged.words.keys[source.cue] not in ADDRESSING:
        return range(0)
    where = _WHERE_TOLD.match(tagged.tags, tagged.unit_of(source.cue) + 1)
    if where is None or tagged.text(where.start(1)).lower() not in _WHERE:
        return range(0)
    return range(tagged.firsts[where.start(1)], tagged.lasts[where.end(1) - 1])


def _by_whose_count(tagged: Tagged, known: Speakers) -> list[Source]:
    """Whose count a sentence follows: "12 died, by **the Observatory**'s count", "**the Observatory**'s count was 12".

    Or "by the count of **the Observatory**", "a tally kept by **the Observatory**".
    """
    words, keys = tagged.words, tagged.words.keys
    if known.counting.isdisjoint(keys[tagged.first : tagged.stop + 1]):
        return []
    bys = (at for at in range(tagged.first, tagged.stop) if keys[at] in _BY_A_COUNT)
    for by in chain(bys, (tagged.first - 1,)):
        reach = range(by + 2, min(tagged.stop, by + 2 + _LONGEST_OWNER))
        behind = takewhile(lambda at: _is_inside_name(words.surface[at - 1]), reach)
        end = next((at for at in behind if _may_own_count(words, by + 1, at, known)), None)
        if by < tagged.first and end is not None and not NO_VERB.fullmatch(tagged.tags[: tagged.unit_of(end)]):
            continue
        if end is not None and not known.counting.isdisjoint(keys[end : end + 2]):
            begin = by + 1
        elif _is_kept(keys, by, known):
            begin, end = by + 1, tagged.stop
        elif (begin := _behind_count(keys, by + 1, tagged.stop, known)) is not None:
            end = tagged.stop
        else:
            continue
        named = speakers_behind.beginning_at(words, begin, end, known, by)
        return [replace(named, cites=True)] if named else []
    return []


def _own_count(tagged: Tagged, noun: int, known: Speakers) -> Source | None:
    """Whose count a pronoun makes it: "**its** earlier count stood at 12"; not what a toll belongs to."""
    if not 0 < noun <= 2 or tagged.words.keys[tagged.first] not in _OWNERS or tagged.tags[noun] == "T":
        return None
    if tagged.text(noun).lower() not in known.counting or "q" not in tagged.tags[noun:]:
        return None
    owner = tagged.first
    pronoun, here = _OWNERS[tagged.words.keys[owner]], tagged.firsts[noun]
    return Source("", owner, owner + 1, here, leading=True, carries=PRONOUN, pronoun=pronoun)


def _is_inside_name(word: str) -> bool:
    """Whether a word can stand inside the name of whose count it is: no number, no mark, no other preposition."""
    return (word[0].isalpha() and word.lower() not in _BY_A_COUNT) or word in _POSSESSIVES


def _may_own_count(words: Words, begin: int, end: int, known: Speakers) -> bool:
    """Whether a name ends before word ``end`` to which a count may belong: "**Klow's** count", "**the LCC** toll"."""
    begin += words.keys[begin] in ARTICLES
    named = tuple(words.keys[begin:end]) in known.rows and words.keys[end - 1] not in known.places
    return words.surface[end - 1].endswith(_POSSESSIVES) or (named and words.keys[end] in known.counting)


def _is_kept(keys: list[str], by: int, known: Speakers) -> bool:
    """Whether "by" leads from a count to whose it is: "a **tally kept** by"."""
    return keys[by] == "by" and keys[by - 1] in known.issues and keys[by - 2] in known.counting


def _behind_count(keys: list[str], at: int, stop: int, known: Speakers) -> int | None:
    """The word behind "count of" or "the count of", where that stands at word ``at``."""
    noun = next((word for word in range(at, min(stop, at + 2)) if keys[word] not in ARTICLES), stop)
    counts = noun + 1 < stop and keys[noun] in known.counting and keys[noun + 1] == "of"
    return noun + 2 if counts else None


def of_figure(sources: list[Source], word: int, tagged: Tagged) -> Source | None:
    """The attribution in whose reach the word of a figure stands: the nearest that leads it, else that trails it.

    Behind all of them a figure has the last one that is cited or whose statement goes on.
    """
    if not sources:
        return None
    leading = (s for s in reversed(sources) if s.cue < word and s.leading and not _in_background(tagged, s, word))
    before = next(leading, None)
    after = [s for s in sources if s.cue >= word and not (_is_put_in(tagged, s) or _opens_next(tagged, s, word))]
    trailing = next((s for s in after if not s.leading and not _says_of_a_thing(tagged, s)), None)
    if before and trailing and trailing is after[0] and _speaks_itself(trailing, before):
        told_apart = ";" in tagged.tags[tagged.unit_of(word) : tagged.unit_of(trailing.cue)]
        return before if told_apart else trailing
    if before or trailing:
        return before or trailing
    if after:
        return after[0] if after[0].cites or not after[0].subordinate else None
    behind = (s for s in reversed(sources) if s.cue < word)
    return next((s for s in behind if s.cites or _goes_on(tagged, s, word)), None)


def _says_of_a_thing(tagged: Tagged, source: Source) -> bool:
    """Whether a speaker only tells something of a thing told of: "a bomb **that medics said contained** gas"."""
    relative = tagged.words.keys[_word_before(tagged, source)] in ("that", "which")
    return relative and tagged.tags[tagged.unit_of(source.cue) + 1 :][:1] not in ("", ".", ",", ";")


def _word_before(tagged: Tagged, source: Source) -> int:
    """The word before a speaker and its article."""
    before = source.first - 1
    return before - (tagged.words.keys[before] in ARTICLES)


def _in_background(tagged: Tagged, source: Source, word: int) -> bool:
    """Whether a word stands in a clause that only dates what is said: "10 fled on Friday, **when** a bomb killed 3".

    Behind it the statement goes on: "puts the dead since Friday, when a bomb fell, **at** 3".
    """
    at = tagged.unit_of(word)
    if tagged.tags[:at].endswith(_AT_LAST):
        return False
    dated = _DATED_BY.finditer(tagged.tags, tagged.unit_of(source.cue), at + 2)
    return any(tagged.text(by.end() - 1).lower() == "when" for by in dated)


def _goes_on(tagged: Tagged, source: Source, word: int) -> bool:
    """Whether a statement goes on behind its verb up to a word: "12 died, medics said, **and** 9 are missing"."""
    cue, at = tagged.unit_of(source.cue), tagged.unit_of(word)
    if _PARTICIPLE.match(tagged.tags[cue + 1 : at]) or _is_put_in(tagged, source):
        return True
    if "q" not in tagged.tags[:cue]:
        of_all = tagged.tags[0] in _OPENING_PHRASE or "z" not in tagged.tags[cue:at]
        return of_all and _is_between_commas(tagged, source)
    between = tagged.tags[cue + 1 : at]
    goes_on = _GOING_ON.match(between) or (between.startswith("z") and tagged.text(cue + 1).lower() in _MEANWHILE)
    return bool(goes_on)


def _is_put_in(tagged: Tagged, source: Source) -> bool:
    """Whether a speaker interrupts what he tells: "a raid in which**, medics say,** 12 died"."""
    before = _word_before(tagged, source)
    return _is_between_commas(tagged, source) and tagged.words.keys[before - 1] in RELATIVES


def _opens_next(tagged: Tagged, source: Source, word: int) -> bool:
    """Whether a speaker opens a clause of his own behind that of a word: "12 died; **the mayor** put the dead at 9"."""
    before = _word_before(tagged, source)
    return before > word and tagged.words.keys[before] == ";" and not source.cites


def _is_between_commas(tagged: Tagged, source: Source) -> bool:
    """Whether nothing but speaker and verb stands between two commas: "of the dead**, it said,** nine were boys"."""
    behind = tagged.unit_of(source.cue) + 1
    return tagged.words.keys[_word_before(tagged, source)] == "," and tagged.tags[behind : behind + 1] == ","


def _speaks_itself(trailing: Source, leading: Source) -> bool:
    """Whether the speaker behind a figure overrules the one who leads it, and does not only pass on what that one said.

    As in "Klow says aid is stuck raids killed 12, medics said", not in "medics said raids killed 12, the agency
    reported".
    """
    relays = trailing.row is not None and trailing.row["kind"] in RELAYING
    return trailing.cites or not (leading.cites or relays)


def _relays(tagged: Tagged, found: list[Source], source: Source, cue: int) -> bool:
    """Whether a speaker only passes on whom the sentence cites first: "citing medics, the monitor said"."""
    if not found or not found[-1].cites or not found[-1].leading or source.cites:
        return False
    return "q" not in tagged.tags[bisect_right(tagged.firsts, found[-1].cue) : cue]


def _going_on(tagged: Tagged, known: Speakers) -> list[Source]:
    """The source of the sentence before, where this one goes on counting: "Among the dead were", "Five of them are"."""
    first = tagged.first
    if _PART_OF_THEM.match(tagged.tags) and not tagged.quantities[0].of_whole:
        return [Source("", first, tagged.lasts[1], first, leading=True, carries=CONTINUING)]
    if (them := _OF_THOSE_HARMED.match(tagged.tags)) is not None:
        return [Source("", first, tagged.lasts[them.end() - 1], first, leading=True, carries=CONTINUING)]
    match = known.carry.longest(tagged.words.keys, first, tagged.stop)
    if match is None or match[1].tag != CONTINUING:
        return []
    return [Source("", first, first + match[0], first, leading=True, carries=CONTINUING)]


def _putting_toll(tagged: Tagged, toll: int, known: Speakers) -> Source | None:
    """The speaker of "the police **put** the death toll at 12", if the toll at that unit has such a verb."""
    behind = " ".join(tagged.words.keys[tagged.lasts[toll] : tagged.lasts[toll] + _REACH_OF_PUTTING])
    passive = tagged.tags[:toll].endswith("b")
    if "q" not in tagged.tags[toll:] or (tagged.tags[toll] == "u" and (passive or not _AT_A_NUMBER.match(behind))):
        return None
    near = [i for i in (toll, toll - 1, toll - 2, toll - 3) if i > 0]
    put = next((i for i in near if tagged.text(i).lower() in known.puts), None)
    has = next((i for i in near if tagged.text(i).lower() in _HAS), None) if put is None else None
    verb = has if put is None else put
    source = before_cue(tagged, verb, known) if verb is not None else None
    if source is None or (has is not None and source.sure < KNOWN):
        return None
    if tagged.words.keys[source.last - 1] in known.counting:
        return None  # "a previous **count** put it at 12": nobody says whose
    if is_inside(tagged, source):
        source = opening_subject(tagged, verb, known)
    return replace(source, leading=True) if source else None
