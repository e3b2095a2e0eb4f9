"""One article to its figures: the rules of this room, put together.

The text is cut into sentences and these into tagged units; each number is read by itself (what happened, to whom), then
in its sentence (who says so, where, when) and, where the sentence is silent, in what was told just before.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from helpers import dateline
from helpers.figures import (
    attribution,
    indefinite,
    lexicon,
    modality,
    outcomes,
    parts,
    people,
    places,
    quantities,
    scope,
    sentences,
    times,
    units,
    words,
)
from helpers.figures.attribution import Source
from helpers.figures.flags import flags_of
from helpers.figures.outcomes import Reading
from helpers.figures.places import Place
from helpers.figures.scope import Scope
from helpers.figures.times import DAY, PERIOD, When
from helpers.figures.units import Tagged
from helpers.vocabulary import Row, Vocabulary

Figure = dict[str, Any]

_PLACE_REACH, _REGION_REACH = 4, 8
"""Sentences back in which the place of the incident being told, or the region of a campaign, is looked for."""
_SMALL = 4.0
"""Specificity from which a place is a town or less: of several told together, the province speaks for them."""


@dataclass(slots=True)
class Sentence:
    """A sentence with all that its own words say. ``start`` and ``end`` are offsets in the article's text."""

    start: int
    end: int
    text: str
    tagged: Tagged
    said: list[Source]
    places: list[Place] = field(default_factory=list)
    times: list[When] = field(default_factory=list)


@dataclass(slots=True)
class Found:
    """A figure on its way: its number and everything decided about it."""

    sentence: int
    at: int
    reading: Reading
    who: people.Who
    source: Source | None
    place: Place | None
    place_carried: bool
    scope: Scope
    modality: str


def extract(article: Mapping[str, Any], vocabulary: Vocabulary) -> list[Figure]:
    """The figures of one article, in the order of its text.

    ``article`` needs ``article_id`` and ``text``; ``published`` (ISO) settles dates where the text has no dateline.
    Offsets count characters in ``text``; ``part_of`` names the ``figure_id`` of the whole.
    """
    text = article["text"]
    line = dateline.find(text)
    anchor = line.date if line else (article.get("published") or None)
    told = _sentences(text, vocabulary, line.end if line else None)
    gazetteer = places.gazetteer(vocabulary)
    speakers = attribution.speakers(vocabulary)
    mentions = attribution.known_mentions(told[0].tagged.words, speakers) if told else {}
    denials = modality.cues(vocabulary)
    seen: dict[tuple[str, ...], Place] = {}
    for sentence in told:
        taken = [(s.first, s.last) for s in sentence.said if s.text]
        sentence.places = places.in_sentence(sentence.tagged, gazetteer, taken, seen)
    home = _home_conflict(told, text, vocabulary, gazetteer)
    country = home["place_id"] if home else None

    found: list[Found] = []
    before: people.Who | None = None
    latest_since: str | None = None
    quotes = [i for i, c in enumerate(text) if c in "\"“”"]
    for n, sentence in enumerate(told):
        sentence.times = [
            when
            for when in times.mentions(sentence.text, anchor, latest_since)
            if line is None or not line.start <= sentence.start + when.start < line.end
        ]
        latest_since = next((w.since for w in reversed(sentence.times) if w.kind == PERIOD and w.since), latest_since)
        readings = _readings(sentence.tagged)
        if found and found[-1].sentence == n - 1:
            readings |= outcomes.pointing_back(sentence.tagged, readings, _last_whole(found).reading.outcome)
        if not readings:
            continue
        whos = people.in_sentence(sentence.tagged, readings, before)
        wholes = [at for at in sorted(readings) if readings[at].whole < 0]
        before = whos[wholes[-1]] if wholes else before
        conflict = scope.conflict_named(sentence.text, vocabulary)
        for at in sorted(readings):
            reading = readings[at]
            quantity = sentence.tagged.units[at].quantity
            start = sentence.tagged.words.starts[quantity.number]
            source = attribution.of_figure(sentence.said, quantity.number)
            if source is None and not sentence.said and bisect_left(quotes, start) % 2 == 1:
                source = attribution.of_quotation([s.said for s in told], n)
            when = times.of_figure(sentence.times, start - sentence.start)
            spanned = scope.of_figure(sentence.tagged, at, reading, when, conflict, anchor, home)
            place = places.of_figure(
                sentence.places, quantity.first, quantity.last, sentence.tagged, gazetteer, country,
                outcome=reading.outcome,
            )  # fmt: skip
            found.append(
                Found(
                    n, at, reading, whos[at], source, place, False, spanned,
                    modality.of_figure(sentence.tagged, at, reading, source, denials),
                )
            )  # fmt: skip
    wholes_of = parts.wholes(found, told)
    _carry_days(found, told, wholes_of)
    _carry_places(found, told, gazetteer, home)
    return _figures(article, told, found, wholes_of, mentions)


