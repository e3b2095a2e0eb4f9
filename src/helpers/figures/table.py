"""The figures of many articles as one table."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from helpers import progress
from helpers.engine import ALL_CORES, Engine
from helpers.figures import many
from helpers.vocabulary import Vocabulary

if TYPE_CHECKING:
    import pandas as pd

READ_LANGUAGE = "en"
"""Articles marked as being in another language are kept, and not read for figures."""

_PIECE = 10_000


def extract_all(
    articles: pd.DataFrame,
    vocabulary: Vocabulary,
    engine: Engine = ALL_CORES,
    remembered: Path | None = None,
) -> pd.DataFrame:
    """Table "figures" of table "articles", in the order of articles and of their texts; ``tally_id`` is still null.

    ``remembered`` is the folder of what was read before, ``many.REMEMBERED`` unless told.
    """
    import pandas as pd

    from helpers import tables

    readable = articles[articles["language"].fillna(READ_LANGUAGE) == READ_LANGUAGE]
    found = many.lines(_records(readable[list(many.READ)]), vocabulary, engine, remembered)
    found = progress.shown(found, "reading", len(readable))
    lines = (line for figures in found for line in figures.split("\n") if line)
    # A row as a dictionary takes twenty times the memory that it takes in a frame.
    pieces = [tables.conform(pd.DataFrame(), "figures")]
    while rows := [json.loads(line) for line in islice(lines, _PIECE)]:
        pieces.append(tables.conform(pd.DataFrame(rows), "figures"))
    return pd.concat(pieces, ignore_index=True)


def _records(articles: pd.DataFrame) -> Iterator[dict[str, Any]]:
    for first in range(0, len(articles), _PIECE):
        piece = articles.iloc[first : first + _PIECE]
        yield from piece.astype(object).where(piece.notna(), None).to_dict("records")
