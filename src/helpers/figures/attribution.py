"""Who says so: speech verbs, "according to", tolls that are "put at" a number, headlines that name their source.

An attribution is found from its cue outwards to the speaker beside it. A figure takes the nearest attribution in whose
reach it stands.
"""

from __future__ import annotations

import re
from dataclasses import replace

from helpers.figures import speakers
from helpers.figures.speakers import CONTINUING, KNOWN, NAME, NOUN, PRONOUN, UNKNOWN, Source, Speakers
from helpers.figures.units import Tagged
from helpers.figures.words import Words

_AUXILIARY = frozenset("also has have had later earlier then further just already who and is was were".split())
_PRONOUNS = frozenset(["he", "she", "it", "they"])
_CLAIM = "claim"
"""The verb that also takes lives, attacks, responsibility: "has claimed 300 lives" attributes nothing."""
_CLAIMS_AN_ACT = re.compile(r"t?q[aewyUn]{0,3}Y|q[aewyU]{0,3}n[^bvmDI]*$|t?[aewyU]{0,3}g|wp")
_ALSO_NOUNS = frozenset(
    "report reports claim claims state states estimate estimates record records count counts".split()
)
"""Verbs that are nouns too; behind a word that is no known speaker they are: "the most serious **report**"."""
_RELAYS = ("quoted", "cited", "reported")
"""Verbs that name the speaker behind them where "saying" follows: "Reuters quoted residents as saying"."""
_DATES_AN_EVENT = frozenset("since after before until once when".split())
"""Before a speaker these make of the statement a date: "since the army declared the truce over"."""
_SAYS_WHAT = ("said", "says", "reported", "told")
"""Verbs that say something even so: "a day after medics **said** 12 people died"."""
_DECIDES = ("announced", "announces", "announcing", "declared", "declares")
_OF_HARM = re.compile(r"t[aewyUn]{0,4}[ENTCqY]")
"""What may be announced that counts people: "announced the death of 12", not "declared the truce over"."""
_SUBORDINATING = frozenset("as while after when because since before although which that what and but whom".split())
"""Before a speaker these make speaker and verb a clause beside the figure's."""
_ENDS_SPEAKER = frozenset('.,;:ry"zpS')
"""Tags that may follow a speaker named behind the verb; before anything else the words are what was said."""
_INFLECTED = ("d", "s", "ing")
"""Endings of verbs that are not spelled like a noun: "another report", "two claim"."""
_LINKS = frozenset("of at in from for with by and".split())
_OBLIQUE = frozenset("by in from of at near with against on to".split())
"""Prepositions before a name that make it no subject: "trained by Washington, said the Observatory"."""
_MUTE = frozenset("gDNTE")
"""Tags of what cannot speak, things and harm, and so is no unknown speaker."""
_OF_REPORTS = ("amid", "investigating", "following")
"""Words before "reports that ...", which then is the only source named."""
_OPENING = 3
"""Words of a sentence before which its subject begins."""
_ISSUED = ("published", "released", "posted", "issued")
"""Verbs that as participles only describe a document: "said in a statement released on Friday"."""
_REACH_OF_CITATION = 4
"""Words between a relay and whom it cites: "the agency reported, citing ..."."""


def in_sentence(tagged: Tagged, known: Speakers, headline: bool) -> list[Source]:
    """The attributions of a sentence, in the order of their cues."""
    if not tagged.units:
        return []
    words, first, stop = tagged.words, tagged.units[0].first, tagged.units[-1].last
    found: list[Source] = []
    if headline and (named := _named_by_headline(tagged, known, first, stop)):
        return named
    for i, tag in enumerate(tagged.tags):
        if found and tagged.units[i].first < found[-1].last:
            continue
        if tag == "S" and not (tagged.tags[i + 1 : i + 2] == "S" and tagged.text(i).lower() in _ALSO_NOUNS):
            source = _at_verb(tagged, i, known, first, stop, found)
        elif tag in "TC" and "q" in tagged.tags[i:] and (put := _verb_of_toll(tagged, i)) is not None:
            source = _before(tagged, put, known, first)[0]
            source = replace(source, leading=True) if source else None
        else:
            continue
        if source is not None:
            if _relays(tagged, found, source, i):
                continue
            if source.cites and found and source.cue - found[-1].cue <= _REACH_OF_CITATION:
                found.pop()
            found.append(source)
    if not found and (match := known.carry.longest(words.keys, first, stop)) and match[1].tag == CONTINUING:
        found = [Source("", first, first + match[0], first, leading=True, carries=CONTINUING)]
    return found