def _last_whole(found: list[Found]) -> Found:
    """The last figure of the sentence told last that is no part of another."""
    last = [f for f in found if f.sentence == found[-1].sentence]
    return next((f for f in reversed(last) if f.reading.whole < 0), last[-1])


def _sentences(text: str, vocabulary: Vocabulary, dateline_end: int | None) -> list[Sentence]:
    known, numbers = lexicon.build(vocabulary), quantities.number_words(vocabulary)
    speakers = attribution.speakers(vocabulary)
    split = words.split(text)
    head = sentences.headline(text)
    title = text[: head[1]].rstrip(" .") if head else None
    told: list[Sentence] = []
    for start, end in sentences.spans(text, vocabulary, () if dateline_end is None else (dateline_end,)):
        first, stop = bisect_left(split.starts, start), bisect_left(split.starts, end)
        if first == stop:
            continue
        tagged = units.tag(split, first, stop, known, numbers)
        inner = text[start:end]
        is_title = title is not None and len(inner) > 8 and title.startswith(inner.rstrip(" ."))
        said = attribution.in_sentence(tagged, speakers, is_title)
        earlier = [s.said for s in told]
        for i, source in enumerate(said):
            said[i] = attribution.resolve(source, said[:i], earlier) or source
        told.append(Sentence(start, end, inner, tagged, said))
    return told


def _readings(tagged: Tagged) -> dict[int, Reading]:
    """The numbers of a sentence to whom something happened, and then its "a" and "an" beside them."""
    readings = outcomes.read(tagged, tagged.words.keys) if "q" in tagged.tags else {}
    return readings | indefinite.read(tagged, readings)


def _home_conflict(told: list[Sentence], text: str, vocabulary: Vocabulary, gazetteer: places.Gazetteer) -> Row | None:
    """The conflict that an article is about: the one in whose country most of its places lie."""
    rows = [row for row in vocabulary["conflicts"] if row["place_id"] in gazetteer.by_id]
    counted = {row["conflict_id"]: text.count(gazetteer.by_id[row["place_id"]]["name"]) for row in rows}
    for place in (p for sentence in told for p in sentence.places if p.row is not None):
        for row in rows:
            counted[row["conflict_id"]] += gazetteer.inside(place.row, row["place_id"])
    best = max(rows, key=lambda row: counted[row["conflict_id"]], default=None)
    return best if best is not None and counted[best["conflict_id"]] else None


def _carry_places(found: list[Found], told: list[Sentence], gazetteer: places.Gazetteer, home: Row | None) -> None:
    """Give figures whose sentence names no place that of the incident being told: in the sentences before, else after."""
    country = home["place_id"] if home else None
    main = next((p for s in told[1:] for p in s.places if p.located and p.specificity > 0), None)
    chosen: dict[int, Place] = {}
    for figure in found:
        if figure.scope.conflict is not None:
            figure.place = _country(told[figure.sentence], gazetteer, figure.scope.conflict["place_id"])
            continue
        if figure.place is None:
            figure.place_carried = True
            figure.place = _told_before(figure, told, chosen, gazetteer, country) or main
        if figure.place is not None:
            chosen[figure.sentence] = figure.place


