"""A small invented country, and figures about it."""

import re
from pathlib import Path

import pandas as pd
import pytest

from helpers import tables
from helpers.vocabulary import Vocabulary

PLACES = [
    ("ruritania", "Ruritania", "country", "", ""),
    ("the-north", "the north", "region", "ruritania", ""),
    ("the-south", "the south", "region", "ruritania", ""),
    ("south-march", "South March", "province", "the-south", ""),
    ("coast", "Coast", "province", "the-south", ""),
    ("north-march", "North March", "province", "the-north", "the-north"),
    ("strelsau-province", "Strelsau province", "province", "ruritania", ""),
    ("strelsau", "Strelsau", "city", "strelsau-province", "strelsau-province"),
    ("old-town", "Old Town", "district", "strelsau", ""),
    ("east-gate", "East Gate", "district", "old-town", ""),
    ("zenda", "Zenda", "town", "north-march", ""),
    ("hofbau", "Hofbau", "town", "north-march", ""),
]


@pytest.fixture
def vocab():
    keys = ("place_id", "name", "kind", "inside", "loosely")
    places = tuple({**dict(zip(keys, row, strict=True)), "variants": ""} for row in PLACES)
    war = {
        "conflict_id": "r",
        "name": "War of Ruritania",
        "began": "2011-03",
        "place_id": "ruritania",
        "words": "the war",
    }
    means = ({"means": "air", "words": "jets"}, {"means": "bomb", "words": "car bomb|car bombs"})
    scenes = ({"scene": "wedding", "words": "wedding|bride"},)
    retellings = (
        {"role": "toll", "words": "toll of|put the toll"},
        {"role": "further_before", "words": "another"},
        {"role": "further_after", "words": "more|others"},
    )
    words = {"means": means, "scenes": scenes, "retellings": retellings}
    return Vocabulary(Path("invented"), {"places": places, "conflicts": (war,), **words})


@pytest.fixture
def told(figure):
    """Makes a figure's row from its sentence, which stands at ``at`` in the article and has the number in brackets."""

    def make(figure_id, article_id, sentence, at, **fields):
        lead, number, rest = re.split(r"[\[\]]", sentence)
        span = {"sentence_start": at, "start": at + len(lead), "end": at + len(lead + number)}
        return figure(figure_id, article_id, float(number), sentence=lead + number + rest, **span) | fields

    return make


@pytest.fixture
def figure():
    """Makes a figure's row: twelve killed in Zenda on 5 May 2015, unless told otherwise."""

    def make(figure_id, article_id, value=12.0, hedge="exact", **fields):
        bounds = {"at_least": (value, None), "at_most": (None, value), "vague": (value, None)}
        low, high = bounds.get(hedge, (value, value))
        row = {
            "figure_id": figure_id,
            "article_id": article_id,
            "sentence": "",
            "phrase": f"{value:,.0f}",
            "value": value,
            "low": low,
            "high": high,
            "hedge": hedge,
            "outcome": "killed",
            "group": "people",
            "unit": "people",
            "place": "Zenda",
            "place_id": "zenda",
            "scope": "event",
            "since": "2015-05-05",
            "until": "2015-05-05",
            "modality": "reported",
        }
        return row | fields

    return make


@pytest.fixture
def frames(figure):
    """Makes the two tables from figures' rows; each article gets an outlet of its own and a date after 5 May 2015."""

    def make(rows, **articles):
        ids = dict.fromkeys(row["article_id"] for row in rows)
        about = [
            {"article_id": name, "outlet": f"The {name}", "published": "2015-05-06"} | articles.get(name, {})
            for name in ids
        ]
        return tables.conform(pd.DataFrame(rows), "figures"), tables.conform(pd.DataFrame(about), "articles")

    return make
