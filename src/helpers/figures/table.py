"""The figures of many articles as one table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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

_PIECE = 1_000
"""Articles that are taken out of a frame at a time, and those whose figures make a frame."""

NEEDED = (*many.READ, "language")
"""The columns of table "articles" that reading needs."""


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

    found = extract_batches([articles], vocabulary, engine, remembered, len(articles))
    return pd.concat([tables.conform(pd.DataFrame(), "figures"), *found], ignore_index=True)


def extract_batches(
    articles: Iterable[pd.DataFrame],
    vocabulary: Vocabulary,
    engine: Engine = ALL_CORES,
    remembered: Path | None = None,
    total: int | None = None,
) -> Iterator[pd.DataFrame]:
    """Table "figures" as ``extract_all`` makes it, piece by piece from pieces of table "articles".

    Of the articles only the columns ``NEEDED`` are looked at; ``total`` is how many there are, for the bar.
    """
    from helpers import tables

    found = many.lines(_records(articles), vocabulary, engine, remembered, packed=True)
    found = progress.shown(found, "reading", total)
    while some := list(islice(found, _PIECE)):
        yield tables.from_lines(b"".join(some), "figures")


def _records(frames: Iterable[pd.DataFrame]) -> Iterator[dict[str, Any]]:
    """What is read of each article in a language that the rules know."""
    for frame in frames:
        readable = frame.loc[frame["language"].fillna(READ_LANGUAGE) == READ_LANGUAGE, list(many.READ)]
        for first in range(0, len(readable), _PIECE):
            piece = readable.iloc[first : first + _PIECE]
            yield from piece.astype(object).where(piece.notna(), None).to_dict("records")
