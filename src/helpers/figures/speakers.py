"""Who can be named as the origin of a figure: a source that the vocabulary knows, a noun for one, or a name.

How far the name reaches in the text is told by ``speakers_before.py`` and ``speakers_behind.py``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile

from helpers.figures.expressions import MONTHS, WEEKDAYS
from helpers.figures.lexicon import Entry, Lexicon, phrase_key, rows_by_name
from helpers.figures.words import Words
from helpers.vocabulary import Row, Vocabulary, names_of, spellings, words_by

PRONOUN, ANAPHOR, SAME, DIVISION, CONTINUING = "pronoun", "anaphor", "same", "division", "continuing"
"""How words point back to a source: "it", "the group", "the official", "the office", "among the dead were"."""
UNKNOWN, NAME, NOUN, KNOWN = 0, 1, 2, 3
"""How sure words are a speaker: not at all, a name, a noun for speakers, a source of the vocabulary."""
LONGEST = 16
"""Words of the longest speaker: a name with office and organisation, not a clause."""
QUOTES = '"“”'
CLOSING_QUOTES = '"”'
"""Marks that close a quotation, whose speaker may stand behind it: "... **"** said Quell"."""
_QUOTED = re.compile(f"[{QUOTES}]")
_POSSESSIVE = re.compile("['’]s?$|(?<=[A-Z]{2})s$")
REACH_OF_HEAD = 5
"""Words between a noun for speakers and what belongs to it: "the **centre** for the reception of refugees"."""
LINKS = frozenset("of at in inside from for with by and".split())
"""Prepositions and the "and" inside a speaker's phrase."""
RELAYING = ("news_agency", "media", "state_media")
"""Kinds of sources that report what others said."""
OWNER, LOST_OWNER = ("'s", "’s"), "s"
"""Endings of a name to which another speaker belongs: "**Hezbollah's** Al-Manar television"; its mark may be lost."""
ARTICLES = frozenset(["a", "an", "the"])
_NO_MONITOR = frozenset(["group", "observatory"])
"""Last words of nouns for monitors that also end names of others."""
DAYS, _MONTHS = frozenset(WEEKDAYS), frozenset(MONTHS) - {"may"}
"""Names of times, no one's; that of one month is also a family's."""
_LARGE = frozenset("country region province city".split())
"""Kinds of places by whose last word alone a reader knows them; that of a quarter or a camp may be anybody's name."""
ARABIC_ARTICLES = frozenset("al- el- ar- as- ad- az- at- an-".split())
_PROPERTIES = ("adjective", "nameless", "body", "person", "watching", "seat", "label", "nobody", "document", "crowd")
"""Kinds of speakers.csv that say something of a noun for speakers, not which speakers it is for."""
_OPENING = ("adverb", "ellipsis", "preposition", "subordinator", "coordinator")
"""Classes of grammar.csv whose words name nobody, though one may open a sentence."""
_WHERE = frozenset("in of at from there on with near who for based".split())
"""Prepositions behind the noun of a speaker: "residents **of** the town"."""
_RELATIVE = frozenset("which that who whose".split())
DESCRIBING = frozenset("with which that who relying monitoring".split())
"""Words that open a description of a body already named: "the group, **which** has a network of sources"."""
_MASS = frozenset("media police staff press television tv radio".split())
"""Nouns for speakers that like a plural need no article."""
BELONGING = frozenset(
    "based run linked affiliated led backed controlled owned language aligned funded sponsored supported".split()
)
"""What a name is joined to by a hyphen in an adjective of belonging: "state-**run**"."""
_ENDS_DESCRIBED = LINKS | DESCRIBING | BELONGING
"""Words behind the noun by which a body is described: "a network **run** by", "an alliance **of**"."""


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
    sure: int = KNOWN
    """How sure its words are a speaker, ``NAME`` to ``KNOWN``."""


