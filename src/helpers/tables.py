"""The schema of each table, and the one place that reads and writes them.

A table is a Parquet file for programs and a CSV file of the same content for people. Both are written whole or
not at all: first beside their place, then moved into it. Text in CSV that a spreadsheet would take for a formula
gets an apostrophe in front; the Parquet file keeps it as it is.

Column kinds: ``text``, ``int``, ``float``, ``bool``, ``json`` (a dict or a list, stored as JSON text), and ``packed``
(the same, which stays JSON text in memory too: it is large, and looked at in few rows).
Dates are ISO text, as precise as known: ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``.
"""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd

from helpers.files import write_whole

SCHEMAS: dict[str, dict[str, str]] = {
    "articles": {
        "article_id": "text",
        "outlet": "text",
        "wire": "text",
        "title": "text",
        "published": "text",
        "published_basis": "text",
        "url": "text",
        "language": "text",
        "path": "text",
        "sha256": "text",
        "n_words": "int",
        "copy_of": "text",
        "text": "text",
    },
    "rejected": {"path": "text", "row": "int", "reason": "text"},
    "figures": {
        "figure_id": "text",
        "article_id": "text",
        "start": "int",
        "end": "int",
        "sentence": "text",
        "sentence_start": "int",
        "phrase": "text",
        "value": "float",
        "low": "float",
        "high": "float",
        "hedge": "text",
        "outcome": "text",
        "group": "text",
        "side": "text",
        "unit": "text",
        "source": "text",
        "source_id": "text",
        "source_kind": "text",
        "place": "text",
        "place_id": "text",
        "scope": "text",
        "since": "text",
        "until": "text",
        "modality": "text",
        "part_of": "text",
        "indefinite": "bool",
        "tally_id": "text",
        "cues": "packed",
        "flags": "json",
        "reviewed": "text",
    },
    "tallies": {
        "tally_id": "text",
        "label": "text",
        "outcome": "text",
        "group": "text",
        "side": "text",
        "scope": "text",
        "place_id": "text",
        "place": "text",
        "since": "text",
        "until": "text",
        "n_figures": "int",
        "n_articles": "int",
        "n_outlets": "int",
        "n_voices": "int",
        "lowest": "float",
        "highest": "float",
        "ratio": "float",
        "verdict": "text",
        "reason": "text",
    },
}

_DTYPES = {
    "text": "string",
    "int": "Int64",
    "float": "Float64",
    "bool": "boolean",
    "json": "object",
    "packed": "string",
}
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\n", "＝", "＋", "－", "＠")


def conform(frame: pd.DataFrame, name: str) -> pd.DataFrame:
    """The frame with exactly the columns of table ``name``, in order and typed; absent ones are filled with null.

    Raises ValueError on a column that the table does not have: a misspelt column must not vanish.
    """
    schema = SCHEMAS[name]
    unknown = [column for column in frame.columns if column not in schema]
    if unknown:
        raise ValueError(f"table {name!r} has no column {', '.join(map(repr, unknown))}")
    frame = frame.reindex(columns=list(schema))
    for column, kind in schema.items():
        if kind == "packed" and frame[column].dtype == "object":
            frame[column] = frame[column].map(_encode).astype("string")
    return frame.astype({column: _DTYPES[kind] for column, kind in schema.items()}).reset_index(drop=True)


def write(frame: pd.DataFrame, name: str, folder: Path | str) -> None:
    """Write table ``name`` to ``folder`` as ``name.parquet`` and ``name.csv``, each whole or not at all."""
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    stored = conform(frame, name)
    for column, kind in SCHEMAS[name].items():
        if kind == "json":
            stored[column] = stored[column].map(_encode).astype("string")
    write_whole(folder / f"{name}.parquet", lambda path: stored.to_parquet(path, index=False))
    write_whole(folder / f"{name}.csv", lambda path: defuse(stored).to_csv(path, index=False, lineterminator="\n"))


def read(name: str, folder: Path | str) -> pd.DataFrame:
    """Table ``name`` from ``folder``, typed. Raises FileNotFoundError naming the notebook step that makes it."""
    path = Path(folder) / f"{name}.parquet"
    if not path.exists():
        raise FileNotFoundError(f"{path} is not there yet: run the notebooks before this one, or `make report`")
    frame = pd.read_parquet(path)
    for column, kind in SCHEMAS[name].items():
        if kind == "json":
            values = [json.loads(text) if isinstance(text, str) else None for text in frame[column]]
            frame[column] = pd.Series(values, index=frame.index, dtype="object")
    return conform(frame, name)


def defuse(frame: pd.DataFrame) -> pd.DataFrame:
    """A copy whose text cells no spreadsheet takes for a formula."""
    safe = frame.copy()
    for column in safe.columns:
        if pd.api.types.is_string_dtype(safe[column]):
            # The csv module leaves a bare carriage return unquoted, and a spreadsheet begins a row behind it.
            safe[column] = safe[column].str.replace("\r", "\n")
            risky = safe[column].str.startswith(_FORMULA_STARTS, na=False)
            safe[column] = safe[column].mask(risky, "'" + safe[column])
    return safe


def _encode(value: object) -> str | None:
    if value is None or isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False, sort_keys=True) if isinstance(value, (list, dict)) else None