def _told_before(
    figure: Found, told: list[Sentence], chosen: dict[int, Place], gazetteer: places.Gazetteer, country: str | None
) -> Place | None:
    """The place of the incident, or for a period the region, that the sentences before tell of."""
    wide = figure.scope.kind == scope.SPAN
    for earlier in range(figure.sentence - 1, max(-1, figure.sentence - 1 - (_REGION_REACH if wide else _PLACE_REACH)), -1):
        if not wide and earlier in chosen:
            return chosen[earlier]
        told_of = [p for p in told[earlier].places if p.specificity > 0 and not p.beside]
        if wide or sum(p.specificity >= _SMALL for p in told_of) > 1:
            told_of = [p for p in told_of if p.kind in ("region", "province")] or ([] if wide else told_of)
        tagged = told[earlier].tagged
        last = tagged.units[-1].last
        if place := places.of_figure(told_of, last, last, tagged, gazetteer, country):
            return place
    return None


def _country(sentence: Sentence, gazetteer: places.Gazetteer, country: str) -> Place:
    """A war's country as the sentence names it, or as the gazetteer does."""
    row = gazetteer.by_id[country]
    named = next((p for p in sentence.places if p.row is row), None)
    return named or Place(row["name"], 0, 0, row["kind"], False, row)


def _carry_days(found: list[Found], told: list[Sentence], wholes: dict[int, int]) -> None:
    """Settle when of figures whose sentence does not say: a part has its whole's time, a repeated number that of its
    fuller mention, an event the day of the incident being told, or of the article's lead.
    """
    days = [[w for w in s.times if w.kind == DAY and w.since] for s in told]
    lead = next((w for day in days[:8] for w in day if not w.spoken), None) or next((w for day in days[:8] for w in day), None)
    dated: dict[tuple[str, float], Scope] = {}
    for figure in found:
        if figure.scope.when is not None and not figure.scope.when.spoken:
            dated.setdefault(_count_of(told, figure), figure.scope)
    current: When | None = None
    last = -1
    for i, figure in enumerate(found):
        for day in days[last + 1 : figure.sentence + 1]:
            current = next((w for w in day if not w.spoken), current)
        last = max(last, figure.sentence)
        whole = found[wholes[i]].scope if i in wholes else None
        if whole is not None and whole.kind == scope.CONFLICT and figure.scope.kind == scope.STOCK:
            figure.scope = Scope(whole.kind, whole.since, whole.until, figure.scope.when, whole.conflict, carried=True)
        if figure.scope.when is not None and (figure.scope.since or figure.scope.kind != scope.EVENT):
            if not figure.scope.when.spoken:
                continue
        elif figure.scope.kind != scope.EVENT:
            continue
        fuller = whole or dated.get(_count_of(told, figure)) or _toll_before(found, told, i)
        if fuller is not None and fuller.since:
            figure.scope = Scope(fuller.kind, fuller.since, fuller.until, figure.scope.when, fuller.conflict, carried=True)
        elif figure.scope.since is None and (day := current or lead) is not None:
            figure.scope.since, figure.scope.until, figure.scope.carried = day.since, day.until, True


def _toll_before(found: list[Found], told: list[Sentence], i: int) -> Scope | None:
    """The span of the toll told just before, for a number too large to be one incident's."""
    large = _count_of(told, found[i])[1] >= scope.LEAST_OF_A_WAR
    for earlier in reversed(found[:i] if large else []):
        if found[i].sentence - earlier.sentence > 2:
            break
        if earlier.scope.kind in (scope.SPAN, scope.CONFLICT):
            return earlier.scope
    return None


