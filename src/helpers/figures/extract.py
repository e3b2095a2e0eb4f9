"""One article to its figures: the rules of this room, put together.

Each number is read by itself (what happened, to whom), then in its sentence (who says so, where, when) and, where the
sentence is silent, in what was told just before.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections.abc import Mapping
from itertools import takewhile
from typing import Any

from helpers.figures import (
    attribution,
    coordination,
    indefinite,
    modality,
    outcomes,
    parts,
    people,
    scope,
    times,
    told_days,
    told_places,
    told_sides,
    whereabouts,
)
from helpers.figures.flags import flags_of
from helpers.figures.found import Found
from helpers.figures.reading import Reading
from helpers.figures.telling import Telling
from helpers.figures.times import When
from helpers.figures.units import Tagged
from helpers.vocabulary import Vocabulary

Figure = dict[str, Any]


def extract(article: Mapping[str, Any], vocabulary: Vocabulary) -> list[Figure]:
    """The figures of one article, in the order of its text.

    ``article`` needs ``article_id`` and ``text``; ``published`` (ISO) settles dates where the text has no dateline.
    Offsets count characters in ``text``; ``part_of`` names the ``figure_id`` of the whole.
    """
    told = Telling(article, vocabulary)
    found: list[Found] = []
    before: people.Who | None = None
    for n in range(len(told)):
        readings = _readings(told, n, found)
        if readings:
            here = _in_sentence(told, n, readings, before)
            of_others = parts.partitives(here)
            before = next((f.who for f in reversed(here) if (n, f.at) not in of_others), before)
            found.extend(here)
    told_sides.sides_told(found)
    wholes = parts.wholes(found, told)
    parts.take_people(found, wholes)
    told_days.days_told(found, told, wholes)
    told_places.places_told(found, told, wholes)
    ids = [_figure_id(article, figure) for figure in found]
    return [
        _figure(article, told, figure, ids[i], ids[wholes[i]] if i in wholes else None)
        for i, figure in enumerate(found)
    ]


def _readings(told: Telling, n: int, found: list[Found]) -> dict[int, Reading]:
    """The numbers of a sentence to whom something happened, then its "a" and "an", then what points back."""
    harm, follows = told.has_harm(n), bool(found) and found[-1].sentence == n - 1
    counted = (harm or follows) and told.quantities(n)
    may_count_one = harm and told.may_count_one(n)
    if not counted and not may_count_one:
        return {}
    tagged = told.tagged(n)
    readings = outcomes.read(tagged) if counted else {}
    if may_count_one:
        one = indefinite.read(tagged)
        sources = told.words_of_sources(n) if one else set()
        readings |= {
            at: reading
            for at, reading in one.items()
            if sources.isdisjoint(range(tagged.firsts[at], tagged.lasts[at] + 1))
        }
    if follows:
        readings |= coordination.pointing_back(tagged, readings, *_told_last(found))
    return readings


def _told_last(found: list[Found]) -> tuple[str, str]:
    """What befell those of the sentence told last, and its toll: the dead, where it counts any."""
    told_last = takewhile(lambda f: f.sentence == found[-1].sentence, reversed(found))
    befell = [f.reading.outcome for f in told_last if f.reading.whole < 0] or [found[-1].reading.outcome]
    return befell[0], "killed" if "killed" in befell else befell[0]


def _in_sentence(told: Telling, n: int, readings: dict[int, Reading], before: people.Who | None) -> list[Found]:
    """The figures of a sentence, with all that the sentence itself says of them."""
    tagged, said, there = told.tagged(n), told.said(n), told.places(n)
    several = len({source.text for source in said}) > 1
    whos = people.in_sentence(tagged, readings, before)
    setting = scope.setting(
        told.sentence(n), lambda: told.without_descriptions(n), told.war, told.anchor, told.vocabulary
    )
    cues = modality.cues(told.vocabulary)
    cued = modality.cued(tagged, cues)
    times_told, plans, begin = told.times(n), told.times_and_plans(n), told.spans[n][0]
    here = []
    for at, reading in sorted(readings.items()):
        if reading.outcome == "displaced" and whereabouts.across_a_border(
            there, tagged, at, reading.unit, told.gazetteer, told.country
        ):
            reading.outcome = "refugees"
        quantity = tagged.quantities[at]
        start = tagged.words.starts[quantity.number]
        source = attribution.of_figure(said, quantity.number, tagged)
        if source is None and not said:
            source = next(iter(told.quoted_sources(n, start)), None)
        place = whereabouts.of_figure(
            there, quantity.first, quantity.last, tagged, told.gazetteer, told.country, reading.outcome
        )
        stated = modality.of_figure(tagged, at, reading, source, cued, cues)
        possible = plans if stated == modality.PROJECTED else times_told
        if "qi" in tagged.tags:
            possible = [when for when in possible if not _is_of_a_part(when, begin, quantity.last, tagged)]
        when = times.of_figure(possible, start - begin)
        spanned = scope.of_figure(tagged, at, reading, when, setting)
        here.append(
            Found(n, at, tagged, quantity, reading, whos[at], source, spanned, stated, place, several_sources=several)
        )
    return here


def _is_of_a_part(when: When, begin: int, last: int, tagged: Tagged) -> bool:
    """Whether a time of the sentence at offset ``begin`` is only of a part of those counted before word ``last``."""
    word = bisect_left(tagged.words.starts, begin + when.start, tagged.first, tagged.stop - 1)
    return whereabouts.is_of_some_of_them(word, last, tagged)


def _figure_id(article: Mapping[str, Any], figure: Found) -> str:
    """Stable while the article's text is: a digest of article and phrase."""
    split, quantity = figure.tagged.words, figure.quantity
    key = f"{article['article_id']}:{split.starts[quantity.first]}:{split.ends[quantity.last - 1]}"
    return hashlib.sha256(key.encode()).hexdigest()[:12]


