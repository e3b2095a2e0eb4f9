"""Figures as claims: what one article says once, however often it repeats it.

A headline, the lead and the body often state one number three times. For comparing counts that is one statement.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from operator import itemgetter

import pandas as pd

from helpers.tallies import intervals, means, retellings, rows, spans, witnesses
from helpers.tallies.means import Means
from helpers.tallies.retellings import Wording
from helpers.tallies.spans import Span
from helpers.vocabulary import Vocabulary

READ = (
    "figure_id",
    "article_id",
    "value",
    "low",
    "high",
    "hedge",
    "outcome",
    "group",
    "side",
    "unit",
    "source_id",
    "source",
    "place_id",
    "place",
    "scope",
    "since",
    "until",
    "part_of",
    "sentence",
    "sentence_start",
    "start",
    "end",
)
"""The columns of table "figures" that claims are made of, beside ``modality``."""
_LOOSE_BEGINNING = 92
_OF_THE = re.compile(r"\s+of\s+(?:the|them|those|these|whom)\b", re.IGNORECASE)
_OF_THE_BEFORE = re.compile(r"\bof\s+(?:the|those|these)\s+\w+\s*[-–—,(:]\s*$", re.IGNORECASE)
_NEEDED = ["value", "outcome", "scope"]
_NOT_SO = ("projected", "denied")
Said = tuple[str, float]


@dataclass(eq=False, slots=True)
class Claim:
    """One statement of one number by one article, with the figures that make it.

    ``published`` is a day's number; ``means`` and ``scenes`` are those that its sentences name; ``start`` and
    ``sentence_start`` are where in the text it is first made. It is ``partitive`` if it counts some of the dead, not
    the dead, and ``further`` if it adds to a number told before it. ``rival`` is the claim of which its article gives
    it as another count; ``wholes`` are the numbers that it is a stated part of.
    """

    figures: list[str]
    article: str
    value: float
    interval: tuple[float, float]
    hedge: str | None
    outcome: str
    group: str
    side: str | None
    unit: str
    voice: str | None
    place: str | None
    place_as_written: str | None
    scope: str
    since: str | None
    until: str | None
    published: int | None
    start: int
    sentence_start: int | None
    names_its_place: bool
    in_headline: bool
    partitive: bool
    means: Means = frozenset()
    scenes: Means = frozenset()
    wording: Wording = retellings.PLAIN
    further: bool = False
    rival: Claim | None = None
    wholes: frozenset[Said] = frozenset()

    @property
    def said(self) -> Said:
        """The article and its number: enough to know a whole by, however often it is repeated."""
        return self.article, self.value

    @property
    def as_of(self) -> int:
        """The day up to which it counts, else that of publication, else 0."""
        until = spans.of(self.until)
        return until.last if until is not None else self.published or 0

    @property
    def span(self) -> Span | None:
        """The days that it covers; null where they are not known."""
        return spans.between(self.since, self.until)


def read(figures: pd.DataFrame, articles: pd.DataFrame, vocab: Vocabulary) -> list[Claim]:
    """The claims of all figures that are reported as so: neither projected nor denied, with a value and a scope.

    A place that the vocabulary does not know is told apart by its name as written. A total of a whole conflict that
    names no place is of that conflict's place, and counts from its beginning. A headline takes day, place and wording
    from the same number in its article.
    """
    day_of, title_of = (rows.lookup(articles, "article_id", column) for column in ("published", "title"))
    means_in, scenes_in = means.finder(vocab["means"], "means"), means.finder(vocab["scenes"], "scene")
    wording_of = retellings.reader(vocab)

    def stated(figure: dict) -> Claim:
        article, sentence = figure["article_id"], figure["sentence"]
        claim = _claim(figure, spans.of(day_of.get(article)), title_of.get(article))
        claim.means, claim.scenes, claim.wording = means_in(sentence), scenes_in(sentence), wording_of(figure)
        if claim.scope == "conflict":
            _complete(claim, vocab)
        return claim

    is_told = ~figures["modality"].isin(_NOT_SO) & figures[_NEEDED].notna().all(axis="columns")
    told = figures.loc[is_told, list(READ)].sort_values("article_id", kind="stable")
    by_article = itertools.groupby(rows.records(told, READ), key=itemgetter("article_id"))
    return [claim for _, own in by_article for claim in _of_article([(figure, stated(figure)) for figure in own])]


def _of_article(told: list[tuple[dict, Claim]]) -> list[Claim]:
    """The claims of an article from its figures and what each states: repeated ones made one, and related."""
    once: dict[tuple, Claim] = {}
    claim_of: dict[str, Claim] = {}
    for figure, claim in told:
        known = once.setdefault(_content(claim), claim)
        if known is not claim:
            _merge(known, claim)
        claim_of[figure["figure_id"]] = known
    for figure, _ in told:
        part, whole = claim_of[figure["figure_id"]], claim_of.get(figure["part_of"])
        if whole is not None and part is not whole:
            part.wholes |= {whole.said}
    claims = list(once.values())
    for claim in claims:
        claim.figures.sort()
    _attribute(claims)
    _place_headlines(claims)
    retellings.relate(claims)
    return claims


def _is_in_headline(figure: dict, title: str | None) -> bool:
    """Whether the figure stands in the headline of a text that begins with it."""
    start, at = figure["start"], figure["sentence_start"]
    if title is None or None in (start, at, figure["sentence"]) or start >= len(title):
        return False
    return title.startswith(figure["sentence"], at) or figure["sentence"].startswith(title[at:])


def _content(claim: Claim) -> tuple:
    """What two statements of one article share if they are one claim."""
    counted = (claim.outcome, claim.group, claim.side, claim.unit, claim.scope, claim.place, claim.since, claim.until)
    counted += (claim.partitive,)
    return claim.value, claim.interval, claim.voice, *counted


def _merge(known: Claim, again: Claim) -> None:
    """Add what the same claim says where its article repeats it."""
    known.figures += again.figures
    known.means |= again.means
    known.scenes |= again.scenes
    known.start = min(known.start, again.start)
    known.in_headline |= again.in_headline
    if known.wording.toll_at is None and again.wording.toll_at is not None:
        known.wording = again.wording


def _claim(figure: dict, published: Span | None, title: str | None) -> Claim:
    return Claim(
        figures=[figure["figure_id"]],
        article=figure["article_id"],
        value=float(figure["value"]),
        interval=intervals.of(figure["value"], figure["low"], figure["high"], figure["hedge"]),
        hedge=figure["hedge"],
        outcome=figure["outcome"],
        group=figure["group"] or "people",
        side=figure["side"],
        unit=figure["unit"] or "people",
        voice=figure["source_id"] or witnesses.spoken(figure["source"]),
        place=figure["place_id"] or unlisted(figure["place"]),
        place_as_written=" ".join(figure["place"].split()) if figure["place"] else None,
        scope=figure["scope"],
        since=figure["since"],
        until=figure["until"],
        published=published.first if published else None,
        start=figure["start"] or 0,
        sentence_start=figure["sentence_start"],
        names_its_place=bool(figure["place"]) and figure["place"] in (figure["sentence"] or ""),
        in_headline=_is_in_headline(figure, title),
        partitive=_is_partitive(figure),
    )


def _is_partitive(figure: dict) -> bool:
    """Whether the text says of whom these are some, as in "ten of the dead" or "most of the dead - ten -"."""
    if None in (figure["sentence"], figure["sentence_start"], figure["start"], figure["end"]):
        return False
    sentence, offset = figure["sentence"], figure["sentence_start"]
    if _OF_THE.match(sentence, figure["end"] - offset):
        return True
    return _OF_THE_BEFORE.search(sentence[: figure["start"] - offset]) is not None


def _attribute(claims: list[Claim]) -> None:
    """Give a number stated in the outlet's own voice the voice to which its article attributes it elsewhere."""
    attributed: dict[tuple, str] = {}
    for claim in claims:
        if claim.voice is not None:
            attributed.setdefault(_number(claim), claim.voice)
    for claim in claims:
        claim.voice = claim.voice or attributed.get(_number(claim))


