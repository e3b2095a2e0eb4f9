"""Files to articles: readers by format, cleaning, dates, outlets, near-copies.

``read_corpus`` is the whole way. Everything that came in ends in one of its two tables: nothing vanishes.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import pandas as pd

from helpers import tables
from helpers.corpus import cleaning, copies, folder, language, outlets, published
from helpers.corpus.arrival import Arrival, Rejection
from helpers.vocabulary import Vocabulary

_NOT_IN_IDS = re.compile(r"[^\w.-]+")
_LONGEST_ID = 80


def read_corpus(raw_dir: Path | str, vocab: Vocabulary) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The tables ``articles`` and ``rejected`` of a folder of articles, sorted by ``article_id`` and by path and row.

    The same files give the same tables, whatever their order on disk. Raises NotADirectoryError where ``raw_dir`` is
    no folder; a file that can't be read is a row of ``rejected``.
    """
    arrivals, rejections = folder.read(raw_dir, vocab["columns"])
    articles, empty = _articles(arrivals, vocab)
    rejected = sorted(rejections + empty, key=lambda r: (r.path, r.row or 0, r.reason))
    return _table(articles, "articles"), _table([asdict(rejection) for rejection in rejected], "rejected")


def cleaning_steps(raw_dir: Path | str, vocab: Vocabulary) -> dict[str, list[cleaning.Step]]:
    """``article_id`` -> the steps that cleaning took, for every article that it changed."""
    arrivals, _ = folder.read(raw_dir, vocab["columns"])
    debris, known = cleaning.debris(vocab["debris"]), outlets.outlets(vocab["outlets"])
    taken = {
        article_id: cleaning.steps(arrival.text, _headline(arrival, debris, known), debris)
        for article_id, arrival in _with_ids(arrivals).items()
    }
    return {article_id: steps for article_id, steps in taken.items() if steps}


def _articles(arrivals: Sequence[Arrival], vocab: Vocabulary) -> tuple[list[dict[str, object]], list[Rejection]]:
    debris = cleaning.debris(vocab["debris"])
    known = outlets.outlets(vocab["outlets"])
    calendar = published.calendar(vocab)
    identify = language.identifier(vocab["languages"])
    articles: list[dict[str, object]] = []
    empty: list[Rejection] = []
    for article_id, arrival in _with_ids(arrivals).items():
        headline = _headline(arrival, debris, known)
        body = cleaning.clean(arrival.text, headline, debris)
        if not any(map(str.isalpha, body)):
            empty.append(Rejection(arrival.path, arrival.row, "no text is left of it after cleaning: nothing to read"))
            continue
        text = f"{headline}\n{body}" if headline else body
        outlet = outlets.name(arrival.outlet, arrival.url, known)
        date, basis = published.of(arrival, text, calendar)
        articles.append(
            {
                "article_id": article_id,
                "outlet": outlet,
                "wire": outlets.wire(arrival.wire, outlet, arrival.text, body, known),
                "title": arrival.title or headline or cleaning.first_line_as_headline(body),
                "published": date,
                "published_basis": basis,
                "url": arrival.url,
                "language": language.code(arrival.language, vocab["languages"]) or identify(text),
                "path": arrival.path,
                "sha256": hashlib.sha256(text.encode()).hexdigest(),
                "n_words": len(text.split()),
                "text": text,
            }
        )
    earliest = copies.originals([(a["article_id"], a["published"], a["text"]) for a in articles])
    articles = [article | {"copy_of": earliest.get(article["article_id"])} for article in articles]
    return sorted(articles, key=lambda article: article["article_id"]), empty


def _headline(arrival: Arrival, debris: cleaning.Debris, known: outlets.Outlets) -> str | None:
    if not arrival.headline:
        return None
    return outlets.without_name(cleaning.clean_headline(arrival.headline, debris), known) or None


def _table(rows: list[dict[str, object]], name: str) -> pd.DataFrame:
    return tables.conform(pd.DataFrame(rows, columns=list(tables.SCHEMAS[name])), name)


def _with_ids(arrivals: Sequence[Arrival]) -> dict[str, Arrival]:
    """Every arrival under an id of its own; where a name is taken, the later one in the folder's order is numbered."""
    named: dict[str, Arrival] = {}
    taken: Counter[str] = Counter()
    for arrival in arrivals:
        name = _NOT_IN_IDS.sub("-", arrival.name).strip("-.")[:_LONGEST_ID] or "article"
        article_id = name
        while article_id in named:
            taken[name] += 1
            article_id = f"{name}-{taken[name] + 1}"
        named[article_id] = arrival
    return named
