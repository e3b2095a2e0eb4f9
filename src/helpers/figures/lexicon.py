"""The vocabulary as the rules use it: each word or phrase with the one-letter tag of what it can be.

A sentence becomes a string of tags, one letter a phrase, and the rules of ``rules.py`` are regular expressions over
that string: a cascade of finite-state patterns as in FASTUS (Hobbs et al. 1997), kept small enough to be read.

    q quantity          n people            a side or origin      g thing
    K kill(s)           G killing           D killed              W wounded (participle or noun)
    k destroy           h destroying          d destroyed, of things as well as of people
    I died, fled        X left, departed    J dead, homeless      L left (leave or depart)
    N deaths            M refugees          E death of            T death toll    Y lives
    O among the dead    H among             B evacuate (oneself or others)             V lost
    A aid for           R abroad            b be                v have                m modal         o of
    t determiner        p preposition       c and, or             i including     r who, which
    z after, when       e others, more      x not                 l leave         f force, push
    u rose to           y adverb            S said                C number (of)   U Name          Q interviewed
    w any other word
    s live, home to     F host, take in         P reached Jordan       Z distributed, provided       j suffered
    , ; . punctuation
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from helpers.figures import words
from helpers.vocabulary import Row, Vocabulary, names_of, spellings, words_by

GRAMMAR_TAGS = {
    "be": "b",
    "have": "v",
    "modal": "m",
    "of": "o",
    "determiner": "t",
    "preposition": "p",
    "coordinator": "c",
    "inclusion": "i",
    "relative": "r",
    "subordinator": "z",
    "ellipsis": "e",
    "negation": "x",
    "leave": "l",
    "cause": "f",
    "rise": "u",
    "adverb": "y",
    "count": "C",
    "among": "H",
    "asking": "Q",
    "undergoing": "j",
}
ROLE_TAGS = {
    "transitive": "K",
    "gerund": "G",
    "participle": "D",
    "intransitive": "I",
    "departure": "X",
    "state": "J",
    "noun": "N",
    "weak_noun": "M",
    "event": "E",
    "toll": "T",
    "lives": "Y",
    "aid": "A",
    "among": "O",
    "ambitransitive": "B",
    "losing": "V",
    "claiming": "S",
    "abroad": "R",
    "dwelling": "s",
    "shelter": "g",
    "hosting": "F",
    "arrival": "P",
    "giving": "Z",
    "driving": "f",
}
"""Tags of outcomes.csv's roles; with ``needs`` people the small letter (``K`` k, ``G`` h, ``D`` d)."""
ONLY_WITH_OTHERS = {"R", "s"}
"""Tags of what says nothing of harm unless another word does."""
PEOPLE_ONLY = {"K": "k", "G": "h", "D": "d"}
BY_DEFAULT = "?"
"""Behind a side in people.csv: on that side unless the words around the noun name another."""
CUES_OF_SPEECH = ("say", "by", "also")
"""Kinds of speech.csv whose words are cues; the others only say more of such words."""
PLURAL = re.compile(r"people$|children$|men$|women$|.*[^s]s$")
"""Nouns for several."""
_COUNTRY = "{country}"
"""What stands in outcomes.csv for the name of any country of places.csv."""
_LOST = "\N{REPLACEMENT CHARACTER}"
"""What stands for each letter that a text lost where it was read in the wrong encoding."""
PUNCTUATION = {",": ",", "-": ",", "–": ",", "—": ",", "(": ",", ")": ",", ";": ";", ":": ":", "\n": ".", "|": "."}


@dataclass(slots=True)
class Entry:
    """What one phrase can be: its tag, and by role the outcome or the people it stands for."""

    tag: str
    outcomes: dict[str, str] = field(default_factory=dict)
    group: str = ""
    side: str = ""
    thing: str = ""
    of_siege: bool = False
    """A word or phrase that tells of a siege: "under siege"."""
    by_default: bool = False
    """On its side only where no other is named; without one, a fighter only where one is."""
    plural: bool = False
    """A plural without an s: "aircraft"."""