@dataclass(frozen=True, slots=True, eq=False)
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
    acronyms: frozenset[str]
    """One-word names of sources in capitals alone, as keys: in small letters they are other words ("is", "who")."""
    bodies: frozenset[str]
    """Words in the name of a body, which "he" does not stand for."""
    persons: frozenset[str]
    """Offices and callings of one person, whatever body they belong to."""
    watching: frozenset[str]
    """What a monitor is said to do: "an organisation **tracking** the war"."""
    locating: frozenset[str]
    """Words behind which a name is a place's: "near", "shelled"."""
    placing: frozenset[str]
    """Words before a place's name: "**eastern** Ghouta"; no person is called so."""
    where: frozenset[str]
    """Words that may follow the noun of a speaker: "residents **of** the town", "rescuers **there**"."""
    crowd: frozenset[str]
    """Words for anybody, who speak only where they are described: "according to **people** in the town"."""
    documents: frozenset[str]
    """In what they may say it: "said in a **statement**"."""
    front: re.Pattern[str]
    """Article and seat before a speaker: "the Britain-based"."""
    cites: frozenset[str]
    also: frozenset[str]
    also_nouns: frozenset[str]
    """Verbs that are nouns too; behind a word that is no known speaker they are: "the most serious **report**"."""
    relays: frozenset[str]
    """Verbs that name the speaker behind them where "saying" follows: "Reuters **quoted** residents as saying"."""
    puts: frozenset[str]
    """What speakers do with a toll, and events do not: "**put** the death toll at 12"."""
    speaks_of: frozenset[str]
    """Verbs that say something of a number only with "of": "**spoke** in a statement **of** 12 dead"."""
    tells: frozenset[str]
    """Verbs that say something even where they date an event: "a day after medics **said** 12 people died"."""
    decides: frozenset[str]
    """Verbs that say something only of harm: "**announced** the death of 12", not "the truce"."""
    issues: frozenset[str]
    """Verbs that as participles only describe a document: "said in a statement **released** on Friday"."""
    counting: frozenset[str]
    """What a speaker has who counts: "by the Observatory's **tally**"."""
    carry: Lexicon
    places: frozenset[str]
    towns: frozenset[tuple[str, ...]]
    """Names of places of two words: "Deir Ezzor"."""
    titles: frozenset[str]
    """Abbreviations that a full stop follows inside a name: "Dr. Hassan"."""
    openers: frozenset[str]
    """Words that name nobody though written with a capital: days, what may open a sentence ("Meanwhile"), "Roundup"."""


@lru_cache(maxsize=4)
def speakers(vocabulary: Vocabulary) -> Speakers:
    """The look-up tables of sources.csv, speakers.csv, speech.csv and carry.csv."""
    rows = rows_by_name(vocabulary["sources"], ARTICLES)
    kinds = words_by("kind", vocabulary["speakers"])
    speech = words_by("kind", vocabulary["speech"])
    place_words = words_by("kind", vocabulary["place_words"])
    nouns = [w for kind, listed in kinds.items() if kind not in _PROPERTIES for w in listed]
    seats = "".join(rf"|{re.escape(seat)}" for seat in kinds["seat"])
    return Speakers(
        sources=Lexicon({key: Entry("s") for key in rows}),
        rows=rows,
        nouns=frozenset(map(phrase_key, nouns)),
        nameless=kinds["nameless"],
        monitors=frozenset(w.rsplit(" ", 1)[-1] for w in kinds["monitor"]) - _NO_MONITOR,
        adjectives=kinds["adjective"],
        acronyms=frozenset(
            name.lower() for row in vocabulary["sources"] for name in names_of(row) if name.isupper() and name.isalpha()
        ),
        bodies=kinds["body"],
        persons=kinds["person"],
        watching=kinds["watching"],
        locating=place_words["locative"] | place_words["attacking"],
        placing=place_words["describing"],
        where=_WHERE | kinds["watching"],
        crowd=kinds["crowd"],
        documents=kinds["document"],
        front=re.compile(rf"(?:(?:the|an?{seats})\s+)+", re.IGNORECASE),
        cites=speech["by"],
        also=speech["also"],
        also_nouns=speech["noun"],
        relays=speech["relay"],
        puts=speech["put"],
        speaks_of=speech["of"],
        tells=speech["tell"],
        decides=speech["decide"],
        issues=speech["issue"],
        counting=speech["count"],
        carry=Lexicon({phrase_key(w): Entry(r["kind"]) for r in vocabulary["carry"] for w in spellings(r["words"])}),
        places=frozenset(
            key[-1]
            for r in vocabulary["places"]
            for key in map(phrase_key, filter(None, names_of(r)))
            if len(key) == 1 or r["kind"] in _LARGE
        ),
        towns=frozenset(
            key for r in vocabulary["places"] for key in map(phrase_key, filter(None, names_of(r))) if len(key) == 2
        ),
        titles=frozenset(w for r in vocabulary["abbreviations"] for w in spellings(r["words"])),
        openers=DAYS.union(
            _MONTHS,
            kinds["label"],
            kinds["nobody"],
            (w for r in vocabulary["grammar"] if r["class"] in _OPENING for w in spellings(r["words"]) if " " not in w),
        ),
    )