def _relays(tagged: Tagged, found: list[Source], source: Source, cue: int) -> bool:
    """Whether a speaker only passes on whom the sentence cites first: "citing medics, the monitor said"."""
    if not found or not found[-1].cites or not found[-1].leading or source.cites:
        return False
    between = (tag for unit, tag in zip(tagged.units[:cue], tagged.tags, strict=False) if unit.first > found[-1].cue)
    return "q" not in between


def of_figure(sources: list[Source], word: int) -> Source | None:
    """The attribution in whose reach the word of a figure stands: the nearest that leads it, else that trails it."""
    before = [s for s in sources if s.cue < word and s.leading]
    after = [s for s in sources if s.cue >= word]
    trailing = [s for s in after if not s.leading]
    if before and trailing and trailing[0] is after[0] and trailing[0].cites:
        return trailing[0]
    if before:
        return before[-1]
    if trailing:
        return trailing[0]
    if after:
        return after[0] if after[0].carries == PRONOUN or after[0].cites or not after[0].subordinate else None
    return next((s for s in reversed(sources) if s.cites), None)


def _verb_of_toll(tagged: Tagged, toll: int) -> int | None:
    """The "put" of "the police put the death toll at 12", if the toll at that unit has one."""
    for i in (toll - 1, toll - 2, toll - 3):
        if i > 0 and tagged.tags[i] == "u":
            return i
    return None


def _at_verb(tagged: Tagged, cue: int, known: Speakers, first: int, stop: int, found: list[Source]) -> Source | None:
    """The speaker beside a speech verb or "according to"."""
    tags, units, words = tagged.tags, tagged.units, tagged.words
    phrase = tagged.text(cue).lower()
    if phrase in known.cites:
        source = speakers.beginning_at(words, units[cue].last, stop, known, units[cue].first)[0]
        if source is not None:
            source.cites = True
            source.leading = units[cue].first <= first + 1 or found != []
        return source
    noun = tags[cue - 1] == "t" or (tags[cue - 1] in "eq" and not phrase.endswith(_INFLECTED))
    if cue and ((tags[cue - 1] == "b" and phrase not in known.also) or noun):
        after = units[cue].last
        return _before(tagged, cue - 1, known, first)[0] if words.keys[after : after + 2] == ["as", "saying"] else None
    if phrase.startswith(_CLAIM) and _CLAIMS_AN_ACT.match(tags, cue + 1):
        return None
    if phrase in _DECIDES and tags[cue + 1 : cue + 2] == "t" and not _OF_HARM.match(tags, cue + 1):
        return None
    if phrase in _RELAYS and "saying" in words.keys[units[cue].last : min(stop, units[cue].last + 20)]:
        source = speakers.beginning_at(words, units[cue].last, stop, known, units[cue].first)[0]
        return replace(source, leading=True) if source else None
    here = units[cue].first
    participle, coordinated = phrase in known.also, words.keys[here - 1] in ("and", "but")
    if found and (participle or coordinated):
        return replace(found[-1], cue=here, leading=True)
    if participle or coordinated:
        beside, near = _before(tagged, cue, known, first)
        if participle and beside is not None and near >= NOUN and "with" in words.keys[beside.first - 2 : beside.first]:
            return beside
        subject, sure = speakers.beginning_at(words, first, here, known, here)
        if subject is not None and sure >= NOUN and (participle or near < KNOWN):
            return replace(subject, leading=True)
        if participle:
            return None
    source, left = _before(tagged, cue, known, first)
    if source is not None and phrase in _ISSUED and words.keys[here - 1] not in _PRONOUNS and _inside(words, source):
        return None
    if source is not None and left == NAME and phrase in _ALSO_NOUNS and words.surface[source.last - 1][0].islower():
        source = None
    if source is None and phrase == "reports" and (here <= first + _OPENING or words.keys[here - 1] in _OF_REPORTS):
        return Source("reports", here, here + 1, here, leading=True)
    if phrase != "told":
        behind, right = speakers.beginning_at(words, units[cue].last, stop, known, units[cue].first)
        counted = source is not None and source.first > first and words.keys[source.first - 1][0].isdigit()
        counted = counted or (source is not None and right >= NOUN and words.keys[source.first - 1] in _OBLIQUE)
        if behind is not None and (right > left or counted) and _closes(tagged, behind.last):
            return behind
    return source


