"""Who says so: speech verbs, "according to", headlines that name their source, and what carries over.

An attribution is found from its cue outwards to the speaker beside it. A figure takes the nearest attribution in whose
reach it stands. A pronoun or "the group" stands for the source named last; nothing else carries over.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain

from helpers.figures.lexicon import Entry, Lexicon, phrase_key
from helpers.figures.units import Tagged
from helpers.figures.words import Words
from helpers.vocabulary import Row, Vocabulary, spellings

PRONOUN, ANAPHOR, SAME, CONTINUING = "pronoun", "anaphor", "same", "continuing"
CARRY_REACH = 6
"""Sentences back in which "it" or "the group" finds whom it stands for."""

_LONGEST_SPEAKER = 16
"""Words; a name with office and organisation, not a clause."""
_LINKS = frozenset(["of", "at", "in", "from", "for", "with", "by", "and"])
_ARTICLES = frozenset(["a", "an", "the"])
_BEFORE_SPEAKER = _ARTICLES | frozenset(["its", "his", "her", "their", "our", "to"])
_AUXILIARY = frozenset(
    [
        "also",
        "has",
        "have",
        "had",
        "later",
        "earlier",
        "then",
        "further",
        "just",
        "already",
        "who",
        "and",
        "is",
        "was",
        "were",
    ]
)
_ISSUED = frozenset(["released", "published", "issued", "posted", "made"]) | frozenset(
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
)
_PRONOUNS = frozenset(["he", "she", "it", "they"])
_BELONGING = ("based", "run", "linked", "affiliated", "led", "backed", "controlled", "owned", "language", "aligned")
_FRONT = re.compile(r"^(?:(?:the|an?)\s+|(?:britain|british|uk|london|u\.k\.)-based\s+)+", re.IGNORECASE)
_CLAIM = "claim"
"""The verb that also takes lives: "has claimed 300 lives" attributes nothing."""
_DATES_AN_EVENT = frozenset(["since", "after", "before", "until", "once", "when"])
"""Before a speaker these make of the statement a date: "since the army declared the truce over"."""
_SUBORDINATING = frozenset(
    [
        "as",
        "while",
        "after",
        "when",
        "because",
        "since",
        "before",
        "although",
        "which",
        "that",
        "what",
        "and",
        "but",
        "whom",
    ]
)
_ENDS_SPEAKER = frozenset('.,;:ry"zpS')
"""Tags that may follow a speaker named behind the verb; before anything else the words are what was said."""
_UNKNOWN, _NAME, _NOUN, _KNOWN = 0, 1, 2, 3


@dataclass(slots=True)
class Source:
    """Whom a text names as the origin of a figure. ``first``, ``last`` and ``cue`` are word indices."""

    text: str
    first: int
    last: int
    cue: int
    leading: bool
    """What is said stands behind the cue ("X said that ..."), not before it ("..., X said")."""
    row: Row | None = None
    """Its row of sources.csv, if it has one."""
    proper: bool = False
    """Named as a particular body or person, not by common nouns ("a military source")."""
    carries: str = ""
    """``pronoun``, ``anaphor`` or ``continuing`` where the words only point back."""
    subordinate: bool = False
    """Speaker and verb stand in a clause of their own: "while the Observatory said ..."."""
    cites: bool = False
    """Named by "according to", "citing": overrules the relay before it."""


@dataclass(frozen=True, slots=True)
class Speakers:
    """What the vocabulary says of sources, ready for look-up."""

    sources: Lexicon
    rows: dict[tuple[str, ...], Row]
    nouns: frozenset[tuple[str, ...]]
    nameless: frozenset[str]
    """Nouns after which no personal name follows: "sources", "media", "a statement"."""
    monitors: frozenset[str]
    """Common nouns for a monitor: "a war monitor", "the watchdog"."""
    adjectives: frozenset[str]
    cites: frozenset[str]
    also: frozenset[str]
    carry: Lexicon
    places: frozenset[str]


@lru_cache(maxsize=4)
def speakers(vocabulary: Vocabulary) -> Speakers:
    """The look-up tables of sources.csv, speakers.csv, speech.csv and carry.csv."""
    rows: dict[tuple[str, ...], Row] = {}
    for row in vocabulary["sources"]:
        for spelling in [row["name"], *spellings(row["variants"])]:
            key = phrase_key(spelling)
            rows.setdefault(key[1:] if key[0] in _ARTICLES and len(key) > 1 else key, row)
    words_of: dict[str, list[str]] = {}
    for row in vocabulary["speakers"]:
        words_of.setdefault(row["kind"], []).extend(spellings(row["words"]))
    nouns = [w for kind, listed in words_of.items() if kind not in ("adjective", "nameless") for w in listed]
    speech = {r["kind"]: frozenset(spellings(r["words"])) for r in vocabulary["speech"]}
    return Speakers(
        sources=Lexicon({key: Entry("s") for key in rows}),
        rows=rows,
        nouns=frozenset(map(phrase_key, nouns)),
        nameless=frozenset(words_of.get("nameless", ())),
        monitors=frozenset(w.rsplit(" ", 1)[-1] for w in words_of.get("monitor", ())) - {"group", "observatory"},
        adjectives=frozenset(words_of.get("adjective", ())),
        cites=speech.get("by", frozenset()),
        also=speech.get("also", frozenset()),
        carry=Lexicon({phrase_key(w): Entry(r["kind"]) for r in vocabulary["carry"] for w in spellings(r["words"])}),
        places=frozenset(
            phrase_key(w)[-1] for r in vocabulary["places"] for w in [r["name"], *spellings(r["variants"])] if w
        ),
    )


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
        if tag == "S":
            source = _at_verb(tagged, i, known, first, stop, found)
        elif tag in "TC" and (put := _verb_of_toll(tagged, i)) is not None:
            source = _before(tagged, put, known, first)[0]
            source = replace(source, leading=True) if source else None
        else:
            continue
        if source is not None:
            if source.cites and found and source.cue - found[-1].cue <= 4:
                found.pop()
            found.append(source)
    if not found and (match := known.carry.longest(words.keys, first, stop)) and match[1].tag == CONTINUING:
        found = [Source("", first, first + match[0], first, leading=True, carries=CONTINUING)]
    return found


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


def resolve(source: Source, here: list[Source], before: Iterable[tuple[str, list[Source]]]) -> Source:
    """The source itself, or, where its words only point back or are a bare name, the fuller one they stand for.

    ``here`` holds the attributions of its sentence before it, ``before`` texts and attributions of the sentences
    before, nearest first; they are read only as far as needed. Where nothing is found, a pronoun's text stays empty.
    """
    if source.carries:
        return source if source.proper else _antecedent(source, here, before)
    if source.row is None and source.text and " " not in source.text:
        for sentence, said in before:
            if source.text in sentence:
                for fuller in said:
                    if source.text in fuller.text.split() and fuller.text != source.text:
                        return replace(source, text=fuller.text, row=fuller.row, proper=fuller.proper)
    return source


def _antecedent(source: Source, here: list[Source], before: Iterable[tuple[str, list[Source]]]) -> Source:
    """Whom "it" or "the group" stands for: the source named last, one of the same noun before others."""
    noun = source.text.rsplit(" ", 1)[-1].rstrip("s").lower()
    nearest: Source | None = None
    first = [] if source.carries == CONTINUING else [("", here)]
    for _, said in chain(first, before):
        for candidate in reversed(said):
            if not candidate.text:
                continue
            nearest = nearest or candidate
            if not noun or noun in candidate.text.lower():
                return replace(source, text=candidate.text, row=candidate.row, proper=candidate.proper)
        if source.carries == CONTINUING:
            break
    if nearest is not None and source.carries == ANAPHOR:
        return replace(source, text=nearest.text, row=nearest.row, proper=nearest.proper)
    return source


def fullest(source: Source, mentions: dict[str, tuple[str, Row]], known: Speakers) -> tuple[str, Row | None]:
    """The source in its fullest wording in the article, without article and "Britain-based", and its row.

    "A monitor" is the monitor that the article names, if it names one.
    """
    if source.row is not None and source.proper:
        fuller = mentions.get(source.row["source_id"], ("", source.row))[0]
        stated = set(source.text.lower().split())
        if stated <= set(fuller.lower().split()) or source.text.isupper():
            return _FRONT.sub("", fuller) or source.text, source.row
    if source.text.lower().rsplit(" ", 1)[-1] in known.monitors:
        named = [(text, row) for text, row in mentions.values() if row["kind"] == "monitor"]
        if len(named) == 1 or (named and source.row is None):
            return _FRONT.sub("", named[0][0]), named[0][1]
    return source.text, source.row


def known_mentions(words: Words, known: Speakers) -> dict[str, tuple[str, Row]]:
    """For every source of the vocabulary that an article names: its fullest wording there, its own name before all."""
    found: dict[str, tuple[str, Row]] = {}
    at, stop = 0, len(words.keys)
    while at < stop:
        match = known.sources.longest(words.keys, at, stop) if words.keys[at] in known.sources.begins else None
        if match is None:
            at += 1
            continue
        row = known.rows[tuple(words.keys[at : at + match[0]])]
        wording, name = words.span(at, at + match[0]), row["name"].lower()
        best = found.get(row["source_id"], ("", row))[0]
        if wording.lower() == name or (best.lower() != name and len(wording) > len(best)):
            found[row["source_id"]] = wording, row
        at += match[0]
    return found


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
        source = _after(tagged, cue, known, stop)[0]
        if source is not None:
            source.cites = True
            source.leading = units[cue].first <= first + 1 or found != []
        return source
    if cue and ((tags[cue - 1] == "b" and phrase not in known.also) or tags[cue - 1] == "t"):
        after = units[cue].last
        return _before(tagged, cue - 1, known, first)[0] if words.keys[after : after + 2] == ["as", "saying"] else None
    if phrase.startswith(_CLAIM) and re.match("t?q", tags[cue + 1 :]):
        return None
    if phrase == "quoted" and "saying" in words.keys[units[cue].last : min(stop, units[cue].last + 20)]:
        source = _after(tagged, cue, known, stop)[0]
        return replace(source, leading=True) if source else None
    source, left = _before(tagged, cue, known, first)
    if source is None and phrase == "reports":
        here = units[cue].first
        return Source("reports", here, here + 1, here, leading=True)
    if phrase in known.also and found:
        return replace(found[-1], cue=units[cue].first, leading=True)
    if phrase != "told":
        behind, right = _after(tagged, cue, known, stop)
        counted = source is not None and source.first > first and words.keys[source.first - 1][0].isdigit()
        if behind is not None and (right > left or counted) and _closes(tagged, behind.last):
            return behind
    return source


def _closes(tagged: Tagged, word: int) -> bool:
    """Whether a speaker named behind the verb ends at ``word``, so that nothing said can follow it."""
    for unit, tag in zip(tagged.units, tagged.tags, strict=True):
        if unit.first >= word:
            return tag in _ENDS_SPEAKER or tagged.words.surface[unit.first] in "\"”'"
    return True


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
    return (
        len(rest) >= 3 and not rest.startswith((",", "c", "z", ";", ".")) and not re.match(r"p[tUy]{1,3}[.,]?$", rest)
    )


def _before(tagged: Tagged, cue: int, known: Speakers, first: int) -> tuple[Source | None, int]:
    """The speaker that ends before unit ``cue``, and how sure its words are one."""
    words, units = tagged.words, tagged.units
    end = units[cue].first
    while end > first and (words.surface[end - 1] in ",)-–—(\"”'" or words.keys[end - 1] in _AUXILIARY):
        end -= 1
    if end <= first:
        return None, _UNKNOWN
    here = units[cue].first
    if words.keys[end - 1] in _PRONOUNS:
        named = known.sources.longest(words.keys, first, end) if end > first + 4 else None
        if named:
            return _source(words, first, first + named[0], here, True, known), _KNOWN
        return Source("", end - 1, end, here, end - 1 <= first + 3 or _leads(tagged, cue), carries=PRONOUN), _KNOWN
    begin, sure = _speaker_start(words, first, end, known)
    if sure == _NAME and tagged.tags[cue - 1] in "gD" and words.surface[end - 1][0].islower():
        begin, sure = None, _UNKNOWN
    for at in range(first + 1, end):
        named_beside = words.surface[at] == "," and words.surface[end] == "," and sure < _KNOWN
        opens = words.keys[at] in ("which", "who") or named_beside
        if opens and (begin is None or at <= begin):
            head, head_sure = _speaker_start(words, first, at - (words.surface[at - 1] == ","), known)
            if head is not None and head_sure and head <= first + 3:
                return _source(words, head, at - (words.surface[at - 1] == ","), here, True, known), head_sure
        if words.keys[at] in ("which", "who"):
            break
    if begin is None or not sure or words.keys[begin - 1 if begin > first else begin] in _DATES_AN_EVENT:
        return None, _UNKNOWN
    leading = begin <= first + 3 or _leads(tagged, cue)
    source = _source(words, begin, end, here, leading, known)
    source.subordinate = begin <= first + 3 or words.keys[begin - 1] in _SUBORDINATING
    return source, sure


def _speaker_start(words: Words, first: int, end: int, known: Speakers) -> tuple[int | None, int]:
    """Where the speaker that ends at word ``end`` begins, and how sure it is one; None where those words are none."""
    keys, surface = words.keys, words.surface
    floor = max(first, end - _LONGEST_SPEAKER)
    core, sure = None, _UNKNOWN
    for begin in range(max(floor, end - 9), end):
        if tuple(keys[begin:end]) in known.rows:
            core, sure = begin, _KNOWN
            break
    if core is None:
        if (keys[end - 1],) in known.nouns or tuple(keys[end - 2 : end]) in known.nouns:
            core, sure = end - 1, _NOUN
        elif (found := _noun_with_place(words, floor, end, known)) is not None:
            core, sure = found, _NOUN
        elif end - 2 >= floor and keys[end - 1].isdigit() and surface[end - 2][0].isupper():
            core, sure = end - 2, _NAME
        elif surface[end - 1][0].isupper():
            core, sure = end - 1, (_UNKNOWN if keys[end - 1] in known.places else _NAME)
        else:
            return _any_noun(words, floor, end)
    begin = core
    while begin > floor:
        key = keys[begin - 1]
        after_article = begin - 2 if key in _ARTICLES else begin - 1
        if after_article > floor and keys[after_article] in _LINKS and _is_speaker(keys, after_article - 1, known):
            begin = after_article - 1
        elif key in _ARTICLES:
            return begin - 1, sure
        elif _modifies(surface[begin - 1], key, known) and not (
            key in known.places and (sure == _KNOWN or surface[begin][0].islower())
        ):
            begin -= 1
        else:
            break
    return begin, sure


def _any_noun(words: Words, floor: int, end: int) -> tuple[int | None, int]:
    """A speaker that the vocabulary does not know, taken from its article: "the chief coroner", "three former judges"."""
    for at in range(end - 2, max(floor, end - 5) - 1, -1):
        key = words.keys[at]
        if key in _ARTICLES or (at > 0 and words.surface[at - 1] == "," and key.isalpha()):
            return at, _NAME
        if not key.replace("-", "").replace("'", "").isalpha() or key in _LINKS:
            return None, _UNKNOWN
    return None, _UNKNOWN


def _noun_with_place(words: Words, floor: int, end: int, known: Speakers) -> int | None:
    """ "rescuers there said", "residents of the town said", "a source at the command said": the noun before the rest."""
    for at in range(end - 2, max(floor, end - 9) - 1, -1):
        if words.surface[at] in ",.;:" or words.keys[at][0].isdigit():
            return None
        if (words.keys[at],) in known.nouns and words.keys[at + 1] in (
            "in",
            "of",
            "at",
            "from",
            "there",
            "on",
            "with",
            "near",
            "monitoring",
            "who",
            "for",
        ):
            return at
    return None


def _is_speaker(keys: list[str], at: int, known: Speakers) -> bool:
    return at >= 0 and ((keys[at],) in known.nouns or (keys[at],) in known.rows)


def _modifies(word: str, key: str, known: Speakers) -> bool:
    """Whether a word can stand inside a speaker's name: a name, an office, an adjective of belonging."""
    return (
        (word[0].isupper() and key not in _DAYS)
        or (key,) in known.nouns
        or key in known.adjectives
        or ("-" in key and key.rsplit("-", 1)[1] in _BELONGING)
    )