def source(words: Words, begin: int, end: int, cue: int, leading: bool, known: Speakers, sure: int = KNOWN) -> Source:
    """The speaker named by the words ``begin`` to ``end``, with the row of the longest name among them.

    Common nouns that describe a source named before ("Airwars, a monitoring group") are none, and what only describes
    a body is left out ("Orchard News, a network run by activists").
    """
    begin += _is_byline(words, begin, end, known)
    row, length, start = None, 0, begin
    named = begin + (words.keys[begin] in ARTICLES)
    end = next((at for at in range(begin + 1, end) if _only_describes(words, named, at, end, known)), end)
    if words.keys[end - 1] in known.counting and tuple(words.keys[named : end - 1]) in known.rows:
        end -= 1  # "according to an Observatory **toll**"
    for at in range(begin, end):
        if end - at <= length or (row is not None and words.keys[at] in ARTICLES):
            break
        match = known.sources.longest(words.keys, at, end) if words.keys[at] in known.sources.begins else None
        if match and match[0] > length and names_a_source(words, at, at + match[0], known):
            start = at
            row, length = known.rows[tuple(words.keys[at : at + match[0]])], match[0]
    carries = _points_back(words, begin, end, known)
    proper = row is not None and (
        row["kind"] == "monitor" or not (carries or _are_common(words.keys[begin:end], known))
    )
    if proper and words.surface[start][0].isupper() and _are_common(words.keys[begin:start], known):
        begin = start
    text = without_article(words.span(begin, end), known)
    return Source(text, begin, end, cue, leading, row, proper, carries, sure=sure)


def _is_byline(words: Words, begin: int, end: int, known: Speakers) -> bool:
    """Whether an agency's name only signs a report before its first speaker: "**AP** Syrian state TV said"."""
    agency = known.rows.get((words.keys[begin],))
    if agency is None or agency["kind"] != "news_agency" or begin + 1 == end or not is_name(words.surface[begin + 1]):
        return False
    rest = (known.sources.longest(words.keys, at, end) for at in range(begin + 1, end))
    return any(match is not None and match[0] > 1 for match in rest)


def _only_describes(words: Words, named: int, at: int, end: int, known: Speakers) -> bool:
    """Whether from word ``at`` to ``end`` nothing names a speaker, whose name begins at word ``named``.

    As in "a cook **who survived**", "the LCC **an activist network**", "the LCC **based in Homs**".
    """
    if words.keys[at] == "with" or (words.keys[at] in BELONGING and words.keys[at + 1] in LINKS):
        return tuple(words.keys[named:at]) in known.rows
    if words.keys[at] in ("a", "an", "another"):
        head = next((word for word in range(at + 1, end) if words.keys[word] in LINKS), end) - 1
        known_body = tuple(words.keys[named:at]) in known.rows and words.keys[head] not in known.persons
        return known_body or describes_body(words, at, known)
    if words.surface[at] == ",":
        return not _RELATIVE.isdisjoint(words.keys[at + 1 : at + 2]) or describes_body(words, at, known)
    return words.keys[at] in _RELATIVE and words.surface[at].islower() and words.keys[at - 1] not in LINKS