def _inside(words: Words, document: Source) -> bool:
    """Whether a document is only where somebody spoke: "in its daily bulletin"."""
    before = range(max(0, document.first - 3), document.first)
    return any(words.keys[at] == "in" for at in before)


def _closes(tagged: Tagged, word: int) -> bool:
    """Whether a speaker named behind the verb ends at ``word``, so that nothing said can follow it."""
    at = next((i for i, unit in enumerate(tagged.units) if unit.first >= word), len(tagged.units))
    if at < len(tagged.units) and tagged.text(at) == "(":
        at = next((i + 1 for i in range(at, len(tagged.units)) if tagged.text(i) == ")"), at)
        if tagged.tags[at : at + 1] == "t":
            return True  # it is described: "the Observatory (SOHR), a group that ..."
    return at == len(tagged.units) or tagged.tags[at] in _ENDS_SPEAKER or tagged.text(at) in "\"”'"


def _leads(tagged: Tagged, cue: int) -> bool:
    """Whether something said follows the verb: more than a day, an addressee or a subordinate clause."""
    tags = tagged.tags
    at = cue + 1
    if tagged.text(cue).lower() in ("told", "telling"):
        while at < len(tags) and tags[at] in "tUaongw" and tagged.text(at).lower() != "that":
            at += 1
    while at < len(tags) and tags[at] in "y":
        at += 1
    rest = tags[at:].rstrip(".")
    return rest.startswith("q") or (
        len(rest) >= 3 and not rest.startswith((",", "c", "z", ";", ".")) and not re.match(r"p[tUy]{1,3}[.,]?$", rest)
    )


def _before(tagged: Tagged, cue: int, known: Speakers, first: int) -> tuple[Source | None, int]:
    """The speaker that ends before unit ``cue``, and how sure its words are one."""
    words, units = tagged.words, tagged.units
    end = units[cue].first
    while end > first and (words.surface[end - 1] in ",)-–—(\"”'" or words.keys[end - 1] in _AUXILIARY):
        end -= 1
    if end <= first:
        return None, UNKNOWN
    here = units[cue].first
    if words.keys[end - 1] in _PRONOUNS:
        named = known.sources.longest(words.keys, first, end) if end > first + 4 else None
        if named:
            return speakers.source(words, first, first + named[0], here, True, known), KNOWN
        return Source(
            "",
            end - 1,
            end,
            here,
            end - 1 <= first + 3 or _leads(tagged, cue),
            carries=PRONOUN,
            pronoun=words.keys[end - 1],
        ), KNOWN
    begin, sure = speakers.ending_at(words, first, end, known)
    mute = tagged.tags[cue - 1] in _MUTE or words.keys[end - 1] in _LINKS
    if sure == NAME and mute and words.surface[end - 1][0].islower():
        begin, sure = None, UNKNOWN
    for at in range(first + 1, end):
        oblique = begin is not None and words.keys[begin - 1] in _OBLIQUE
        named_beside = words.surface[at] == "," and words.surface[end] == "," and (sure < KNOWN or oblique)
        opens = words.keys[at] in ("which", "who") or named_beside
        if opens and (begin is None or at <= begin) and not _tells_harm(tagged, at, begin, sure):
            head, head_sure = speakers.ending_at(words, first, at - (words.surface[at - 1] == ","), known)
            if head is not None and head_sure and head <= first + 3:
                return speakers.source(words, head, at - (words.surface[at - 1] == ","), here, True, known), head_sure
        if words.keys[at] in ("which", "who"):
            break
    dated = words.keys[begin - 1 if begin > first else begin] in _DATES_AN_EVENT if begin is not None else False
    if begin is None or not sure or (dated and tagged.text(cue).lower() not in _SAYS_WHAT):
        return None, UNKNOWN
    leading = begin <= first + 3 or _leads(tagged, cue)
    source = speakers.source(words, begin, end, here, leading, known)
    source.subordinate = begin <= first + 3 or words.keys[begin - 1] in _SUBORDINATING
    return source, sure


