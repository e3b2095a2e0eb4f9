"""The places that the vocabulary knows, and the words by which others are known (places.csv, place_words.csv)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from helpers.dateline import MONTHS
from helpers.figures import lexicon
from helpers.figures.expressions import WEEKDAYS
from helpers.figures.lexicon import Entry, Lexicon, phrase_key, rows_by_name
from helpers.figures.speakers import ARABIC_ARTICLES
from helpers.figures.words import Words
from helpers.figures.words import key as key_of
from helpers.vocabulary import Row, Vocabulary, spellings, words_by

SPECIFICITY = {
    "country": 0.0,
    "river": 0.0,
    "region": 1.5,
    "province": 2.0,
    "city": 3.0,
    "": 3.2,
    "town": 4.0,
    "village": 4.2,
    "district": 4.5,
    "site": 4.6,
}
TIES = ("near", "from", "to", "posted")
"""The kinds of place_words.csv for how a place can stand to that of what happens."""
MEANT = {
    "city": ("city", "town", "", "province"),
    "town": ("town", "city", "", "village"),
    "village": ("village", "", "town"),
    "district": ("district",),
    "province": ("province", "city"),
    "enclosed": ("region", "province", "district"),
}
"""By the noun of "the city", "the village": kinds of places that it can mean, the likeliest first."""
QUARTERS = frozenset("northwest northeast southwest southeast north-west north-east south-west south-east".split())
"""Quarters of a country that are its regions where "the" stands before them, without a capital too."""
_ALIKE = {"of": ("of", "for"), "on": ("on", "through"), "to": ("to", "between")}
"""Prepositions that follow the same words: "battle **of** Klow" and "**for** Klow"."""
GIVING_EXAMPLES = frozenset(["including", "like", "namely", "notably"])
SUCH_AS = ["such", "as"]
"""Between a noun for several places and the names of some: "towns **including** Klow"."""
LYING = frozenset(["in", "of"])
"""Between a place and the larger one in which it lies."""
_UNKNOWN = "Uw"
"""Tags of words that the vocabulary does not know."""
_CALENDAR = frozenset([*WEEKDAYS, *{number: month for month, number in reversed(MONTHS.items())}.values()])
"""Full names only: "Mar" begins names of places."""


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """The places of a vocabulary, ready for look-up."""

    lexicon: Lexicon
    rows: dict[tuple[str, ...], Row]
    by_id: dict[str, Row]
    provincial: frozenset[str]
    """The place_ids of what lies in a province first of all."""
    around: dict[str, frozenset[str]]
    """By place_id the places in which one lies at any depth, itself among them."""
    kinds: dict[str, str]
    quarters: frozenset[str]
    """Nouns for several quarters or regions: "districts"."""
    bare: dict[str, str]
    """Nouns like "town" and "villages" that can mean a place named elsewhere, with their kind."""
    locative: frozenset[str]
    firm: frozenset[str]
    """Prepositions behind which even an unknown name is a place's: "**near** Klow"."""
    ties: dict[str, str]
    accesses: frozenset[str]
    """Nouns for what leads into a place, and words for beside it: "the **entrance** to", "**close** to"."""
    elements: frozenset[str]
    """First words of names that no other names begin with: "**Tell** Klow"."""
    articles: frozenset[str]
    """Articles apart from their noun, at the beginning of a name or within: "**Al** Klow", "Deir **ez** Klow"."""
    describing: frozenset[str]
    """What may stand before a name or "the town": "northern", "besieged"."""
    nationwide: frozenset[str]
    """Phrases for all of the country that is told of: "across the country"."""
    not_places: frozenset[tuple[str, ...]]
    attacking: frozenset[str]
    """Verbs for what is done to places: "**shelled** Klow"."""
    launching: frozenset[str]
    """Participles before "from" that make a place that of who attacks: "**fired** from hills in Klow"."""
    inhabitants: frozenset[str]
    """Nouns for who lives in a place: "Klow **residents**"."""
    leading: dict[str, frozenset[str]]
    """By preposition the words before it: behind both an unknown name is a place's, "**siege of** Klow"."""
    unfit: frozenset[str]
    """Words beside a name that make it one of something else: "**Lake** Klow", "Klow **Brigade**"."""
    introducing: frozenset[str]
    """Words of which one stands before an unknown name that is a place's, if none of ``following`` does behind it."""
    following: frozenset[str]
    """Words of which one stands behind such a name, if not one of ``attacking`` behind the next: "town", "where"."""
    may_begin: Callable[[str], bool]
    """Whether a word, as a text has it, may begin the name of a place."""

    def inside(self, row: Row, outer: str) -> bool:
        """Whether a place lies in another, named by its place_id, at any depth; it lies in itself."""
        return outer in self.around[row["place_id"]]