_DAYS = frozenset(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])


def _after(tagged: Tagged, cue: int, known: Speakers, stop: int) -> tuple[Source | None, int]:
    """The speaker behind a cue: "according to the Observatory", "said Rami Abdel Rahman"; and how sure it is one."""
    words, units = tagged.words, tagged.units
    keys, surface = words.keys, words.surface
    begin = units[cue].last
    while begin < stop and (keys[begin] in _BEFORE_SPEAKER or surface[begin] in "\"'“‘"):
        begin += 1
    end, sure, row, named = begin, _UNKNOWN, None, False
    limit = min(stop, begin + _LONGEST_SPEAKER)
    while end < limit:
        match = known.sources.longest(keys, end, limit)
        if match and (match[0] > 1 or surface[end][0].isupper() or (keys[end],) in known.nouns):
            here = known.rows[tuple(keys[end : end + match[0]])]
            joined = end == begin or keys[end - 1] in _LINKS or keys[end - 1] in _ARTICLES or surface[end - 1] == ","
            if not joined and ((row is not None and here is not row and named) or keys[end - 1] in known.nameless):
                break
            named = named or surface[end][0].isupper()
            row, sure = here, _KNOWN
            end += match[0]
        elif _modifies(surface[end], keys[end], known):
            proper = surface[end][0].isupper()
            if end > begin and proper and surface[end - 1][0].islower() and keys[end - 1] in known.nameless:
                break
            if (keys[end],) in known.nouns:
                sure = max(sure, _NOUN)
            elif proper and keys[end] not in known.places:
                sure = max(sure, _NAME)
            end += 1
        elif end > begin and _joins(words, end, limit, known):
            end += 1
        else:
            break
    while end > begin and (keys[end - 1] in _LINKS or keys[end - 1] in _ARTICLES or surface[end - 1] == ","):
        end -= 1
    if end == begin or not sure:
        return None, _UNKNOWN
    return _source(words, begin, end, units[cue].first, False, known), sure


