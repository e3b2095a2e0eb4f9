"""The figures of many articles as one table."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from helpers.engine import ALL_CORES, Engine, run
from helpers.figures.extract import extract
from helpers.vocabulary import Vocabulary

if TYPE_CHECKING:
    import pandas as pd

READ_LANGUAGE = "en"
"""Articles marked as being in another language are kept, and not read for figures."""


def extract_all(articles: pd.DataFrame, vocabulary: Vocabulary, engine: Engine = ALL_CORES) -> pd.DataFrame:
    """Table "figures" of table "articles", in the order of articles and of their texts; ``tally_id`` is still null."""
    import pandas as pd

    from helpers import tables

    columns = ["article_id", "outlet", "published", "text"]
    readable = articles[articles["language"].fillna(READ_LANGUAGE) == READ_LANGUAGE]
    records = readable[columns].astype(object).where(readable[columns].notna(), None).to_dict("records")
    rows = [row for found in run(partial(extract, vocabulary=vocabulary), records, engine) for row in found]
    return tables.conform(pd.DataFrame(rows, columns=list(rows[0]) if rows else []), "figures")