@lru_cache(maxsize=4)
def build(vocabulary: Vocabulary) -> Gazetteer:
    """The look-up tables of places.csv and place_words.csv."""
    rows = rows_by_name(vocabulary["places"], ("the",))
    for key, row in list(rows.items()):
        for written in _as_written(key):
            rows.setdefault(written, row)
    by_kind = words_by("kind", vocabulary["place_words"])
    kinds = {w: kind for kind, listed in by_kind.items() if kind in SPECIFICITY for w in listed}
    before = {listed: by_kind[f"before {listed}"] for listed in _ALIKE}
    before["of"] |= by_kind["inhabitants"]
    leading = {preposition: before[listed] for listed, alike in _ALIKE.items() for preposition in alike}
    others = {
        phrase_key(w)
        for table in ("sides", "people", "sources", "abbreviations")
        for r in vocabulary[table]
        for w in spellings(r.get("words") or f"{r.get('name')}|{r.get('variants')}")
    }
    others.difference_update((word,) for word in by_kind["article"])
    others.update((word + end,) for word in _CALENDAR for end in ("", "s"))
    by_id = {row["place_id"]: row for row in vocabulary["places"]}
    names = Lexicon({key: Entry("p") for key in rows})
    return Gazetteer(
        lexicon=names,
        rows=rows,
        by_id=by_id,
        provincial=frozenset(place_id for place_id, row in by_id.items() if _is_provincial(row, by_id)),
        around={place_id: _around(place_id, by_id) for place_id in by_id},
        kinds=kinds,
        quarters=frozenset(w for w, kind in kinds.items() if w.endswith("s") and kind in ("district", "region")),
        bare=_bare_nouns(kinds) | dict.fromkeys(by_kind["enclosed"], "enclosed"),
        locative=by_kind["locative"],
        firm=by_kind["firm"],
        ties={w: tie for tie in TIES for w in by_kind[tie]},
        accesses=by_kind["access"],
        elements=by_kind["element"],
        articles=by_kind["article"],
        describing=by_kind["describing"],
        nationwide=by_kind["nationwide"],
        not_places=frozenset(others),
        attacking=by_kind["attacking"],
        launching=by_kind["launching"],
        inhabitants=by_kind["inhabitants"],
        leading=leading,
        unfit=by_kind["unfit"],
        introducing=by_kind["locative"].union(
            kinds,
            *(by_kind[kind] for kind in ("element", "attacking", "firm")),
            GIVING_EXAMPLES,
            SUCH_AS[1:],
            LYING,
            leading,
        ),
        following=by_kind["inhabitants"].union((noun.split()[0] for noun in kinds), (",", "where")),
        may_begin=_may_begin_name(names, lexicon.build(vocabulary), by_kind["locative"], by_kind["article"]),
    )


def _may_begin_name(
    named: Lexicon, general: Lexicon, locative: frozenset[str], articles: frozenset[str]
) -> Callable[[str], bool]:
    """Whether a word may begin a place's name: it is written so, and known as the begin of one or not known at all."""

    def may_begin(word: str) -> bool:
        key = key_of(word)
        known = key in named.begins or key.removesuffix("s") in named.begins
        may_be = key not in locative and (known or general.branch(word).entry.tag in _UNKNOWN)
        return may_be and (key in articles or _is_written_as_name(word))

    return may_begin


def _is_written_as_name(word: str) -> bool:
    """Whether a word is written as a place's name, or as its Arabic article, or names a quarter of a country.

    What is in capitals throughout, as the city of a dateline is, is none.
    """
    if len(word) > 3 and word.isupper():
        return False
    return word[0].isupper() or key_of(word)[:3] in ARABIC_ARTICLES or key_of(word) in QUARTERS


def _is_provincial(row: Row, by_id: dict[str, Row]) -> bool:
    outer = by_id.get(row["inside"].split("|")[0])
    return outer is not None and outer["kind"] == "province"


def _bare_nouns(kinds: dict[str, str]) -> dict[str, str]:
    """The nouns that can mean a place named elsewhere, also as plurals, with their kind."""
    return {w: kind for w, kind in ({f"{w}s": kind for w, kind in kinds.items()} | kinds).items() if kind in MEANT}


def _around(place_id: str, by_id: dict[str, Row]) -> frozenset[str]:
    seen: set[str] = set()
    queue = [place_id]
    while queue:
        here = queue.pop()
        if here not in seen and here in by_id:
            queue.extend(spellings(by_id[here]["inside"]))
        seen.add(here)
    return frozenset(seen)


def _as_written(key: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Other ways of writing a name: its Arabic article apart (al Hirak, al- Hirak), its words as one (KafrNabl)."""
    article, name = key[0][:3], key[0][3:]
    if article in ARABIC_ARTICLES and name:
        yield article[:-1], name, *key[1:]
        yield article, name, *key[1:]
    elif article not in ARABIC_ARTICLES:
        yield "al", *key
        yield "al-", *key
    if len(key) == 2:
        yield ("".join(key).replace("-", ""),)


def known_at(words: Words, at: int, stop: int, known: Gazetteer) -> tuple[Row | None, int]:
    """The gazetteer's place that is named from word ``at`` on, and by how many words; "Syrias" names one too."""
    keys = words.keys
    begins = keys[at] in known.lexicon.begins
    match = known.lexicon.longest(keys, at, stop) if begins else None
    if match is not None:
        return known.rows[tuple(keys[at : at + match[0]])], match[0]
    for length in (2, 1) if begins else (1,):
        if at + length <= stop and keys[at + length - 1].endswith("s"):
            key = tuple(keys[at : at + length])
            row = known.rows.get((*key[:-1], key[-1][:-1])) if key not in known.not_places else None
            if row is not None:
                return row, length
    return None, 0