def _joins(words: Words, at: int, limit: int, known: Speakers) -> bool:
    """Whether a word only joins the parts of a speaker: "report **by the** centre", "statement **released** by"."""
    keys = words.keys
    if at + 1 >= limit:
        return False
    goes_on = _modifies(words.surface[at + 1], keys[at + 1], known)
    if keys[at] in _ISSUED:
        return goes_on or keys[at + 1] in _DAYS or keys[at + 1] == "by"
    if keys[at] in _LINKS or words.surface[at] == ",":
        return goes_on or keys[at + 1] in _ARTICLES
    return keys[at] in _ARTICLES and goes_on


def _named_by_headline(tagged: Tagged, known: Speakers, first: int, stop: int) -> list[Source]:
    """ "Raids kill 12: monitor", "Ministry: 100 killed", "Raids kill 12 Monitor"."""
    words, tags, units = tagged.words, tagged.tags, tagged.units
    surface, keys = words.surface, words.keys
    if len(units) > 1 and tags[1] == "q" and tuple(keys[first : units[0].last]) in known.nouns:
        return [_source(words, first, units[0].last, first, True, known)]
    colon = next((at for at in range(first + 1, stop) if surface[at] == ":"), None)
    for at in (colon,) if colon is not None else ():
        if stop - at <= 6 and _names_source(words, at + 1, stop, known):
            return [_source(words, at + 1, stop, at, False, known)]
        if at < first + 8:
            begin, sure = _speaker_start(words, first, at, known)
            return [_source(words, first, at, at, True, known)] if begin is not None and sure >= _NAME else []
    dash = next((at for at in range(first + 3, stop - 1) if surface[at] in "-–—"), None)
    if dash is not None and stop - dash <= 6 and _names_source(words, dash + 1, stop, known):
        return [_source(words, dash + 1, stop, dash, False, known)]
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
            if tags[unit] == "S" and key in known.nouns and _speaker_start(words, begin - 1, begin, known)[1] == _KNOWN:
                return []
            marked = surface[begin - 1] in ":-–_,"
            before = tags[unit - 1 :: -1]
            counted = re.match(r"[aUw]{0,3}p|(?!n)[aUw]{0,3}[qi]" if tags[unit] == "n" else "$", before)
            if keys[begin - 1] in _LINKS or tags[unit - 1] in "pKGi" or (counted and not marked):
                return []
            return [_source(words, begin, end, begin, False, known)]
    return []


