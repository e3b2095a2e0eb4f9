"""Who can be named as the origin of a figure, and how far the name reaches in the text.

A speaker is a source that the vocabulary knows, a noun for one ("official", "residents"), or a name; around that core
stand its office, its place and its article.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, takewhile

from helpers.figures.expressions import MONTHS, WEEKDAYS
from helpers.figures.lexicon import Entry, Lexicon, phrase_key, rows_by_name
from helpers.figures.words import Words
from helpers.vocabulary import Row, Vocabulary, names_of, spellings, words_by

PRONOUN, ANAPHOR, SAME, DIVISION, CONTINUING = "pronoun", "anaphor", "same", "division", "continuing"
"""How words point back to a source: "it", "the group", "the official", "the office", "among the dead were"."""
UNKNOWN, NAME, NOUN, KNOWN = 0, 1, 2, 3
"""How sure words are a speaker: not at all, a name, a noun for speakers, a source of the vocabulary."""

_LONGEST = 16
"""Words of the longest speaker: a name with office and organisation, not a clause."""
_APOSTROPHES = ("'", "’")
_QUOTES = '"“”'
CLOSING_QUOTES = '"”'
"""Marks that close a quotation, whose speaker may stand behind it: "... **"** said Quell"."""
_QUOTED = re.compile(f"[{_QUOTES}]")
_POSSESSIVE = re.compile("['’]s?$|(?<=[A-Z]{2})s$")
_YEAR = re.compile("(?:19|20)[0-9]{2}")
_LONGEST_CORE = 9
_REACH_OF_HEAD = 5
"""Words of the longest name, or noun with its place, that makes a speaker."""
_LONGEST_NAME = 6
"""Words before the last one of the longest name of a source: "Syrian Observatory for Human Rights"."""
LINKS = frozenset("of at in inside from for with by and".split())
"""Prepositions and the "and" inside a speaker's phrase."""
RELAYING = ("news_agency", "media", "state_media")
"""Kinds of sources that report what others said."""
_OWNER, _LOST_OWNER = ("'s", "’s"), "s"
"""Endings of a name to which another speaker belongs: "**Hezbollah's** Al-Manar television"; its mark may be lost."""
ARTICLES = frozenset(["a", "an", "the"])
_NO_MONITOR = frozenset(["group", "observatory"])
"""Last words of nouns for monitors that also end names of others."""
_BEFORE = ARTICLES | frozenset(["its", "his", "her", "their", "our", "to"])
_DAYS, _MONTHS = frozenset(WEEKDAYS), frozenset(MONTHS) - {"may"}
"""Names of times, no one's; that of one month is also a family's."""
_LARGE = frozenset("country region province city".split())
"""Kinds of places by whose last word alone a reader knows them; that of a quarter or a camp may be anybody's name."""
ARABIC_ARTICLES = frozenset("al- el- ar- as- ad- az- at- an-".split())
_PROPERTIES = ("adjective", "nameless", "body", "person", "watching", "seat", "label", "nobody", "document", "crowd")
"""Kinds of speakers.csv that say something of a noun for speakers, not which speakers it is for."""
_OPENING = ("adverb", "ellipsis", "preposition", "subordinator", "coordinator")
"""Classes of grammar.csv whose words name nobody, though one may open a sentence."""
_CLOSE, _TO = "close", "to"
_AT_A_BODY = ("at", "in", "from", "with", "inside")
_WHERE = frozenset("in of at from there on with near who for based".split())
_RELATIVE = frozenset("which that who whose".split())
_DESCRIBING = frozenset("with which that who relying monitoring".split())
"""Words that open a description of a body already named: "the group, **which** has a network of sources"."""
_MASS = frozenset("media police staff press television tv radio".split())
"""Nouns for speakers that like a plural need no article."""
_BELONGING = frozenset(
    "based run linked affiliated led backed controlled owned language aligned funded sponsored supported".split()
)
"""What a name is joined to by a hyphen in an adjective of belonging: "state-**run**"."""
_ENDS_DESCRIBED = LINKS | _DESCRIBING | _BELONGING
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
        openers=_DAYS.union(
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
    row, length, start = None, 0, begin
    end = next((at for at in range(begin + 1, end) if _only_describes(words, at, known)), end)
    for at in range(begin, end):
        if end - at <= length or (row is not None and words.keys[at] in ARTICLES):
            break
        match = known.sources.longest(words.keys, at, end) if words.keys[at] in known.sources.begins else None
        if match and match[0] > length and _names_a_source(words, at, at + match[0], known):
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


def _only_describes(words: Words, at: int, known: Speakers) -> bool:
    """Whether from word ``at`` on nothing stands that names a speaker: "a cook **who survived**"."""
    if words.keys[at] in ("a", "an"):
        return describes_body(words, at, known)
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
    end = next((at for at in range(begin + 1, end) if words.keys[at] in _DESCRIBING), end)
    inner = range(begin, end)
    if len(inner) > 6 or any(words.surface[at][0].isupper() and "-" not in words.keys[at] for at in inner):
        return ""
    match = known.carry.longest(words.keys, end - 1, end)
    tag = match[1].tag if match else ""
    if tag == DIVISION:
        return ANAPHOR if len(inner) == 1 else SAME  # "the **media** office" is no other body's
    return tag if tag in (ANAPHOR, SAME) else ""


def ending_at(words: Words, first: int, end: int, known: Speakers) -> tuple[int | None, int]:
    """Where the speaker that ends at word ``end`` begins, and how sure it is one; None where those words are none."""
    floor = max(first, end - _LONGEST)
    core, sure = _core(words, floor, end, known)
    if core is None:
        begin, sure = _any_noun(words, floor, end)
        if begin is None:
            return None, sure
        if (head := _head_noun(words, floor, begin, known)) is not None and words.keys[begin - 1] == _TO:
            begin, sure = _widened(words, floor, head, end, NOUN, known), NOUN
    else:
        begin = _widened(words, floor, core, end, sure, known)
        belongs = sure == NOUN or words.keys[begin - 1] == _TO or words.keys[begin - 1] in _AT_A_BODY
        if belongs and (head := _head_noun(words, floor, begin, known)) is not None:
            begin = _widened(words, floor, head, end, sure, known)
    outer = _described(words, first, begin, end, known)
    if outer is None and words.keys[begin] not in ARTICLES:
        outer = _noun_before_place(words, floor, begin, known)
    return (begin if outer is None else outer), sure


def _core(words: Words, floor: int, end: int, known: Speakers) -> tuple[int | None, int]:
    """Where the known source, the noun or the name that ends at word ``end`` begins, and how sure it is a speaker."""
    keys, surface, last = words.keys, words.surface, end - 1
    for begin in range(max(floor, end - _LONGEST_CORE), end):
        if keys[begin] in known.sources.begins and _names_a_source(words, begin, end, known):
            placed = begin > floor and keys[begin - 1] in known.where and keys[begin - 1] != "who"
            located = _noun_with_place(words, floor, end, known) if placed else None
            return (begin if located is None else located), KNOWN
    if (keys[last],) in known.nouns or tuple(keys[end - 2 : end]) in known.nouns:
        return last, NOUN
    if (located := _noun_with_place(words, floor, end, known)) is not None:
        return located, NOUN
    if end - 2 >= floor and keys[last].isdigit() and surface[end - 2][0].isupper():
        return end - 2, NAME  # "Channel 4"
    if is_name(surface[last]) and keys[last] not in known.openers:
        placed = keys[last] in known.places and not _is_full_name(words, floor, last, known)
        return last, UNKNOWN if placed else NAME
    return None, UNKNOWN


def _is_full_name(words: Words, floor: int, last: int, known: Speakers) -> bool:
    """Whether a name of a place, at word ``last``, is a person's behind another name: "Najib **Ansari**"."""
    first = last - 1
    plain = first >= floor and words.surface[first].isalpha() and words.surface[first].istitle()
    return plain and words.keys[first] not in known.openers and words.keys[first] not in known.placing


def _widened(words: Words, floor: int, core: int, end: int, sure: int, known: Speakers) -> int:
    """Where the speaker with this core, up to word ``end``, begins: names, offices, titles and article are taken in."""
    keys, surface, begin = words.keys, words.surface, core
    while begin > floor:
        before, key = begin - 1, keys[begin - 1]
        link = before - (key in ARTICLES)
        named = keys[link] == "of" and is_name(surface[link - 1]) and keys[link - 1] not in known.openers
        if link > floor and keys[link] in LINKS and (named or _speaker_up_to(words, link - 1, known) is not None):
            begin = link - 1
        elif key in ARTICLES:
            return before
        elif _ends_before(words, before, begin, end, sure, known):
            return begin
        elif _modifies(surface[before], key, known) and not (
            is_name(surface[before])
            and (key in known.places or tuple(keys[before - 1 : begin]) in known.towns)
            and (sure == KNOWN or surface[begin][0].islower() or surface[begin].isupper())
            and not surface[before].endswith(_OWNER)
        ):
            begin = before
        elif surface[before] == "." and before > floor and keys[before - 1] in known.titles:
            begin = before - 1
        elif surface[before] in _APOSTROPHES and before > floor and words.ends[before - 1] == words.starts[before]:
            begin = before - 1  # "a local **doctors'** committee"
        elif surface[before] in _QUOTES and (opening := _opening_quote(words, floor, before)) is not None:
            begin = opening + 1  # "the **'Klow Times'** newspaper"
        else:
            bare = _are_several(keys[end - 1]) or (sure == KNOWN and is_name(surface[core]))
            if bare:
                return begin
            owner = surface[before].islower() and surface[before].endswith(_LOST_OWNER)
            if owner and before > floor and keys[before - 1] in ARTICLES:
                return before - 1  # "**the region's** largest hospital", "the regions"
            article = _article_of_one(words, floor, core, known)
            return begin if article is None else min(begin, article)
    return begin


def _ends_before(words: Words, noun: int, begin: int, end: int, sure: int, known: Speakers) -> bool:
    """Whether the noun at word ``noun`` belongs to what is told before those who speak, where a comma was lost.

    They are several, or known by name, and named without an article from word ``begin`` to ``end``. So a plural does
    ("killed 12 **fighters** state media said"), and before several also what has an article of its own ("hit a
    **hospital** medics said") or stands before an adjective ("clashed with the **army** local officials said").
    """
    keys, key = words.keys, words.keys[noun]
    if not words.surface[noun].islower() or (key,) not in known.nouns or key in known.adjectives:
        return False
    if not _are_several(keys[end - 1]):
        named = sure == KNOWN or not known.persons.isdisjoint(keys[begin:end])
        return key.endswith("s") and named and is_name(words.surface[end - 1])
    alone = begin == end - 1
    owns = keys[noun - 1] in ("a", "an") or (alone and sure == KNOWN and keys[noun - 1] in ARTICLES)
    return key.endswith("s") or owns or (not alone and keys[begin] in known.adjectives)


def _are_several(key: str) -> bool:
    """Whether a noun for speakers is a plural, or one that needs no article either."""
    return key.endswith("s") or key in _MASS


def _article_of_one(words: Words, floor: int, core: int, known: Speakers) -> int | None:
    """The article to which an office at word ``core`` belongs with all between: "**a** relief works officer".

    Other speakers have one word between at most, as all behind "the": "**a** makeshift clinic".
    """
    reach = _REACH_OF_HEAD if words.keys[core] in known.persons else 2
    for at in range(core - 2, max(floor, core - reach) - 1, -1):
        if words.keys[at] in ("a", "an") or (
            words.keys[at] == "the" and at == core - 2 and words.surface[core].islower()
        ):
            return at
        if not words.surface[at].isalpha() or words.keys[at] in LINKS:
            return None
    return None


def _opening_quote(words: Words, floor: int, closing: int) -> int | None:
    """The mark at which the name begins that a quotation mark closes."""
    for at in range(closing - 1, max(floor - 1, closing - _LONGEST_NAME), -1):
        if words.surface[at] in _QUOTES:
            return at if at < closing - 1 and is_name(words.surface[at + 1]) else None
    return None


def _described(words: Words, first: int, speaker: int, last: int, known: Speakers) -> int | None:
    """Where the name begins that a speaker from word ``speaker`` to ``last`` describes, if one does.

    As in "Klow Ardent a local activist", which opens the sentence or what follows a quotation, and anywhere between
    commas: "Klow Ardent, the agency's **director** in the town, told".
    """
    surface, keys = words.surface, words.keys
    aside = _opening_comma(words, first, speaker) if surface[last] == "," else None
    if aside is None and keys[speaker] not in ARTICLES:
        return None
    end = speaker - (surface[speaker - 1] == ",") if aside is None else aside
    if keys[end - 1].isdigit() and surface[end - 2] == ",":
        end -= 2  # "Klow Ardent, **41**, a farmer"
    begin = end
    while begin > first and (
        keys[begin - 1] in LINKS or (is_name(surface[begin - 1]) and keys[begin - 1] not in known.openers)
    ):
        begin -= 1
    while begin < end and keys[begin] in LINKS:
        begin += 1  # "**in** December, the mayor said"
    several = end - begin >= 2
    named = several or (
        tuple(keys[begin:end]) in known.rows and (aside is not None or keys[end - 1] not in known.places)
    )
    begin -= begin > first and keys[begin - 1] in ARTICLES
    opens = begin == first or surface[begin - 1] in CLOSING_QUOTES or (aside is not None and surface[begin - 1] == ",")
    opens = opens or (several and _may_name_one(words, begin, end, known))
    return begin if named and opens else None


def _may_name_one(words: Words, begin: int, end: int, known: Speakers) -> bool:
    """Whether names behind a word that governs none are a person's: "12 died **Hisham Quell** a local teacher said"."""
    before, keys = words.surface[begin - 1], words.keys[begin:end]
    governed = keys[0] in known.places or not known.towns.isdisjoint(pairwise(keys)) or before.lower() in known.locating
    governed = governed or tuple(keys) in known.rows
    return before.isalnum() and before.islower() and not governed and words.keys[begin - 1] not in LINKS | ARTICLES


def _opening_comma(words: Words, first: int, speaker: int) -> int | None:
    """The comma that opens the description in which a speaker stands, unless that is a clause, if there is one."""
    for at in range(speaker - 1, max(first, speaker - _LONGEST_CORE), -1):
        if words.surface[at] == ",":
            clause = words.keys[at + 1] in _DESCRIBING or words.keys[at + 1] in _BELONGING
            return None if clause else at
        if not words.surface[at][0].isalnum() and words.surface[at] not in _APOSTROPHES:
            return None
    return None


def _head_noun(words: Words, floor: int, begin: int, known: Speakers) -> int | None:
    """The noun to which the one at ``begin`` belongs: "the **centre** for the reception of refugees".

    So with "a **source** close to the presidency", and with one person in a body: "**a nurse** in the town's hospital".
    """
    close_to = words.keys[max(floor, begin - 2) : begin] == [_CLOSE, _TO]
    one_of = (
        words.keys[begin] in ARTICLES and words.keys[begin - 1] in _AT_A_BODY and words.keys[begin - 2] in known.persons
    )
    if begin <= floor or (words.keys[begin - 1] not in ("of", "for") and not close_to and not one_of):
        return None
    for at in range(begin - 2, max(floor, begin - _REACH_OF_HEAD) - 1, -1):
        if not words.surface[at].isalpha() or not (words.surface[at].islower() or at == floor):
            return None
        if (words.keys[at],) in known.nouns:
            return at
    return None


def _noun_before_place(words: Words, floor: int, begin: int, known: Speakers) -> int | None:
    """The noun in "a source at Deir Ezzor", where ``begin`` is the first word of what the place belongs to."""
    at = begin
    while at > floor and words.surface[at - 1][0].isupper():
        at -= 1
    inside = floor + 2 <= at < begin and words.keys[at - 1] in LINKS and (words.keys[at - 2],) in known.nouns
    return at - 2 if inside else None


def _any_noun(words: Words, floor: int, end: int) -> tuple[int | None, int]:
    """A speaker that the vocabulary does not know, taken from its article: "the chief coroner"."""
    for at in range(end - 2, max(floor, end - 5) - 1, -1):
        key = words.keys[at]
        if key in LINKS or not key.replace("-", "").replace("'", "").isalpha():
            return None, UNKNOWN
        if key in ARTICLES or (at > 0 and words.surface[at - 1] == "," and key.isalpha()):
            return at, NAME
    return None, UNKNOWN


def _noun_with_place(words: Words, floor: int, end: int, known: Speakers) -> int | None:
    """The noun in "rescuers there said", "residents of the town said", "a source at the command said"."""
    for at in range(end - 2, max(floor, end - _LONGEST_CORE) - 1, -1):
        if words.surface[at] in ",.;:" or words.keys[at][0].isdigit():
            return None
        if words.keys[at + 1] in known.where and (begin := _speaker_up_to(words, at, known)) is not None:
            return begin
    return None


def is_name(word: str) -> bool:
    """Whether a word is written as a name is: with a capital, or an Arabic article before one ("al-Faris")."""
    return word[0].isupper() or (word[:3] in ARABIC_ARTICLES and len(word) > 3)


def _names_a_source(words: Words, begin: int, end: int, known: Speakers) -> bool:
    """Whether words are a name of the vocabulary's: IS and the WHO, not "is" and "who"."""
    key = tuple(words.keys[begin:end])
    return key in known.rows and not (end - begin == 1 and key[0] in known.acronyms and words.surface[begin].islower())


def _speaker_up_to(words: Words, at: int, known: Speakers) -> int | None:
    """Where the noun for speakers or the known source begins that ends with the word ``at``, if one does."""
    keys = words.keys
    if at < 0 or (keys[at],) in known.nouns or (keys[at] in known.crowd and words.surface[at][0].isupper()):
        return at if at >= 0 else None
    begins = (b for b in range(max(0, at - _LONGEST_NAME), at + 1) if keys[b] in known.sources.begins)
    return next((b for b in begins if _names_a_source(words, b, at + 1, known)), None)


def _modifies(word: str, key: str, known: Speakers) -> bool:
    """Whether a word can stand inside a speaker's name: a name, an office, an adjective of belonging."""
    return (
        (is_name(word) and key not in known.openers)
        or (key,) in known.nouns
        or key in known.adjectives
        or tuple(key.split("-")) in known.nouns
        or ("-" in key and key.rsplit("-", 1)[1] in _BELONGING)
    )


def _joins(words: Words, at: int, limit: int, known: Speakers) -> bool:
    """Whether a word only joins the parts of a speaker: "report **by the** centre", "statement **released** by"."""
    keys = words.keys
    if at + 1 >= limit:
        return False
    goes_on = _modifies(words.surface[at + 1], keys[at + 1], known)
    if keys[at] in known.issues or keys[at] in _DAYS:
        return goes_on or keys[at + 1] in _DAYS or keys[at + 1] == "by"
    if _links(words, at):
        return (goes_on and keys[at + 1] != "another") or keys[at + 1] in ARTICLES
    of_it = keys[at - 1] == "of" and keys[at] == "the" and words.surface[at + 1].isalpha()
    return keys[at] in ARTICLES and (goes_on or of_it or words.surface[at + 1].endswith(_OWNER))


def _describes(words: Words, at: int, known: Speakers) -> bool:
    """Whether a word only describes the noun behind it: "civil **defence** volunteers", "a **local** baker"."""
    key = words.keys[at]
    return words.surface[at].islower() and key in known.adjectives and (key,) not in known.nouns


def _described_noun(keys: list[str], at: int, limit: int, known: Speakers) -> int:
    """The noun for speakers that an unknown word describes, else the word itself: "the **camp** officials".

    Without an article it must be one that may have a name: "**conflict** monitors", not "one account".
    """
    bare = keys[at - 1] not in ARTICLES
    if bare and (not keys[at].isalpha() or keys[at] in LINKS or keys[at] in known.openers):
        return at
    near = (noun for noun in range(at + 1, min(limit, at + 3)) if (keys[noun],) in known.nouns)
    return next((noun for noun in near if not (bare and keys[noun] in known.nameless)), at)


def _links(words: Words, at: int) -> bool:
    return words.keys[at] in LINKS or words.surface[at] == ","


def names_one(words: Words, begin: int, end: int, known: Speakers) -> bool:
    """Whether a word among ``begin`` to ``end`` is a noun for speakers or a source's name, or all of them are one."""
    keys = words.keys[begin:end]
    return tuple(keys) in known.rows or any((key,) in known.nouns or (key,) in known.rows for key in keys)


def beginning_at(words: Words, begin: int, stop: int, known: Speakers, cue: int) -> Source | None:
    """The speaker named from word ``begin`` on: "according to **the Observatory**"."""
    keys, surface = words.keys, words.surface
    while begin < stop and (keys[begin] in _BEFORE or surface[begin] in "\"'“‘" or _YEAR.fullmatch(keys[begin])):
        begin += 1
    if keys[begin : begin + 2] == ["number", "of"]:
        begin += 2
    end, sure, row, named = begin, UNKNOWN, None, False
    limit = min(stop, begin + _LONGEST)
    if begin < limit and keys[begin] in known.crowd:
        end, sure = begin + 1, NOUN
    elif begin < limit and not _modifies(surface[begin], keys[begin], known):
        end = _described_noun(keys, begin, limit, known)
    while end < limit:
        if end > begin and (describes_body(words, end, known) or _opens_what_is_said(words, end, known)):
            break
        if length := _length_of_known(words, end, limit, known):
            here = known.rows[tuple(keys[end : end + length])]
            if end > begin and surface[end - 1] == "," and here["kind"] in RELAYING:
                break  # "citing an officer in Klow**, SANA** said"
            if here is not row and (row is None or not _is_apposition(words, begin, end)):
                if _is_another(words, begin, end, row is not None, named, known):
                    break
                named = named or surface[end][0].isupper()
                row, sure = here, KNOWN
            end += length
        elif _modifies(surface[end], keys[end], known):
            if end > begin and _follows_nameless(words, end, known):
                break
            sure = max(sure, _sureness(words, end, known))
            end += 1
        elif end > begin and _joins(words, end, limit, known) and not _opens_another(words, begin, end):
            end += 1
        elif end > begin and end + 1 < limit and _describes(words, end - 1, known) and (keys[end + 1],) in known.nouns:
            end += 1  # "the humanitarian **coordination** office"
        elif end > begin and surface[end].endswith(_OWNER) and keys[end - 1] in ARTICLES:
            end += 1  # "the head of the **town's** council"
        elif end > begin + 2 and _ends_with_kind(words, end, limit):
            end += 1  # "a spokesman for the Klow **camp** and"
        elif end > begin + 2 and keys[end - 2 : end] == ["of", "the"] and surface[end].isalpha():
            end += 1  # "the head of the **service**"
        else:
            break
    while end > begin and (
        _links(words, end - 1)
        or keys[end - 1] in ARTICLES
        or _opens_number(words, end - 1, known)
        or _opens_clause(words, begin, end - 1, known)
    ):
        end -= 1
    if begin < end < limit and _describes(words, end - 1, known) and surface[end].islower():
        end, sure = end + 1, max(sure, NAME)
    return source(words, begin, end, cue, False, known, sure) if end > begin and sure else None


def _ends_with_kind(words: Words, end: int, limit: int) -> bool:
    """Whether the word at ``end`` only says what the name before it is, as a mark or a link follows it."""
    surface, keys = words.surface, words.keys
    named = is_name(surface[end - 1]) and keys[end - 2] == "the"
    closed = end + 1 >= limit or not surface[end + 1][0].isalnum() or keys[end + 1] in LINKS
    return named and closed and surface[end].isalpha() and surface[end].islower() and keys[end] not in LINKS


def _opens_clause(words: Words, begin: int, at: int, known: Speakers) -> bool:
    """Whether an adjective behind a comma or a full name opens what is said: "activists, **rebel** shelling killed"."""
    before = at - 1
    word = words.surface[before]
    named = before >= begin and (word == "," or _are_several(words.keys[before]) or (before > begin and is_name(word)))
    return named and _describes(words, at, known)


def _opens_what_is_said(words: Words, comma: int, known: Speakers) -> bool:
    """Whether behind a comma no description of the speaker stands: "activists, **government shelling** killed".

    Nor "activists, **the army** killed"; what describes him goes on: "Hisham Quell, **head of** the service".
    """
    keys, noun = words.keys, comma + 1 + (words.keys[comma + 1 : comma + 2] in (["the"], ["a"], ["an"]))
    behind = keys[noun + 1] if words.surface[comma] == "," and noun + 1 < len(keys) else ""
    if not (behind.isalpha() and words.surface[noun].islower() and words.surface[noun + 1].islower()):
        return False
    return not (behind in LINKS or behind in known.where or behind in ARTICLES or _modifies(behind, behind, known))


def _opens_number(words: Words, at: int, known: Speakers) -> bool:
    """Whether an adjective stands before a number, not a speaker: "the UN, **some** 300 people"."""
    numbered = at + 1 < len(words.keys) and words.keys[at + 1][0].isdigit()
    return numbered and _describes(words, at, known)


def describes_body(words: Words, at: int, known: Speakers) -> bool:
    """Whether at a comma, or where one was lost, only what a body is begins: "the Orchard Union**, a** coalition of".

    What a person is belongs to the source: "Hisham Quell, a teacher in Klow".
    """
    if not words.surface[at - 1][0].isupper():
        return False
    at += words.surface[at] == ","
    behind = words.keys[at : at + 1 + _REACH_OF_HEAD]
    if behind[:1] not in (["a"], ["an"]):
        return False
    *_, noun = takewhile(lambda key: key[0].isalpha() and key not in _ENDS_DESCRIBED, behind)
    return noun in known.bodies


def _length_of_known(words: Words, at: int, limit: int, known: Speakers) -> int:
    """How many words the known source at word ``at`` has; a single one in small letters must be a noun for speakers."""
    match = known.sources.longest(words.keys, at, limit)
    if match and (match[0] > 1 or words.surface[at][0].isupper() or (words.keys[at],) in known.nouns):
        return match[0]
    return 0


def _is_apposition(words: Words, begin: int, at: int) -> bool:
    """Whether a noun describes the speaker named before it: "Airwars, a **monitoring group**"."""
    return words.surface[at].islower() and not {"a", "an"}.isdisjoint(words.keys[begin + 1 : at])


def _is_another(words: Words, begin: int, at: int, other: bool, named: bool, known: Speakers) -> bool:
    """Whether with a known name another speaker begins: "citing medics the **Observatory** said".

    ``other``: it is not the source named before; ``named``: a source has been named by a name before.
    """
    keys = words.keys
    if other and at > begin + 1 and keys[at - 1] == "the" and not _links(words, at - 2):
        return True
    if other and words.surface[at - 1] == "," and words.surface[at][0].isupper():
        return True
    if at == begin or _links(words, at - 1) or keys[at - 1] in ARTICLES or words.surface[at - 1].endswith(_OWNER):
        return False
    one_office = keys[at] in known.persons and words.surface[at].islower()  # "a military **official**"
    return not one_office and ((other and named) or keys[at - 1] in known.nameless)


def _opens_another(words: Words, begin: int, at: int) -> bool:
    """Whether with an article behind mere nouns another speaker begins: "citing medics **the** monitor said"."""
    return words.keys[at] in ARTICLES and not _links(words, at - 1) and words.span(begin, at).islower()


def _follows_nameless(words: Words, at: int, known: Speakers) -> bool:
    """Whether a name stands behind a word after which no name follows: "reports **Monday**"."""
    surface = words.surface
    return surface[at][0].isupper() and surface[at - 1][0].islower() and words.keys[at - 1] in known.nameless


def _sureness(words: Words, at: int, known: Speakers) -> int:
    """How sure a single word makes its phrase a speaker."""
    keys = words.keys
    if (keys[at],) in known.nouns or tuple(keys[at - 1 : at + 1]) in known.nouns:
        return NOUN
    return NAME if words.surface[at][0].isupper() and keys[at] not in known.places else UNKNOWN