def _number(claim: Claim) -> tuple:
    return claim.outcome, claim.group, claim.side, claim.value


def _place_headlines(claims: list[Claim]) -> None:
    """Read a headline's number as its article tells it where it repeats it: its day, place, means and wording."""
    told: dict[tuple, Claim] = {}
    for claim in claims:
        if not claim.in_headline:
            told.setdefault(_statement(claim), claim)
    for claim in claims:
        if claim.in_headline and (body := told.get(_statement(claim))):
            claim.since, claim.until = body.since, body.until
            if body.place is not None:
                claim.place, claim.place_as_written = body.place, body.place_as_written
            claim.means |= body.means
            claim.scenes |= body.scenes
            if intervals.is_open(body.interval):
                claim.interval, claim.hedge = body.interval, body.hedge


def _statement(claim: Claim) -> tuple:
    """What a headline shares with the body of its article that repeats its number."""
    return claim.value, claim.outcome, claim.side, claim.unit, claim.scope


def _complete(claim: Claim, vocab: Vocabulary) -> None:
    """Give a conflict's total the place and the beginning of the conflict, where the text leaves them to the reader."""
    since = spans.of(claim.since)
    for conflict in sorted(vocab["conflicts"], key=lambda row: row["place_id"] != claim.place):
        began = spans.of(conflict["began"])
        if began is None or (since is not None and spans.gap(since, began) > _LOOSE_BEGINNING):
            continue
        claim.place = claim.place or conflict["place_id"]
        claim.since = conflict["began"]
        return


def unlisted(place: str | None) -> str | None:
    """A stand-in id for a place that the vocabulary does not know: its name as written, marked."""
    return f"?{' '.join(place.lower().split())}" if place else None


def is_unlisted(place: str) -> bool:
    """Whether the id is such a stand-in."""
    return place.startswith("?")