def _are_common(keys: list[str], known: Speakers) -> bool:
    """Whether all words are articles, nouns and adjectives of speakers, which name nobody in particular."""
    return all((key,) in known.nouns or key in known.adjectives or key in ARTICLES for key in keys)


@lru_cache(maxsize=1 << 12)
def without_article(text: str, known: Speakers) -> str:
    """A speaker without article and seat in front, marks and possessive "s": not "the Britain-based Observatory's"."""
    text = _POSSESSIVE.sub("", _QUOTED.sub("", text))
    front = known.front.match(text)
    return text[front.end() :] if front else text


def _points_back(words: Words, begin: int, end: int, known: Speakers) -> str:
    """How "the" and common nouns alone ("the rights group", "the same source") stand for a source named before."""
    if words.keys[begin] != "the" and not (begin > 0 and words.keys[begin - 1] == "the"):
        return ""
    begin += words.keys[begin] in ARTICLES
    end = next((at for at in range(begin + 1, end) if words.keys[at] in DESCRIBING), end)
    inner = range(begin, end)
    if len(inner) > 6 or any(words.surface[at][0].isupper() and "-" not in words.keys[at] for at in inner):
        return ""
    match = known.carry.longest(words.keys, end - 1, end)
    tag = match[1].tag if match else ""
    if tag == DIVISION:
        return ANAPHOR if len(inner) == 1 else SAME  # "the **media** office" is no other body's
    return tag if tag in (ANAPHOR, SAME) else ""


def are_several(key: str) -> bool:
    """Whether a noun for speakers is a plural, or one that needs no article either."""
    return key.endswith("s") or key in _MASS


def is_name(word: str) -> bool:
    """Whether a word is written as a name is: with a capital, or an Arabic article before one ("al-Faris")."""
    return word[0].isupper() or (word[:3] in ARABIC_ARTICLES and len(word) > 3)


def names_a_source(words: Words, begin: int, end: int, known: Speakers) -> bool:
    """Whether words are a name of the vocabulary's: IS and the WHO, not "is" and "who"."""
    key = tuple(words.keys[begin:end])
    return key in known.rows and not (end - begin == 1 and key[0] in known.acronyms and words.surface[begin].islower())


def modifies(word: str, key: str, known: Speakers) -> bool:
    """Whether a word can stand inside a speaker's name: a name, an office, an adjective of belonging."""
    return (
        (is_name(word) and key not in known.openers)
        or (key,) in known.nouns
        or key in known.adjectives
        or tuple(key.split("-")) in known.nouns
        or ("-" in key and key.rsplit("-", 1)[1] in BELONGING)
    )


def names_one(words: Words, begin: int, end: int, known: Speakers) -> bool:
    """Whether a word among ``begin`` to ``end`` is a noun for speakers or a source's name, or all of them are one."""
    keys = words.keys[begin:end]
    return tuple(keys) in known.rows or any((key,) in known.nouns or (key,) in known.rows for key in keys)


def describes_body(words: Words, at: int, known: Speakers) -> bool:
    """Whether at a comma, or where one was lost, only what a body is begins: "the Orchard Union**, a** coalition of".

    What a person is belongs to the source: "Hisham Quell, a teacher in Klow".
    """
    if not words.surface[at - 1][0].isupper():
        return False
    at += words.surface[at] == ","
    behind = words.keys[at : at + 1 + REACH_OF_HEAD]
    if behind[:1] not in (["a"], ["an"], ["another"]):
        return False
    *_, noun = takewhile(lambda key: key[0].isalpha() and key not in _ENDS_DESCRIBED, behind)
    return noun in known.bodies
