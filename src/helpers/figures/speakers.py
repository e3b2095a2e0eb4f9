"""Who can be named as the origin of a figure, and how far the name reaches in the text.

A speaker is a source that the vocabulary knows, a noun for one ("official", "residents"), or a name; around that core
stand
its office, its place and its article.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from helpers.figures.expressions import WEEKDAYS
from helpers.figures.lexicon import Entry, Lexicon, phrase_key
from helpers.figures.words import Words
from helpers.vocabulary import Row, Vocabulary, spellings

PRONOUN, ANAPHOR, SAME, CONTINUING = "pronoun", "anaphor", "same", "continuing"
"""How words point back to a source: "it", "the group", "the official", "among the dead were"."""
UNKNOWN, NAME, NOUN, KNOWN = 0, 1, 2, 3
"""How sure words are a speaker: not at all, a name, a noun for speakers, a source of the vocabulary."""

_LONGEST = 16
"""Words of the longest speaker: a name with office and organisation, not a clause."""
_LONGEST_NAME = 6
"""Words before the last one of the longest name of a source: "Syrian Observatory for Human Rights"."""
_LINKS = frozenset("of at in from for with by and".split())
_ARTICLES = frozenset(["a", "an", "the"])
_BEFORE = _ARTICLES | frozenset(["its", "his", "her", "their", "our", "to"])
_DAYS = frozenset(WEEKDAYS)
_LARGE = frozenset("country region province city".split())
"""Kinds of places by whose last word alone a reader knows them; that of a quarter or a camp may be anybody's name."""
ARABIC_ARTICLES = frozenset("al- el- ar- as- ad- az- at- an-".split())
_PROPERTIES = ("adjective", "nameless", "body", "person")
"""Kinds of speakers.csv that say something of a noun for speakers, not which speakers it is for."""
_OPENING = ("adverb", "ellipsis", "preposition", "subordinator", "coordinator")
"""Classes of grammar.csv whose words name nobody, though one may open a sentence."""
_ISSUED = frozenset(["released", "published", "issued", "posted", "made"]) | _DAYS
_WHERE = frozenset("in of at from there on with near monitoring tracking documenting who for based".split())
"""Words that may follow the noun of a speaker: "residents **of** the town", "rescuers **there**"."""
_DESCRIBING = frozenset("with which that who relying monitoring".split())
"""Words that open a description of a body already named: "the group, **which** has a network of sources"."""
_BELONGING = (
    "based",
    "run",
    "linked",
    "affiliated",
    "led",
    "backed",
    "controlled",
    "owned",
    "language",
    "aligned",
    "affiliated",
    "funded",
    "sponsored",
    "supported",
)
_FRONT = re.compile(r"^(?:(?:the|an?)\s+|(?:britain|british|uk|london|u\.k\.)-based\s+)+", re.IGNORECASE)


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
    pronoun: str = ""
    """The pronoun that stands for the source, in small letters."""
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
    bodies: frozenset[str]
    """Words in the name of a body, which "he" does not stand for."""
    persons: frozenset[str]
    """Offices and callings of one person, whatever body they belong to."""
    cites: frozenset[str]
    also: frozenset[str]
    carry: Lexicon
    places: frozenset[str]
    titles: frozenset[str]
    """Abbreviations that a full stop follows inside a name: "Dr. Hassan"."""
    openers: frozenset[str]
    """Words that stand in capitals only because a sentence begins with them: "Meanwhile", "Other"."""


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
    nouns = [w for kind, listed in words_of.items() if kind not in _PROPERTIES for w in listed]
    speech = {r["kind"]: frozenset(spellings(r["words"])) for r in vocabulary["speech"]}
    return Speakers(
        sources=Lexicon({key: Entry("s") for key in rows}),
        rows=rows,
        nouns=frozenset(map(phrase_key, nouns)),
        nameless=frozenset(words_of.get("nameless", ())),
        monitors=frozenset(w.rsplit(" ", 1)[-1] for w in words_of.get("monitor", ())) - {"group", "observatory"},
        adjectives=frozenset(words_of.get("adjective", ())),
        bodies=frozenset(words_of.get("body", ())),
        persons=frozenset(words_of.get("person", ())),
        cites=speech.get("by", frozenset()),
        also=speech.get("also", frozenset()),
        carry=Lexicon({phrase_key(w): Entry(r["kind"]) for r in vocabulary["carry"] for w in spellings(r["words"])}),
        places=frozenset(
            key[-1]
            for r in vocabulary["places"]
            for key in map(phrase_key, filter(None, [r["name"], *spellings(r["variants"])]))
            if len(key) == 1 or r["kind"] in _LARGE
        ),
        titles=frozenset(w for r in vocabulary["abbreviations"] for w in spellings(r["words"])),
        openers=frozenset(
            w for r in vocabulary["grammar"] if r["class"] in _OPENING for w in spellings(r["words"]) if " " not in w
        ),
    )


