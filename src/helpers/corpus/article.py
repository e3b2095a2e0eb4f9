"""One arrival to its article: cleaned, dated, its outlet and language named. Articles are made one by one, anywhere."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import lru_cache
from typing import Any, NamedTuple

from helpers.corpus import cleaning, copies, inferred, language, outlets, published
from helpers.corpus.arrival import Arrival
from helpers.vocabulary import Vocabulary


class Made(NamedTuple):
    """A row of table ``articles`` without ``copy_of``, null where no text is left after cleaning; and what was done.

    ``steps`` names the rules of cleaning that changed it, ``cut`` counts the characters they took, ``shingles`` are
    what near-copies are known by.
    """

    row: dict[str, Any] | None
    steps: tuple[str, ...]
    cut: int
    shingles: copies.Shingles


class _Known(NamedTuple):
    """What the vocabulary knows of files and pages, compiled."""

    debris: cleaning.Debris
    outlets: outlets.Outlets
    calendar: inferred.Calendar
    identify: Callable[[str], str | None]


@lru_cache(maxsize=2)
def _known(vocab: Vocabulary) -> _Known:
    return _Known(
        cleaning.debris(vocab["debris"]),
        outlets.outlets(vocab["outlets"]),
        published.calendar(vocab),
        language.identifier(vocab["languages"]),
    )


def make(named: tuple[str, Arrival], vocab: Vocabulary) -> Made:
    """The article of an arrival under its ``article_id``."""
    article_id, arrival = named
    known = _known(vocab)
    headline = _headline(arrival, known)
    taken = cleaning.steps(arrival.text, headline, known.debris)
    body = taken[-1].after if taken else arrival.text
    done = tuple({step.rule: None for step in taken}), sum(len(cut) for step in taken for cut in step.cuts)
    if not any(map(str.isalpha, body)):
        return Made(None, *done, copies.shingles(""))
    text = f"{headline}\n{body}" if headline else body
    outlet = outlets.name(arrival.outlet, arrival.url, known.outlets)
    date, basis = published.of(arrival, text, known.calendar)
    row = {
        "article_id": article_id,
        "outlet": outlet,
        "wire": outlets.wire(arrival.wire, outlet, arrival.text, body, known.outlets),
        "title": arrival.title or headline or cleaning.first_line_as_headline(body),
        "published": date,
        "published_basis": basis,
        "url": arrival.url,
        "language": language.code(arrival.language, vocab["languages"]) or known.identify(text),
        "path": arrival.path,
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "n_words": len(text.split()),
        "text": text,
    }
    return Made(row, *done, copies.shingles(text))


def steps(arrival: Arrival, vocab: Vocabulary) -> list[cleaning.Step]:
    """The steps that cleaning takes on an arrival, with its text before and after each."""
    known = _known(vocab)
    return cleaning.steps(arrival.text, _headline(arrival, known), known.debris)


def _headline(arrival: Arrival, known: _Known) -> str | None:
    if not arrival.headline:
        return None
    return outlets.without_name(cleaning.clean_headline(arrival.headline, known.debris), known.outlets) or None