def _count_of(told: list[Sentence], figure: Found) -> tuple[str, float]:
    return figure.reading.outcome, told[figure.sentence].tagged.units[figure.at].quantity.value


def _figures(
    article: Mapping[str, Any], told: list[Sentence], found: list[Found], wholes: dict[int, int], mentions: dict[str, str]
) -> list[Figure]:
    ids = []
    for figure in found:
        quantity = told[figure.sentence].tagged.units[figure.at].quantity
        split = told[figure.sentence].tagged.words
        key = f"{article['article_id']}:{split.starts[quantity.first]}:{split.ends[quantity.last - 1]}"
        ids.append(hashlib.sha256(key.encode()).hexdigest()[:12])
    return [
        _figure(article, told[f.sentence], f, ids[i], ids[wholes[i]] if i in wholes else None, mentions)
        for i, f in enumerate(found)
    ]


def _figure(
    article: Mapping[str, Any], sentence: Sentence, f: Found, figure_id: str, whole: str | None, mentions: dict[str, str]
) -> Figure:
    split = sentence.tagged.words
    quantity = sentence.tagged.units[f.at].quantity
    start, end = split.starts[quantity.first], split.ends[quantity.last - 1]
    source = f.source if f.source is not None and f.source.text else None
    return {
        "figure_id": figure_id,
        "article_id": article["article_id"],
        "start": start,
        "end": end,
        "sentence": sentence.text,
        "sentence_start": sentence.start,
        "phrase": article["text"][start:end],
        "value": quantity.value,
        "low": quantity.low,
        "high": quantity.high,
        "hedge": quantity.hedge,
        "outcome": f.reading.outcome,
        "group": f.who.group,
        "side": f.who.side or None,
        "unit": f.who.unit,
        "source": attribution.fullest(source, mentions) if source else None,
        "source_id": source.row["source_id"] if source and source.row else None,
        "source_kind": source.row["kind"] if source and source.row else None,
        "place": f.place.text if f.place else None,
        "place_id": f.place.row["place_id"] if f.place and f.place.row else None,
        "scope": f.scope.kind,
        "since": f.scope.since,
        "until": f.scope.until,
        "modality": f.modality,
        "part_of": whole,
        "indefinite": quantity.indefinite,
        "cues": _cues(sentence, f),
        "flags": flags_of(f, sentence),
    }


def _cues(sentence: Sentence, f: Found) -> list[dict[str, Any]]:
    """The words that decided each field, as offsets in the article's text, and the rule that read them."""
    split, units_of = sentence.tagged.words, sentence.tagged.units

    def cue(name: str, first: int, last: int, rule: str) -> dict[str, Any]:
        return {"field": name, "start": split.starts[first], "end": split.ends[last - 1], "rule": rule}

    quantity = units_of[f.at].quantity
    cues = [cue("value", quantity.first, quantity.last, quantity.hedge)]
    decided = units_of[f.reading.unit]
    cues.append(cue("outcome", decided.first, decided.last, f.reading.rule))
    if f.who.noun >= 0:
        cues.append(cue("group", units_of[f.who.noun].first, units_of[f.who.noun].last, "noun"))
    if f.who.side_at >= 0:
        cues.append(cue("side", units_of[f.who.side_at].first, units_of[f.who.side_at].last, "affiliation"))
    if f.source is not None and f.source.last > f.source.first:
        cues.append(cue("source", f.source.first, f.source.last, f.source.carries or "speaker"))
    if f.place is not None and f.place.last > f.place.first:
        cues.append(cue("place", f.place.first, f.place.last, "carried" if f.place_carried else "named"))
    when = f.scope.when
    if when is not None:
        cues.append(
            {"field": "time", "start": sentence.start + when.start, "end": sentence.start + when.end, "rule": f.scope.kind}
        )
    return cues
