"""Tables with one article a row, and the manifest that says of text files what they do not say themselves."""

from __future__ import annotations

import csv
import io
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from helpers.corpus import columns, dates
from helpers.corpus.arrival import Arrival, Found, ManifestRow, Rejection, UnreadableError
from helpers.corpus.encoding import decode
from helpers.vocabulary import Row

Record = Mapping[str, object]

_SPLIT_NAME = re.compile(r"[-_. ](dev|test|train|valid|validation|sample|all|full|export|part\d*)$", re.IGNORECASE)
FAULT = "\0fault"
"""A record's key for the reason why it cannot be read."""

_TOO_MANY = "has more cells than the first line: put the text in quotation marks"

# A cell holds a whole article; the csv module's own limit is 128 kB.
csv.field_size_limit(sys.maxsize)


def read_csv(path: str, data: bytes, table: Sequence[Row]) -> Iterator[Found]:
    """The articles of a table whose first line names its columns; separators are commas, semicolons or tabs.

    Raises UnreadableError where no column holds the article's text, or names the file that does.
    """
    yield from read_records(path, _records(decode(data)), table)


def read_records(path: str, records: Sequence[Record], table: Sequence[Row]) -> Iterator[Found]:
    """The article of each record, or the reason why it is none; for a manifest, what it says of each file.

    Raises UnreadableError where the records hold neither texts nor names of files.
    """
    if not records:
        raise UnreadableError("holds no rows: nothing stands in it but the names of its columns")
    ours = columns.match(dict.fromkeys(name for record in records for name in record), table)
    picked = [columns.pick(record, ours) for record in records]
    day_first = dates.day_comes_first(cells.get("published") for cells in picked)
    prefix = _SPLIT_NAME.sub("", PurePosixPath(path).name.split(".")[0])
    for number, (record, cells) in enumerate(zip(records, picked, strict=True), start=1):
        published = dates.iso(cells.pop("published", None), day_first)
        name, file = cells.pop("article_id", number), cells.pop("file", "")
        if record.get(FAULT):
            yield Rejection(path, number, str(record[FAULT]))
        elif "text" in cells:
            headline = cells.pop("title", None)
            name = f"{prefix}-{name}"
            yield Arrival(path=path, row=number, name=name, headline=headline, published=published, **cells)
        elif "text" in ours:
            yield Rejection(path, number, f"the column {ours['text'][0]!r} is empty in this row: nothing to read")
        elif "file" in ours:
            dated = {"published": published, "published_basis": "manifest"} if published else {}
            yield ManifestRow(path, number, file, cells | dated)
        elif "url" in ours:
            raise UnreadableError(
                f"lists addresses (column {ours['url'][0]!r}) and no texts: save the pages themselves, or name the "
                "column that holds the text `text`"
            )
        else:
            raise UnreadableError(
                "no column holds the article's text: name it `text`, or add its name to data/vocabulary/columns.csv"
            )


def _records(text: str) -> list[Record]:
    text = text.replace("\0", "")
    first_line = text[:10_000].split("\n", 1)[0]
    delimiter = max(",;\t", key=first_line.count)
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, restkey=FAULT)
    try:
        return [record | {FAULT: _TOO_MANY if any(record.get(FAULT, ())) else None} for record in reader]
    except csv.Error as error:
        where = f"line {reader.line_num}: {error}"
        raise UnreadableError(f"is no table that can be read ({where}): save it again as CSV") from None