def source(words: Words, begin: int, end: int, cue: int, leading: bool, known: Speakers, carries: str = "") -> Source:
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
    ahead = words.keys[begin:start]
    if proper and all((key,) in known.nouns or key in known.adjectives or key in _ARTICLES for key in ahead):
        begin = start
    text = without_article(words.span(begin, end))
    return Source(text, begin, end, cue, leading, row, proper, carries)


def without_article(text: str) -> str:
    """A speaker without article and "Britain-based" in front."""
    return _FRONT.sub("", text)


def _points_back(words: Words, begin: int, end: int, known: Speakers) -> str:
    """How "the" and common nouns alone ("the rights group", "the same source") stand for a source named before."""
    definite = words.keys[begin] == "the" or (begin > 0 and words.keys[begin - 1] == "the")
    begin += words.keys[begin] in _ARTICLES
    end = next((at for at in range(begin + 1, end) if words.keys[at] in _DESCRIBING), end)
    inner = range(begin, end)
    if (
        not definite
        or len(inner) > 6
        or any(words.surface[at][0].isupper() and "-" not in words.keys[at] for at in inner)
    ):
        return ""
    match = known.carry.longest(words.keys, end - 1, end)
    return match[1].tag if match and match[1].tag in (ANAPHOR, SAME) else ""


def ending_at(words: Words, first: int, end: int, known: Speakers) -> tuple[int | None, int]:
    """Where the speaker that ends at word ``end`` begins, and how sure it is one; None where those words are none."""
    keys, surface = words.keys, words.surface
    floor = max(first, end - _LONGEST)
    core, sure = None, UNKNOWN
    for begin in range(max(floor, end - 9), end):
        if tuple(keys[begin:end]) in known.rows:
            core, sure = begin, KNOWN
            break
    if core is not None and core > floor and keys[core - 1] in _WHERE:
        located = _noun_with_place(words, floor, end, known)
        core = core if located is None else located
    if core is None:
        if (keys[end - 1],) in known.nouns or tuple(keys[end - 2 : end]) in known.nouns:
            core, sure = end - 1, NOUN
        elif (found := _noun_with_place(words, floor, end, known)) is not None:
            core, sure = found, NOUN
        elif end - 2 >= floor and keys[end - 1].isdigit() and surface[end - 2][0].isupper():
            core, sure = end - 2, NAME
        elif is_name(surface[end - 1]) and keys[end - 1] not in _DAYS:
            core, sure = end - 1, (UNKNOWN if keys[end - 1] in known.places else NAME)
        else:
            return _any_noun(words, floor, end)
    begin = core
    while begin > floor:
        key = keys[begin - 1]
        after_article = begin - 2 if key in _ARTICLES else begin - 1
        if after_article > floor and keys[after_article] in _LINKS and _is_speaker(keys, after_article - 1, known):
            begin = after_article - 1
        elif key in _ARTICLES:
            begin -= 1
            break
        elif _modifies(surface[begin - 1], key, known) and not (
            key in known.places and (sure == KNOWN or surface[begin][0].islower())
        ):
            begin -= 1
        elif surface[begin - 1] == "." and begin - 2 >= floor and keys[begin - 2] in known.titles:
            begin -= 2
        else:
            break
    if keys[begin] in _ARTICLES:
        outer = _described(words, first, begin, known)
    else:
        outer = _noun_before_place(words, floor, begin, known)
    return (begin if outer is None else outer), sure


def _described(words: Words, first: int, article: int, known: Speakers) -> int | None:
    """Where the name begins that opens the sentence and that "a local activist" behind it describes, if one does."""
    begin = first + (words.keys[first] in _ARTICLES)
    end = article - (words.surface[article - 1] == ",")
    named = end - begin >= 2 and all(
        words.keys[at] in _LINKS or (is_name(words.surface[at]) and words.keys[at] not in known.openers | _DAYS)
        for at in range(begin, end)
    )
    named = named and words.keys[end - 1] not in known.places
    return first if named else None


def _noun_before_place(words: Words, floor: int, begin: int, known: Speakers) -> int | None:
    """The noun in "a source at Deir Ezzor", where ``begin`` is the first word of what the place belongs to."""
    at = begin
    while at > floor and words.surface[at - 1][0].isupper():
        at -= 1
    inside = floor + 2 <= at < begin and words.keys[at - 1] in _LINKS and (words.keys[at - 2],) in known.nouns
    return at - 2 if inside else None


