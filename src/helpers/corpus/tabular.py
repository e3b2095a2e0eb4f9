"""Tables with one article a row, and the manifest that says of text files what they do not say themselves."""

from __future__ import annotations

import csv
import io
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from helpers.corpus import columns, dates
from helpers.corpus.arrival import Arrival, Rejection, UnreadableError
from helpers.corpus.encoding import decode
from helpers.vocabulary import Row

Record = Mapping[str, object]

_SPLIT_NAME = re.compile(r"[-_. ](dev|test|train|valid|validation|sample|all|full|export|part\d*)$", re.IGNORECASE)
_REST = "\0rest"

# A cell holds a whole article; the csv module's own limit is 128 kB.
csv.field_size_limit(sys.maxsize)


def read_csv(path: str, data: bytes, table: Sequence[Row]) -> Iterator[Arrival | Rejection]:
    """The articles of a table whose first line names its columns; separators are commas, semicolons or tabs.

    Raises UnreadableError where no column holds the article's text.
    """
    yield from articles(path, _records(decode(data)), table)


def articles(path: str, records: Sequence[Record], table: Sequence[Row]) -> Iterator[Arrival | Rejection]:
    """The article of each record, or the reason why it is none. Raises UnreadableError where no record has a text."""
    if not records:
        raise UnreadableError("holds no rows: nothing stands under its first line")
    ours = columns.match(dict.fromkeys(name for record in records for name in record), table)
    if "text" not in ours:
        raise UnreadableError(
            "no column holds the article's text: name it `text`, or add its name to data/vocabulary/columns.csv"
        )
    prefix = _SPLIT_NAME.sub("", PurePosixPath(path).name.split(".")[0])
    picked = [columns.pick(record, ours) for record in records]
    day_first = dates.day_comes_first(cells.get("published") for cells in picked)
    for number, (record, cells) in enumerate(zip(records, picked, strict=True), start=1):
        if record.get(_REST):
            yield Rejection(path, number, "has more cells than the first line: put the text in quotation marks")
        elif "text" not in cells:
            yield Rejection(path, number, f"the column {ours['text']!r} is empty in this row: nothing to read")
        else:
            name = f"{prefix}-{cells.pop('article_id', number)}"
            cells.pop("file", None)
            cells["headline"] = cells.pop("title", None)
            published = dates.iso(cells.pop("published", None), day_first)
            yield Arrival(path=path, row=number, name=name, published=published, **cells)


def read_manifest(data: bytes, table: Sequence[Row]) -> list[dict[str, str]] | None:
    """The manifest's rows under our column names (``file``, ``outlet``, ...); null where the table is no manifest.

    A manifest names files and holds no texts. ``published`` is ISO text; where it can't be read it is left out.
    """
    records = _records(decode(data))
    header = dict.fromkeys(name for record in records for name in record)
    ours = columns.match(header, table)
    if "file" not in ours or "text" in ours:
        return None
    rows = [columns.pick(record, ours) for record in records]
    day_first = dates.day_comes_first(row.get("published") for row in rows)
    for row in rows:
        published = dates.iso(row.pop("published", None), day_first)
        if published:
            row["published"] = published
    return rows


def _records(text: str) -> list[Record]:
    text = text.replace("\0", "")
    first_line = text[:10_000].split("\n", 1)[0]
    delimiter = max(",;\t", key=first_line.count)
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, restkey=_REST)
    try:
        return [record | {_REST: "".join(record.get(_REST, ())).strip()} for record in reader]
    except csv.Error as error:
        raise UnreadableError(
            f"is no table that can be read (line {reader.line_num}: {error}): save it again as CSV"
        ) from None
