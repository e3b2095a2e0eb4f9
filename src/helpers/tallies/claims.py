"""Figures as claims: what one article says once, however often it repeats it.

A headline, the lead and the body often state one number three times. For comparing counts that is one statement.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

import pandas as pd

from helpers.tallies import intervals, means, spans, witnesses
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
)
_LOOSE_BEGINNING = 92
Said = tuple[str, float]


@dataclass(eq=False, slots=True)
class Claim:
    """One statement of one number by one article, with the figures that make it.

    ``published`` is a day's number; ``means`` are those that its sentences name; ``wholes`` are the numbers that it is
    a stated part of.
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
    scope: str
    since: str | None
    until: str | None
    published: int | None
    means: Means
    wholes: set[Said] = field(default_factory=set)

    @property
    def said(self) -> Said:
        """The article and its number: enough to know a whole by, however often it is repeated."""
        return self.article, self.value

    @property
    def span(self) -> Span | None:
        """The days that it covers; null where they are not known."""
        return spans.between(self.since, self.until)


def read(figures: pd.DataFrame, articles: pd.DataFrame, vocab: Vocabulary) -> list[Claim]:
    """The claims of all figures that are reported as so: neither projected nor denied, with a value and a scope.

    A place that the vocabulary does not know is told apart by its name as written. A total of a whole conflict that
    names no place is of that conflict's place, and counts from its beginning.
    """
    published = {
        article: span.first
        for article, day in zip(articles["article_id"], articles["published"], strict=True)
        if (span := spans.of(_known(day)))
    }
    means_in = means.finder(vocab)
    claims: dict[tuple, Claim] = {}
    claim_of: dict[str, Claim] = {}
    part_of: list[tuple[str, str]] = []
    for row in zip(*(_values(figures, column) for column in _READ), strict=True):
        figure = dict(zip(_READ, row, strict=True))
        if figure["value"] is None or figure["modality"] in ("projected", "denied"):
            continue
        if figure["outcome"] is None or figure["scope"] is None:
            continue
        claim = _claim(figure, published, means_in)
        if claim.scope == "conflict":
            _complete(claim, vocab)
        key = (figure["article_id"], claim.interval, claim.value, claim.outcome, claim.group, claim.side, claim.unit)
        key += (claim.voice, claim.place, claim.scope, claim.since, claim.until)
        if key in claims:
            claims[key].figures.append(figure["figure_id"])
            claims[key].means |= claim.means
        claim = claims.setdefault(key, claim)
        claim_of[figure["figure_id"]] = claim
        if figure["part_of"] is not None:
            part_of.append((figure["figure_id"], figure["part_of"]))
    for claim in claims.values():
        claim.figures.sort()
    _attribute(claims.values())
    for part, whole in part_of:
        if whole in claim_of and claim_of[whole] is not claim_of[part]:
            claim_of[part].wholes.add(claim_of[whole].said)
    return list(claims.values())


def _claim(figure: dict, published: dict[str, int], means_in: Callable[[str | None], Means]) -> Claim:
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
        scope=figure["scope"],
        since=figure["since"],
        until=figure["until"],
        published=published.get(figure["article_id"]),
        means=means_in(figure["sentence"]),
    )


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


def _known(value: object) -> str | None:
    return value if isinstance(value, str) else None