def _figure(article: Mapping[str, Any], told: Telling, f: Found, figure_id: str, whole: str | None) -> Figure:
    """The row of one figure."""
    split, quantity = f.tagged.words, f.quantity
    start, end = split.starts[quantity.first], split.ends[quantity.last - 1]
    source, source_row = told.named(f.source)
    return {
        "figure_id": figure_id,
        "article_id": article["article_id"],
        "start": start,
        "end": end,
        "sentence": told.sentence(f.sentence),
        "sentence_start": told.spans[f.sentence][0],
        "phrase": told.text[start:end],
        "value": quantity.value,
        "low": quantity.low,
        "high": quantity.high,
        "hedge": quantity.hedge,
        "outcome": f.reading.outcome,
        "group": f.who.group,
        "side": f.who.side or None,
        "unit": f.who.unit,
        "source": source,
        "source_id": source_row["source_id"] if source_row else None,
        "source_kind": source_row["kind"] if source_row else None,
        "place": f.place.text if f.place else None,
        "place_id": f.place.row["place_id"] if f.place and f.place.row else None,
        "scope": f.scope.kind,
        "since": f.scope.since,
        "until": f.scope.until,
        "modality": f.modality,
        "part_of": whole,
        "indefinite": quantity.indefinite,
        "cues": _cues(told, f),
        "flags": flags_of(f),
    }


def _cues(told: Telling, f: Found) -> list[dict[str, Any]]:
    """The words that decided each field, as offsets in the article's text, and the rule that read them."""
    split, firsts, lasts = f.tagged.words, f.tagged.firsts, f.tagged.lasts
    spans = [
        ("value", f.quantity.first, f.quantity.last, f.quantity.hedge),
        ("outcome", firsts[f.reading.unit], lasts[f.reading.unit], f.reading.rule),
    ]
    if f.who.noun >= 0:
        spans.append(("group", firsts[f.who.noun], lasts[f.who.noun], "noun"))
    if f.who.side_at >= 0:
        spans.append(("side", firsts[f.who.side_at], lasts[f.who.side_at], "affiliation"))
    if f.source is not None and f.source.last > f.source.first:
        spans.append(("source", f.source.first, f.source.last, f.source.carries or "speaker"))
    if f.place is not None and f.place.last > f.place.first:
        spans.append(("place", f.place.first, f.place.last, "carried" if f.place_carried else "named"))
    cues = [
        {"field": name, "start": split.starts[first], "end": split.ends[last - 1], "rule": rule}
        for name, first, last, rule in spans
    ]
    if (when := f.scope.when) is not None:
        begin = told.spans[f.sentence][0]
        cues.append({"field": "time", "start": begin + when.start, "end": begin + when.end, "rule": f.scope.kind})
    return cues
