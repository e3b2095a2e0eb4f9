"""Makes a large corpus of a small one, to see how time and memory grow: `python bench/vary.py ARTICLES.jsonl N FOLDER`.

Each new article tells half the sentences of one article and others from all of them, with other numbers, places and a
day of its own, so that few are near-copies. The same seed makes the same corpus. Nothing is made up: take articles
that you may read, and throw the result away.
"""

from __future__ import annotations

import argparse
import datetime
import itertools
import json
import random
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from helpers import vocabulary

PART = 10_000
"""Articles a file."""

_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_NUMBER = re.compile(r"\b\d{1,3}(?:,\d{3})*\b|\b\d{5,}\b")


def varied(articles: list[dict[str, str]], count: int, seed: int = 0) -> Iterator[dict[str, str]]:
    """``count`` new articles, one after the other, with ``article_id``, ``outlet``, ``published``, ``text``."""
    chance = random.Random(seed)
    places = [row["name"] for row in vocabulary.load()["places"] if row["kind"] != "country"]
    names = re.compile(r"\b(" + "|".join(map(re.escape, places)) + r")\b")
    # Every second piece of a sentence is the name of a place: looking for thousands of names takes long, so do it once.
    told = [[names.split(sentence) for sentence in _SENTENCE.split(article["text"])] for article in articles]
    pool = [sentence for sentences in told for sentence in sentences]
    for number in range(count):
        first = number % len(articles)
        sentences = [sentence if chance.random() < 0.5 else chance.choice(pool) for sentence in told[first]]
        moved: dict[str, str] = {}
        text = " ".join("".join(_elsewhere(sentence, moved, places, chance)) for sentence in sentences)
        text = _NUMBER.sub(lambda found: _another(found[0], chance), text)
        day = datetime.date(2011, 6, 1) + datetime.timedelta(chance.randrange(4_000))
        outlet = articles[chance.randrange(len(articles))].get("outlet")
        yield {"article_id": f"v{number:08}", "outlet": outlet, "published": day.isoformat(), "text": text}


def _elsewhere(sentence: list[str], moved: dict[str, str], places: list[str], chance: random.Random) -> Iterator[str]:
    """The pieces of a sentence, each name of a place replaced by that which stands for it in this article."""
    for piece, is_place in zip(sentence, itertools.cycle((False, True)), strict=False):
        yield moved.setdefault(piece, chance.choice(places)) if is_place else piece


def _another(number: str, chance: random.Random) -> str:
    value = max(1, round(int(number.replace(",", "")) * chance.uniform(0.5, 2.0)))
    return f"{value:,}" if "," in number else str(value)


def write(articles: Iterable[dict[str, str]], folder: Path) -> None:
    """Write articles into ``folder`` as JSON lines, so many a file."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = (json.dumps(article, ensure_ascii=False) + "\n" for article in articles)
    for number in itertools.count():
        part = list(itertools.islice(lines, PART))
        if not part:
            return
        (folder / f"part{number:04}.jsonl").write_text("".join(part), encoding="utf-8")


def main() -> None:
    """Write so many articles to a folder."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("articles", type=Path)
    parser.add_argument("count", type=int)
    parser.add_argument("folder", type=Path)
    chosen = parser.parse_args()
    articles = [json.loads(line) for line in chosen.articles.read_text(encoding="utf-8").splitlines()]
    write(varied(articles, chosen.count), chosen.folder)


if __name__ == "__main__":
    main()
