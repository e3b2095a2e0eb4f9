"""The schema of each table, and the one place that reads and writes them.

A table is a Parquet file for programs and a CSV file of the same content for people. Both are written whole or
not at all: first beside their place, then moved into it. Text in CSV that a spreadsheet would take for a formula
gets an apostrophe in front; the Parquet file keeps it as it is.

Column kinds: ``text``, ``int``, ``float``, ``bool``, ``json`` (a dict or a list, stored as JSON text), and ``packed``
(the same, which stays JSON text in memory too: it is large, and looked at in few rows).
Dates are ISO text, as precise as known: ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.json as pj
import pyarrow.parquet as pq

from helpers.files import whole
from helpers.packed import pack

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

PIECE = 5_000
"""Rows that are in memory together where a table passes through as a stream: a piece of it."""
_PIECES_PER_GROUP = {"figures": 8}
"""Pieces of a row group where rows are short and many: what the file tells of each, 24 kB, is in memory to the end."""

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
    _check(frame.columns, name)
    return _typed(frame.reindex(columns=list(SCHEMAS[name])), name)


def from_lines(lines: bytes, name: str) -> pd.DataFrame:
    """Rows of table ``name`` from JSON lines that hold them as files do, lists and dictionaries as JSON text.

    Raises ValueError (of pyarrow) on a column that the table does not have.
    """
    if not lines:
        return conform(pd.DataFrame(), name)
    in_one = pj.ReadOptions(use_threads=False, block_size=len(lines) + 1)
    as_stored = pj.ParseOptions(explicit_schema=_schema(name), unexpected_field_behavior="error")
    found = pj.read_json(pa.BufferReader(lines), read_options=in_one, parse_options=as_stored)
    return _decoded(found.to_pandas(), name, list(SCHEMAS[name]))


def write(frame: pd.DataFrame, name: str, folder: Path | str) -> None:
    """Write table ``name`` to ``folder`` as ``name.parquet`` and ``name.csv``, each whole or not at all."""
    write_batches([frame], name, folder)


def write_batches(frames: Iterable[pd.DataFrame], name: str, folder: Path | str) -> None:
    """Write table ``name`` as ``write`` does, from frames of some rows each, of which few are in memory at a time.

    The bytes depend on the rows alone, not on how the frames cut them.
    """
    with (
        _row_groups(name, folder) as add,
        whole(Path(folder, f"{name}.csv")) as beside,
        beside.open("w", encoding="utf-8", newline="") as content,
    ):
        lines = csv.writer(content, lineterminator="\n")
        lines.writerow(SCHEMAS[name])
        for piece in _pieces(frames, name):
            add(_arrow(piece, name))
            # As pandas would write them, in half the time.
            lines.writerows(zip(*(cells.to_pylist() for cells in _arrow(defuse(piece), name).columns), strict=True))


def stage(frames: Iterable[pd.DataFrame], name: str, folder: Path | str) -> None:
    """Write table ``name`` as ``write_batches`` does but as Parquet alone, for the same run to read and complete."""
    with _row_groups(name, folder) as add:
        for piece in _pieces(frames, name):
            add(_arrow(piece, name))


def read(name: str, folder: Path | str, columns: Sequence[str] | None = None) -> pd.DataFrame:
    """Table ``name`` from ``folder``, typed; of its columns those named, in that order, where any are.

    Raises FileNotFoundError naming the notebook step that makes it, and ValueError on a column it does not have.
    """
    with _opened(name, folder) as file:
        columns = _chosen(columns, name)
        return _decoded(file.read(columns=columns).to_pandas(), name, columns)


def rows(
    name: str, folder: Path | str, column: str, values: Iterable[str], columns: Sequence[str] | None = None
) -> pd.DataFrame:
    """Of table ``name`` as ``read`` gives it the rows that hold one of ``values`` in a text column, in their order."""
    columns = _chosen(columns, name)
    chosen = pc.field(column).isin(pa.array(values, pa.string()))
    return _decoded(pq.read_table(_path(name, folder), columns=columns, filters=chosen).to_pandas(), name, columns)


def batches(
    name: str, folder: Path | str, columns: Sequence[str] | None = None, size: int = PIECE
) -> Iterator[pd.DataFrame]:
    """Table ``name`` as ``read`` gives it, in frames of ``size`` rows, of which few are in memory at a time.

    An empty table is one empty frame.
    """
    with _opened(name, folder) as file:
        columns = _chosen(columns, name)
        if not file.metadata.num_rows:
            yield conform(pd.DataFrame(), name)[columns]
        for batch in file.iter_batches(size, columns=columns):
            yield _decoded(batch.to_pandas(), name, columns)


def count(name: str, folder: Path | str) -> int:
    """The number of rows of table ``name`` in ``folder``, without reading them."""
    with _opened(name, folder) as file:
        return file.metadata.num_rows


def defuse(frame: pd.DataFrame) -> pd.DataFrame:
    """A copy whose text cells no spreadsheet takes for a formula."""
    safe = frame.copy()
    for column in safe.columns:
        if pd.api.types.is_string_dtype(safe[column]):
            # The csv module leaves a bare carriage return unquoted, and a spreadsheet begins a row behind it.
            safe[column] = safe[column].str.replace("\r", "\n")
            risky = safe[column].str.startswith(_FORMULA_STARTS, na=False)
            if risky.any():
                safe[column] = safe[column].mask(risky, "'" + safe[column])
    return safe


def _check(columns: Iterable[str], name: str) -> None:
    unknown = [column for column in columns if column not in SCHEMAS[name]]
    if unknown:
        raise ValueError(f"table {name!r} has no column {', '.join(map(repr, unknown))}")


def _chosen(columns: Sequence[str] | None, name: str) -> list[str]:
    _check(columns or (), name)
    return list(SCHEMAS[name] if columns is None else columns)


def _typed(frame: pd.DataFrame, name: str) -> pd.DataFrame:
    kinds = {column: SCHEMAS[name][column] for column in frame.columns}
    for column, kind in kinds.items():
        if kind == "packed" and frame[column].dtype == "object":
            frame[column] = frame[column].map(_encode).astype("string")
    return frame.astype({column: _DTYPES[kind] for column, kind in kinds.items()}).reset_index(drop=True)


def _stored(frame: pd.DataFrame, name: str) -> pd.DataFrame:
    """The table as files hold it: JSON as text."""
    stored = conform(frame, name)
    for column, kind in SCHEMAS[name].items():
        if kind == "json":
            stored[column] = stored[column].map(_encode).astype("string")
    return stored


def _pieces(frames: Iterable[pd.DataFrame], name: str) -> Iterator[pd.DataFrame]:
    """The rows of all frames as files hold them, in the pieces of which row groups are made."""
    return _cut((_stored(frame, name) for frame in frames), PIECE)


def _arrow(piece: pd.DataFrame, name: str) -> pa.Table:
    # In one chunk, or the file's bytes would tell in which frames the rows came.
    return pa.Table.from_pandas(piece, _schema(name), preserve_index=False).combine_chunks()


@cache
def _schema(name: str) -> pa.Schema:
    return pa.Schema.from_pandas(_stored(pd.DataFrame(), name), preserve_index=False)


@contextmanager
def _row_groups(name: str, folder: Path | str) -> Iterator[Callable[[pa.Table], None]]:
    """What takes the pieces of a table for its Parquet file; the folder is made where it is missing."""
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    waiting: list[pa.Table] = []
    # Of each row group the first and last text of every column would stay in memory to the end: 45 kB each.
    with (
        whole(folder / f"{name}.parquet") as beside,
        pq.ParquetWriter(beside, _schema(name), write_statistics=False) as groups,
    ):

        def add(piece: pa.Table) -> None:
            waiting.append(piece)
            if len(waiting) == _PIECES_PER_GROUP.get(name, 1):
                groups.write_table(pa.concat_tables(waiting))
                waiting.clear()

        yield add
        if waiting:
            groups.write_table(pa.concat_tables(waiting))


def _decoded(frame: pd.DataFrame, name: str, columns: list[str]) -> pd.DataFrame:
    """The table as programs use it, from what a file holds."""
    for column in columns:
        if SCHEMAS[name][column] == "json":
            values = [json.loads(text) if isinstance(text, str) else None for text in frame[column]]
            frame[column] = pd.Series(values, index=frame.index, dtype="object")
    return _typed(frame[columns], name)


def _opened(name: str, folder: Path | str) -> pq.ParquetFile:
    # What is read ahead would stay in memory until all is read.
    return pq.ParquetFile(_path(name, folder), pre_buffer=False)


def _path(name: str, folder: Path | str) -> Path:
    path = Path(folder) / f"{name}.parquet"
    if not path.exists():
        raise FileNotFoundError(f"{path} is not there yet: run the notebooks before this one, or `make report`")
    return path


def _cut(frames: Iterable[pd.DataFrame], size: int) -> Iterator[pd.DataFrame]:
    """The same rows in frames of ``size`` rows; the last one holds what is left."""
    waiting: list[pd.DataFrame] = []
    held = 0
    for frame in frames:
        waiting.append(frame)
        held += len(frame)
        if held < size:
            continue
        rows = _joined(waiting)
        left = held % size
        for first in range(0, held - left, size):
            yield rows.iloc[first : first + size]
        waiting, held = [rows.iloc[held - left :]], left
    if held:
        yield _joined(waiting)


def _joined(frames: list[pd.DataFrame]) -> pd.DataFrame:
    """The rows of all frames; those of a single one, which may be very many, are not copied."""
    return pd.concat(frames, ignore_index=True) if len(frames) > 1 else frames[0]


def _encode(value: object) -> str | None:
    if value is None or isinstance(value, str):
        return value
    return pack(value) if isinstance(value, (list, dict)) else None
