"""Figures as claims: what one article says once, however often it repeats it.

A headline, the lead and the body often state one number three times. For comparing counts that is one statement.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

import pandas as pd

from helpers.tallies import intervals, means, retellings, spans, witnesses
from helpers.tallies.means import Means
from helpers.tallies.spans import Span
from helpers.vocabulary import Vocabulary

_READ = (
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
    "modality",
    "part_of",
    "sentence",
    "sentence_start",
    "start",
    "end",
)
_LOOSE_BEGINNING = 92
_OF_THE = re.compile(r"\s+of\s+(?:the|them|those|these|whom)\b", re.IGNORECASE)
_OF_THE_BEFORE = re.compile(r"\bof\s+(?:the|those|these)\s+\w+\s*[-–—,(:]\s*$", re.IGNORECASE)
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
    means: Means
    scenes: Means
    start: int
    sentence_start: int | None
    names_its_place: bool
    partitive: bool
    further: bool = False
    rival: Claim | None = None
    wholes: set[Said] = field(default_factory=set)

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
    published, headline_end = _days_of_publication(articles), _ends_of_headlines(articles)
    means_in, scenes_in = means.finder(vocab["means"], "means"), means.finder(vocab["scenes"], "scene")
    wording_of = retellings.reader(vocab)
    wordings: dict[int, retellings.Wording] = {}
    claims: dict[tuple, Claim] = {}
    claim_of: dict[str, Claim] = {}
    headlines: dict[int, Claim] = {}
    for row in zip(*(_values(figures, column) for column in _READ), strict=True):
        figure = dict(zip(_READ, row, strict=True))
        if None in (figure["value"], figure["outcome"], figure["scope"]) or figure["modality"] in _NOT_SO:
            continue
        sentence = figure["sentence"]
        claim = _claim(figure, published.get(figure["article_id"]), means_in(sentence), scenes_in(sentence))
        if claim.scope == "conflict":
            _complete(claim, vocab)
        known = claims.setdefault(_content(claim), claim)
        if known is not claim:
            known.figures.append(figure["figure_id"])
            known.means |= claim.means
            known.scenes |= claim.scenes
            known.start = min(known.start, claim.start)
            claim = known
        wording, before = wording_of(figure), wordings.get(id(claim))
        if before is None or (before.toll_at is None and wording.toll_at is not None):
            wordings[id(claim)] = wording
        claim_of[figure["figure_id"]] = claim
        if figure["start"] is not None and figure["start"] < headline_end.get(claim.article, 0):
            headlines[id(claim)] = claim
    for figure_id, whole_id in zip(_values(figures, "figure_id"), _values(figures, "part_of"), strict=True):
        part, whole = claim_of.get(figure_id), claim_of.get(whole_id)
        if part and whole and part is not whole:
            part.wholes.add(whole.said)
    for claim in claims.values():
        claim.figures.sort()
    _attribute(claims.values())
    _place_headlines(headlines, claims.values())
    retellings.relate(claims.values(), wordings)
    return list(claims.values())


def _days_of_publication(articles: pd.DataFrame) -> dict[str, int]:
    days = zip(articles["article_id"], _values(articles, "published"), strict=True)
    return {article: span.first for article, day in days if (span := spans.of(day))}


def _ends_of_headlines(articles: pd.DataFrame) -> dict[str, int]:
    """Where the headline ends in the text of those articles whose text begins with it."""
    told = zip(articles["article_id"], _values(articles, "title"), _values(articles, "text"), strict=True)
    return {article: len(title) for article, title, text in told if title and text and text.startswith(title)}


def _content(claim: Claim) -> tuple:
    """What two statements of one article share if they are one claim."""
    counted = (claim.outcome, claim.group, claim.side, claim.unit, claim.scope, claim.place, claim.since, claim.until)
    counted += (claim.partitive,)
    return claim.article, claim.value, claim.interval, claim.voice, *counted


def _claim(figure: dict, published: int | None, named: Means, scenes: Means) -> Claim:
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
        published=published,
        means=named,
        scenes=scenes,
        start=figure["start"] or 0,
        sentence_start=figure["sentence_start"],
        names_its_place=bool(figure["place"]) and figure["place"] in (figure["sentence"] or ""),
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


def _attribute(claims: Iterable[Claim]) -> None:
    """Give a number stated in the outlet's own voice the voice to which the same article attributes it elsewhere."""
    attributed: dict[tuple, str] = {}
    unattributed: list[tuple[tuple, Claim]] = []
    for claim in claims:
        said = (claim.article, claim.outcome, claim.group, claim.side, claim.value)
        if claim.voice is None:
            unattributed.append((said, claim))
        else:
            attributed.setdefault(said, claim.voice)
    for said, claim in unattributed:
        claim.voice = attributed.get(said)


def _place_headlines(headlines: dict[int, Claim], claims: Iterable[Claim]) -> None:
    """Read a headline's number as the article tells it where it repeats it: its day, place, means and wording."""
    told: dict[tuple, Claim] = {}
    for claim in claims:
        if id(claim) not in headlines:
            told.setdefault((*claim.said, claim.outcome, claim.side, claim.unit, claim.scope), claim)
    for claim in headlines.values():
        body = told.get((*claim.said, claim.outcome, claim.side, claim.unit, claim.scope))
        if body is not None:
            claim.since, claim.until = body.since, body.until
            if body.place is not None:
                claim.place, claim.place_as_written = body.place, body.place_as_written
            claim.means |= body.means
            claim.scenes |= body.scenes
            if intervals.is_open(body.interval):
                claim.interval, claim.hedge = body.interval, body.hedge


def _complete(claim: Claim, vocab: Vocabulary) -> None:
    """Give a conflict's total the place and the beginning of the conflict, where the text leaves them to the reader."""
    since = spans.of(claim.since)
    for conflict in vocab["conflicts"]:
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


def _values(frame: pd.DataFrame, column: str) -> list:
    values = frame[column].astype(object)
    return values.where(values.notna(), None).tolist()
