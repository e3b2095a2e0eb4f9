"""The figures of many articles as one table."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from helpers import progress
from helpers.engine import ALL_CORES, Engine
from helpers.figures import many
from helpers.vocabulary import Vocabulary

if TYPE_CHECKING:
    import pandas as pd

READ_LANGUAGE = "en"
"""Articles marked as being in another language are kept, and not read for figures."""


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
    columns = list(many.READ)
    records = readable[columns].astype(object).where(readable[columns].notna(), None).to_dict("records")
    found = progress.shown(many.lines(records, vocabulary, engine, remembered), "reading", len(records))
    rows = [json.loads(line) for figures in found for line in figures.split("\n") if line]
    return tables.conform(pd.DataFrame(rows, columns=list(rows[0]) if rows else []), "figures")
