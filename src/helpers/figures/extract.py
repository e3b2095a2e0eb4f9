"""One article to its figures."""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections.abc import Mapping
from typing import Any

from helpers import dateline
from helpers.figures import attribution, lexicon, outcomes, people, quantities, sentences, units, words
from helpers.vocabulary import Vocabulary

Figure = dict[str, Any]


def extract(article: Mapping[str, Any], vocabulary: Vocabulary) -> list[Figure]:
    """The figures of one article, in the order of its text."""
    text = article["text"]
    known, numbers = lexicon.build(vocabulary), quantities.number_words(vocabulary)
    speakers = attribution.speakers(vocabulary)
    line = dateline.find(text)
    split = words.split(text)
    head = sentences.headline(text)
    title = text[: head[1]].strip() if head else None
    found: list[Figure] = []
    before: people.Who | None = None
    mentions = attribution.known_mentions(split, speakers)
    spans = sentences.spans(text, vocabulary, [line.end] if line else ())
    tagged_all = [
        units.tag(split, bisect_left(split.starts, s), bisect_left(split.starts, e), known, numbers) for s, e in spans
    ]
    said = [
        attribution.in_sentence(
            t, speakers, title is not None and (text[s:e].strip() == title or title.startswith(text[s:e].strip(" .")))
        )
        for t, (s, e) in zip(tagged_all, spans)
    ]
    for n, sources in enumerate(said):
        for i, source in enumerate(sources):
            sources[i] = attribution.resolve(source, sources[:i], said[:n]) or source
    quotes = [i for i, c in enumerate(text) if c in '"“”']
    for n, ((start, end), tagged) in enumerate(zip(spans, tagged_all)):
        readings = outcomes.read(tagged, split.keys)
        whos = people.in_sentence(tagged, readings, before)
        if whos:
            before = next((whos[n] for n in reversed(sorted(whos)) if readings[n].whole < 0), before)
        for at, reading in sorted(readings.items()):
            q = tagged.units[at].quantity
            a, b = split.starts[q.first], split.ends[q.last - 1]
            source = attribution.of_figure(said[n], q.number)
            if source is None and not said[n] and bisect_left(quotes, a) % 2 == 1:
                source = attribution.of_quotation(said, n)
            found.append(
                {
                    "figure_id": hashlib.sha256(f"{article['article_id']}:{a}:{b}".encode()).hexdigest()[:12],
                    "article_id": article["article_id"], "start": a, "end": b, "sentence": text[start:end],
                    "phrase": text[a:b], "value": q.value, "low": q.low, "high": q.high, "hedge": q.hedge,
                    "outcome": reading.outcome, "group": whos[at].group, "side": whos[at].side or None, "unit": whos[at].unit, "rule": reading.rule,
                    "source": attribution.fullest(source, mentions) if source and source.text else None,
                }
            )  # fmt: skip
    return found