OTHER = {tag: Entry(tag) for tag in {*PUNCTUATION.values(), "U", "w"}}
"""The entries of what the vocabulary does not know, by tag."""


@dataclass(slots=True)
class Branch:
    """A word in the tree of phrases: the entry of the phrase that ends with it, and the words that can follow."""

    entry: Entry | None = None
    longer: dict[str, Branch] = field(default_factory=dict)


class Lexicon:
    """Longest-match lookup of the vocabulary's phrases among words, in a tree by word.

    ``capitals`` are words of their own in capitals alone: "IS", not "is".
    """

    def __init__(self, entries: dict[tuple[str, ...], Entry], capitals: Mapping[str, Entry] | None = None) -> None:
        grammar = {
            phrase[0]
            for phrase, entry in entries.items()
            if len(phrase) == 1 and not entry.outcomes and entry.tag in GRAMMAR_TAGS.values()
        }
        self.harms = _tell_tale_words([p for p, e in entries.items() if set(e.outcomes) - ONLY_WITH_OTHERS], grammar)
        """Words of which every phrase that names an outcome has at least one."""
        one_person = [p for p, e in entries.items() if e.tag == "n" and not PLURAL.match(p[-1])]
        self.persons = _tell_tale_words(one_person, grammar)
        """Words of which every phrase that can be for one person has at least one."""
        root = Branch()
        for phrase, entry in entries.items():
            branch = root
            for word in phrase:
                branch = branch.longer.setdefault(word, Branch())
            branch.entry = entry
        self.begins = root.longer
        self._capitals = capitals or {}
        self.branch = words.remembered(self._branch)
        """What a word as a text has it can be, known or not, and the words that can follow it in a phrase."""

    def _branch(self, word: str) -> Branch:
        branch = self.begins.get(words.key(word), Branch())
        if word in self._capitals:
            return Branch(self._capitals[word], branch.longer)
        return branch if branch.entry is not None else Branch(_unknown(word), branch.longer)

    def longest(self, keys: list[str], at: int, stop: int) -> tuple[int, Entry] | None:
        """The longest phrase that begins at word ``at`` and ends by ``stop``: its number of words and its entry."""
        found = None
        branch, end = self.begins.get(keys[at]), at + 1
        while branch is not None:
            if branch.entry is not None:
                found = end - at, branch.entry
            branch = branch.longer.get(keys[end]) if end < stop else None
            end += 1
        return found


def _unknown(word: str) -> Entry:
    """The entry of a word that the vocabulary does not know."""
    if word[0] in PUNCTUATION:
        return OTHER[PUNCTUATION[word[0]]]
    if word[0].isupper():
        return OTHER["U"]
    return OTHER["." if word in ".!?" else "w"]


def _tell_tale_words(phrases: Collection[tuple[str, ...]], grammar: Collection[str]) -> frozenset[str]:
    """The most telling word of each phrase: not one of grammar ("in need"), long rather than short."""
    single = {phrase[0] for phrase in phrases if len(phrase) == 1}
    longer = [phrase for phrase in phrases if single.isdisjoint(phrase)]
    return frozenset(single | {max(phrase, key=lambda w: (w not in grammar, len(w))) for phrase in longer})


def phrase_key(phrase: str) -> tuple[str, ...]:
    """A phrase of the vocabulary as the tuple of keys under which it is looked up."""
    return tuple(words.split(phrase).keys)


def spellings_met(cell: str) -> list[str]:
    """The spellings in a cell of the vocabulary, those with accents also as texts have them that lost such letters."""
    written = spellings(cell)
    return written + [re.sub(r"[^\x00-\x7f]", _LOST, spelling) for spelling in written if not spelling.isascii()]


def rows_by_name(rows: Iterable[Row], articles: Collection[str]) -> dict[tuple[str, ...], Row]:
    """Each row by the keys of its name and variants, an article in front left out; of two rows the first has a key."""
    found: dict[tuple[str, ...], Row] = {}
    for row in rows:
        for spelling in names_of(row):
            key = phrase_key(spelling)
            found.setdefault(key[1:] if key[0] in articles and len(key) > 1 else key, row)
    return found


