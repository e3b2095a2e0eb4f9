"""Where: the most specific place that a sentence ties to a figure.

Places are known from the gazetteer (places.csv) or seen as such in the text: a name after "in" or "near", a name beside
"town", "neighbourhood", "province" (place_words.csv).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from helpers.figures.lexicon import Entry, Lexicon, phrase_key
from helpers.figures.words import Words
from helpers.vocabulary import Row, Vocabulary, spellings

SPECIFICITY = {"country": 0.0, "region": 1.5, "province": 2.0, "city": 3.0, "": 3.2, "town": 4.0, "village": 4.2, "district": 4.5, "site": 4.6}
_AFTER_LOCATIVE = 2.0
_AFTER_FIGURE = 0.3
_PER_WORD = 0.03
_NAME_LINKS = frozenset("al el as ar ad az al- el- de la bin ibn abu".split())


@dataclass(slots=True)
class Place:
    """A named place; ``first`` and ``last`` are word indices, ``row`` its row of places.csv if it has one."""

    text: str
    first: int
    last: int
    kind: str
    located: bool
    """Behind a word that locates: "in", "near", "town of"."""
    row: Row | None = None

    @property
    def specificity(self) -> float:
        """How small a place is, larger for smaller, so that the most specific one can be chosen."""
        return SPECIFICITY.get(self.kind, SPECIFICITY[""])


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """The places of a vocabulary, ready for look-up."""

    lexicon: Lexicon
    rows: dict[tuple[str, ...], Row]
    by_id: dict[str, Row]
    kinds: dict[str, str]
    locative: frozenset[str]
    not_places: frozenset[str]


@lru_cache(maxsize=4)
def gazetteer(vocabulary: Vocabulary) -> Gazetteer:
    """The look-up tables of places.csv and place_words.csv."""
    rows: dict[tuple[str, ...], Row] = {}
    for row in vocabulary["places"]:
        for spelling in [row["name"], *spellings(row["variants"])]:
            key = phrase_key(spelling)
            rows.setdefault(key[1:] if key[0] == "the" and len(key) > 1 else key, row)
    kinds = {w: r["kind"] for r in vocabulary["place_words"] if r["kind"] != "locative" for w in spellings(r["words"])}
    locative = frozenset(w for r in vocabulary["place_words"] if r["kind"] == "locative" for w in spellings(r["words"]))
    names = {
        key
        for table in ("sides", "people", "sources")
        for r in vocabulary[table]
        for w in spellings(r.get("words") or f"{r.get('name')}|{r.get('variants')}")
        for key in phrase_key(w)[:1]
    }
    months = "january february march april may june july august september october november december".split()
    days = "monday tuesday wednesday thursday friday saturday sunday".split()
    return Gazetteer(
        Lexicon({key: Entry("p") for key in rows}),
        rows,
        {row["place_id"]: row for row in vocabulary["places"]},
        kinds,
        locative,
        frozenset(names) | frozenset(months) | frozenset(days),
    )


def in_sentence(words: Words, first: int, stop: int, known: Gazetteer, taken: list[tuple[int, int]]) -> list[Place]:
    """The places that a sentence names, left to right; ``taken`` are word spans of sources, which name no place."""
    found: list[Place] = []
    keys, surface = words.keys, words.surface
    inside = {at for begin, end in taken for at in range(begin, end)}
    at = first
    while at < stop:
        if at in inside or not (surface[at][0].isupper() or keys[at][:3] in ("al-", "el-", "ar-", "as-", "ad-")):
            at += 1
            continue
        row, length = _known_at(words, at, stop, known)
        if row is not None:
            end = at + length
        else:
            end = _name_end(words, at, stop)
        place = _place(words, at, end, first, stop, known, row)
        if place is not None:
            found.append(place)
            at = place.last
        else:
            at = end
    return found


def of_figure(places: list[Place], first: int, last: int, minimum: float = -1.0) -> Place | None:
    """The place of the figure whose phrase runs from word ``first`` to ``last``: specific, located, near."""
    best, best_score = None, -99.0
    for place in places:
        if place.specificity < minimum:
            continue
        distance = first - place.last if place.last <= first else place.first - last
        score = place.specificity + _AFTER_LOCATIVE * place.located - _PER_WORD * max(0, distance)
        score += _AFTER_FIGURE * (place.first >= last)
        if score > best_score:
            best, best_score = place, score
    return best


def _known_at(words: Words, at: int, stop: int, known: Gazetteer) -> tuple[Row | None, int]:
    match = known.lexicon.longest(words.keys, at, stop)
    if match is not None:
        return known.rows[tuple(words.keys[at : at + match[0]])], match[0]
    key = words.keys[at]
    if key.endswith("s") and (key[:-1],) in known.rows:
        return known.rows[(key[:-1],)], 1
    return None, 0


def _name_end(words: Words, at: int, stop: int) -> int:
    end = at + 1
    while end < stop and (words.surface[end][0].isupper() or words.keys[end].startswith(("al-", "el-"))):
        end += 1
    return end


def _place(
    words: Words, begin: int, end: int, first: int, stop: int, known: Gazetteer, row: Row | None
) -> Place | None:
    """The place that the words name, with the kind that the text or the gazetteer gives it; None where it names none."""
    keys = words.keys
    before = begin - 1
    while before > first and keys[before] in ("the", "central", "northern", "southern", "eastern", "western", "north", "south"):
        before -= 1
    kind = row["kind"] if row else ""
    located = before >= first and keys[before] in known.locative
    if before >= first + 1 and keys[before] == "of" and keys[before - 1] in known.kinds:
        kind, located = known.kinds[keys[before - 1]], True
    elif before >= first and keys[before] in known.kinds and row is None:
        kind, located = known.kinds[keys[before]], True
    if end < stop and keys[end] in known.kinds and words.surface[end - 1] not in ",.":
        named = known.kinds[keys[end]]
        if row is None or named != "region":
            kind = named
        located = located or _located_before(words, before, first, known)
        text_end = end + 1
    else:
        text_end = end
    if row is None and not (kind and located) and not (located and keys[before] in ("in", "near", "at")):
        return None
    if row is None and (keys[begin] in known.not_places or keys[begin][0].isdigit()):
        return None
    return Place(" ".join(words.surface[begin:text_end]), begin, text_end, kind, located, row)


def _located_before(words: Words, before: int, first: int, known: Gazetteer) -> bool:
    return before >= first and words.keys[before] in known.locative