def _tells_harm(tagged: Tagged, relative: int, begin: int | None, sure: int) -> bool:
    """Whether the clause from a "who" on tells the harm itself, so that the source beside the verb is the speaker."""
    return sure == KNOWN and any(
        tag in "DIKJ" and relative < unit.first < begin for unit, tag in zip(tagged.units, tagged.tags, strict=True)
    )


def _named_by_headline(tagged: Tagged, known: Speakers, first: int, stop: int) -> list[Source]:
    """As in "Raids kill 12: monitor", "Ministry: 100 killed", "Raids kill 12 Monitor"."""
    words, tags, units = tagged.words, tagged.tags, tagged.units
    surface, keys = words.surface, words.keys
    if len(units) > 1 and tags[1] == "q" and tuple(keys[first : units[0].last]) in known.nouns:
        return [speakers.source(words, first, units[0].last, first, True, known)]
    colon = next((at for at in range(first + 1, stop) if surface[at] == ":"), None)
    for at in (colon,) if colon is not None else ():
        if stop - at <= 6 and speakers.names_one(words, at + 1, stop, known):
            return [speakers.source(words, at + 1, stop, at, False, known)]
        if at < first + 8:
            begin, sure = speakers.ending_at(words, first, at, known)
            return [speakers.source(words, first, at, at, True, known)] if begin is not None and sure >= NAME else []
    dash = next((at for at in range(first + 3, stop - 1) if surface[at] in "-–—"), None)
    said = dash is not None and any(u.last == dash and tag == "S" for u, tag in zip(units, tags, strict=True))
    if said:
        return []
    if dash is not None and stop - dash <= 6 and speakers.names_one(words, dash + 1, stop, known):
        return [speakers.source(words, dash + 1, stop, dash, False, known)]
    end = next((at for at in range(first + 3, stop) if surface[at] == "|"), stop)
    end = next(
        (
            at
            for at in range(first + 3, end - 1)
            if surface[at] == "-" and surface[at + 1][0].isupper() and at + 4 < end
        ),
        end,
    )
    while end > first and surface[end - 1] in ".|_-–":
        end -= 1
    for begin in range(max(first + 2, end - 6), end):
        key = tuple(keys[begin:end])
        if key in known.rows or key in known.nouns:
            unit = next(i for i, u in enumerate(units) if u.last > begin)
            if (
                tags[unit] == "S"
                and key in known.nouns
                and speakers.ending_at(words, begin - 1, begin, known)[1] == KNOWN
            ):
                return []
            marked = surface[begin - 1] in ":-–_,"
            before = tags[unit - 1 :: -1]
            counted = re.match(r"[aUw]{0,3}p|(?!n)[aUw]{0,3}[qi]" if tags[unit] == "n" else "$", before)
            if keys[begin - 1] in _LINKS or tags[unit - 1] in "pKGi" or (counted and not marked):
                return []
            return [speakers.source(words, begin, end, begin, False, known)]
    return []