def _any_noun(words: Words, floor: int, end: int) -> tuple[int | None, int]:
    """A speaker that the vocabulary does not know, taken from its article: "the chief coroner"."""
    for at in range(end - 2, max(floor, end - 5) - 1, -1):
        key = words.keys[at]
        if key in _ARTICLES or (at > 0 and words.surface[at - 1] == "," and key.isalpha()):
            return at, NAME
        if not key.replace("-", "").replace("'", "").isalpha() or key in _LINKS:
            return None, UNKNOWN
    return None, UNKNOWN


def _noun_with_place(words: Words, floor: int, end: int, known: Speakers) -> int | None:
    """The noun in "rescuers there said", "residents of the town said", "a source at the command said"."""
    for at in range(end - 2, max(floor, end - 9) - 1, -1):
        if words.surface[at] in ",.;:" or words.keys[at][0].isdigit():
            return None
        if words.keys[at + 1] in _WHERE and _is_speaker(words.keys, at, known):
            return at
    return None


def is_name(word: str) -> bool:
    """Whether a word is written as a name is: with a capital, or an Arabic article before one ("al-Faris")."""
    return word[0].isupper() or (word[:3] in ARABIC_ARTICLES and len(word) > 3)


def _is_speaker(keys: list[str], at: int, known: Speakers) -> bool:
    ends_name = any(tuple(keys[begin : at + 1]) in known.rows for begin in range(max(0, at - _LONGEST_NAME), at + 1))
    return at >= 0 and ((keys[at],) in known.nouns or ends_name)


def _modifies(word: str, key: str, known: Speakers) -> bool:
    """Whether a word can stand inside a speaker's name: a name, an office, an adjective of belonging."""
    return (
        (is_name(word) and key not in _DAYS and key not in known.openers)
        or (key,) in known.nouns
        or key in known.adjectives
        or ("-" in key and key.rsplit("-", 1)[1] in _BELONGING)
    )


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


def names_one(words: Words, begin: int, end: int, known: Speakers) -> bool:
    return any((key,) in known.nouns or (key,) in known.rows for key in words.keys[begin:end])


def beginning_at(words: Words, begin: int, stop: int, known: Speakers, cue: int) -> tuple[Source | None, int]:
    """The speaker named from word ``begin`` on ("according to **the Observatory**"), and how sure it is one."""
    keys, surface = words.keys, words.surface
    while begin < stop and (keys[begin] in _BEFORE or surface[begin] in "\"'“‘"):
        begin += 1
    if keys[begin : begin + 2] == ["number", "of"]:
        begin += 2
    end, sure, row, named = begin, UNKNOWN, None, False
    limit = min(stop, begin + _LONGEST)
    while end < limit:
        match = known.sources.longest(keys, end, limit)
        if match and (match[0] > 1 or surface[end][0].isupper() or (keys[end],) in known.nouns):
            here = known.rows[tuple(keys[end : end + match[0]])]
            if row is not None and surface[end].islower() and not {"a", "an"}.isdisjoint(keys[begin + 1 : end]):
                end += match[0]  # an apposition describes the one named before it: "Airwars, a monitoring group"
                continue
            joined = end == begin or keys[end - 1] in _LINKS or keys[end - 1] in _ARTICLES or surface[end - 1] == ","
            beside = (
                end > begin + 1 and keys[end - 1] == "the" and keys[end - 2] not in _LINKS and surface[end - 2] != ","
            )
            if row is not None and here is not row and beside:
                break  # another speaker: "citing medics the Observatory said"
            if not joined and ((row is not None and here is not row and named) or keys[end - 1] in known.nameless):
                break
            named = named or surface[end][0].isupper()
            row, sure = here, KNOWN
            end += match[0]
        elif _modifies(surface[end], keys[end], known):
            proper = surface[end][0].isupper()
            if end > begin and proper and surface[end - 1][0].islower() and keys[end - 1] in known.nameless:
                break
            if (keys[end],) in known.nouns or tuple(keys[end - 1 : end + 1]) in known.nouns:
                sure = max(sure, NOUN)
            elif proper and keys[end] not in known.places:
                sure = max(sure, NAME)
            end += 1
        elif end > begin and _joins(words, end, limit, known):
            end += 1
        else:
            break
    while end > begin and (keys[end - 1] in _LINKS or keys[end - 1] in _ARTICLES or surface[end - 1] == ","):
        end -= 1
    if end == begin or not sure:
        return None, UNKNOWN
    return source(words, begin, end, cue, False, known), sure
