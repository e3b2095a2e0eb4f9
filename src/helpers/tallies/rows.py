"""Frames as plain Python values, null as None.

What occurs more than once in a column is one object, so that millions of values take little memory.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import pandas as pd

_PIECE = 50_000


def values(column: pd.Series) -> list[Any]:
    """The values of a column; none may be a list or a dictionary."""
    codes, distinct = column.factorize()
    return np.append(distinct.to_numpy(object), None)[codes].tolist()


def records(frame: pd.DataFrame, columns: Sequence[str]) -> Iterator[dict[str, Any]]:
    """The rows as dictionaries of these columns, one after the other."""
    for first in range(0, len(frame), _PIECE):
        piece = frame[list(columns)].iloc[first : first + _PIECE]
        for row in zip(*(values(piece[column]) for column in columns), strict=True):
            yield dict(zip(columns, row, strict=True))


def lookup(frame: pd.DataFrame, key: str, column: str) -> dict[str, Any]:
    """The values of a column by those of another."""
    return dict(zip(values(frame[key]), values(frame[column]), strict=True))