@lru_cache(maxsize=4)
def build(vocabulary: Vocabulary) -> Lexicon:
    """The lexicon of a vocabulary's words for grammar, outcomes, people, sides and things."""
    entries: dict[tuple[str, ...], Entry] = {}
    for row in vocabulary["grammar"]:
        _add(entries, row["words"], GRAMMAR_TAGS[row["class"]])
    for row in vocabulary["speech"]:
        if row["kind"] in CUES_OF_SPEECH:
            _add(entries, row["words"], "S")
    capitals: dict[str, Entry] = {}
    for row in vocabulary["sides"]:
        for spelling in spellings_met(row["words"]):
            in_capitals = spelling.isupper() and spelling.isalpha()
            entry = capitals.setdefault(spelling, Entry("a")) if in_capitals else _add_one(entries, spelling, "a")
            entry.side = row["side"]
    for name in (name for row in vocabulary["sources"] for name in names_of(row)):
        entry = entries.get(phrase_key(name)) if name.isupper() and name.isalpha() else None
        if entry is not None and entry.tag in GRAMMAR_TAGS.values() and not entry.outcomes:
            capitals.setdefault(name, Entry("U"))  # the **WHO** is no "who"
    for row in vocabulary["things"]:
        if row["kind"] not in ("designator", "plural", "siege"):
            for entry in _add(entries, row["words"], "g"):
                entry.thing = row["kind"]
    for row in vocabulary["people"]:
        for entry in _add(entries, row["words"], "n"):
            entry.group, entry.by_default = row["group"], row["side"].endswith(BY_DEFAULT)
            if row["side"]:
                entry.side = row["side"].removesuffix(BY_DEFAULT)
    for row in vocabulary["abbreviations"]:
        for word in spellings(row["words"]):
            # Its full stop is part of it, and ends neither a sentence nor a phrase: "a guard of **Dr.** Quell".
            entries.setdefault(phrase_key(f"{word}."), Entry("U"))
    countries = [name for row in vocabulary["places"] if row["kind"] == "country" for name in names_of(row)]
    for row in vocabulary["outcomes"]:
        _add_outcome(entries, row, countries)
    things = words_by("kind", vocabulary["things"])
    plurals, sieges = things["plural"], things["siege"]
    for phrase, entry in entries.items():
        entry.plural = phrase[-1] in plurals
        entry.of_siege = not sieges.isdisjoint(phrase)
    return Lexicon(entries, capitals)


def _add(entries: dict[tuple[str, ...], Entry], cell: str, tag: str) -> Iterable[Entry]:
    return [_add_one(entries, spelling, tag) for spelling in spellings_met(cell)]


def _add_one(entries: dict[tuple[str, ...], Entry], spelling: str, tag: str) -> Entry:
    entry = entries.setdefault(phrase_key(spelling), Entry(tag))
    entry.tag = tag
    return entry


def _add_outcome(entries: dict[tuple[str, ...], Entry], row: dict[str, str], countries: list[str]) -> None:
    tag = ROLE_TAGS[row["role"]]
    if row["needs"] == "people":
        tag = PEOPLE_ONLY[tag]
    for written in spellings_met(row["words"]):
        for country in countries if _COUNTRY in written else ("",):
            entry = entries.setdefault(phrase_key(written.replace(_COUNTRY, country)), Entry(tag))
            entry.tag = _merged(entry, tag)
            entry.outcomes.setdefault(tag, row["outcome"])


def _merged(entry: Entry, tag: str) -> str:
    """The tag of a phrase that has several roles: the one from which the rules can tell them apart."""
    roles = {*entry.outcomes, tag}
    if "D" in roles and roles & {"N", "M"}:
        return "W"
    if entry.tag == "l" and tag == "X":
        return "L"
    for first in "OGJNMDWBKITEXRVs":
        if first in roles:
            return first
    return tag