def _names_source(words: Words, begin: int, end: int, known: Speakers) -> bool:
    return any((key,) in known.nouns or (key,) in known.rows for key in words.keys[begin:end])


def _source(words: Words, begin: int, end: int, cue: int, leading: bool, known: Speakers, carries: str = "") -> Source:
    row, length, start = None, 0, begin
    for at in range(begin, end):
        match = known.sources.longest(words.keys, at, end)
        if match and match[0] > length:
            start = at
            row, length = known.rows[tuple(words.keys[at : at + match[0]])], match[0]
    carries = carries or _points_back(words, begin, end, known)
    common = all(
        (key,) in known.nouns or key in known.adjectives for key in words.keys[begin:end] if key not in _ARTICLES
    )
    proper = row is not None and (row["kind"] == "monitor" or not common)
    if proper and not any(key in _LINKS or key == "," for key in words.keys[begin:start]):
        if all((key,) in known.nouns or key in known.adjectives or key in _ARTICLES for key in words.keys[begin:start]):
            begin = start
    text = _FRONT.sub("", words.span(begin, end))
    return Source(text, begin, end, cue, leading, row, proper, carries)


def _points_back(words: Words, begin: int, end: int, known: Speakers) -> str:
    """How "the" and common nouns alone ("the rights group", "the same source") stand for a source named before."""
    definite = words.keys[begin] == "the" or (begin > 0 and words.keys[begin - 1] == "the")
    inner = range(begin + (words.keys[begin] in _ARTICLES), end)
    if (
        not definite
        or len(inner) > 6
        or any(words.surface[at][0].isupper() and "-" not in words.keys[at] for at in inner)
    ):
        return ""
    match = known.carry.longest(words.keys, end - 1, end)
    return match[1].tag if match and match[1].tag in (ANAPHOR, SAME) else ""
