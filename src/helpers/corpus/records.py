"""JSON and JSON lines: records of any shape whose fields are columns, `fields.source.name` for those inside others."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from helpers.corpus import tabular
from helpers.corpus.arrival import Found, UnreadableError
from helpers.corpus.columns import match
from helpers.corpus.encoding import decode
from helpers.vocabulary import Row

_DEEPEST = 6


def read_json(path: str, data: bytes, columns: Sequence[Row]) -> Iterator[Found]:
    """The articles of a JSON file: of the longest list of objects in it that have texts, or of the object that it is.

    Raises UnreadableError where it is no JSON, or holds no objects.
    """
    text = decode(data)
    try:
        content = _parsed(text)
    except (ValueError, RecursionError) as error:
        if _begins_with_a_line_of_its_own(text):
            return read_json_lines(path, data, columns)
        raise UnreadableError(f"is no JSON that can be read ({error}): export it again") from None
    found = [[_flat_or_fault(item) for item in items] for items in _lists(content)]
    if isinstance(content, dict):
        found.append([_flat(content)])
    if not found:
        raise UnreadableError("holds no objects with fields: export it with one object an article")
    best = max(found, key=lambda records: (_has_texts(records, columns), len(records)))
    return tabular.read_records(path, best, columns)


def read_json_lines(path: str, data: bytes, columns: Sequence[Row]) -> Iterator[Found]:
    """The articles of a file with one JSON object a line; a line that is none is rejected by itself."""
    lines = [line for line in decode(data).splitlines() if line.strip()]
    return tabular.read_records(path, [_record(line) for line in lines], columns)


def _begins_with_a_line_of_its_own(text: str) -> bool:
    """Whether the first line is an object by itself, as in JSON lines that were saved as JSON."""
    try:
        return isinstance(_parsed(text.lstrip().partition("\n")[0]), dict)
    except (ValueError, RecursionError):
        return False


def _parsed(text: str) -> object:
    # NaN and Infinity, which JSON does not have and some programs write for an empty cell, say nothing.
    return json.loads(text, parse_constant=lambda _: None)


def _record(line: str) -> tabular.Record:
    try:
        return _flat_or_fault(_parsed(line))
    except (ValueError, RecursionError) as error:
        return {tabular.FAULT: f"the line is no JSON that can be read ({error}): export it again"}


def _flat_or_fault(item: object) -> tabular.Record:
    if isinstance(item, dict):
        return _flat(item)
    return {tabular.FAULT: "is no JSON object with fields: export it with one object an article"}


def _has_texts(found: Sequence[tabular.Record], columns: Sequence[Row]) -> bool:
    return "text" in match(dict.fromkeys(name for record in found for name in record), columns)


def _lists(content: object, depth: int = 0) -> Iterator[list[object]]:
    """Every list in the content that holds objects, however deep it lies."""
    if isinstance(content, list):
        if any(isinstance(item, dict) for item in content):
            yield content
    elif isinstance(content, dict) and depth <= _DEEPEST:
        for value in content.values():
            yield from _lists(value, depth + 1)


def _flat(record: Mapping[str, object], depth: int = 0) -> dict[str, object]:
    """The record's fields with those of inner objects beside them; of a list the first object, or all words."""
    flat: dict[str, object] = {}
    for name, value in record.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            value = value[0]
        if isinstance(value, dict):
            inner = _flat(value, depth + 1) if depth < _DEEPEST else {}
            flat |= {f"{name}.{field}": content for field, content in inner.items()}
        elif isinstance(value, list):
            flat[name] = ", ".join(item for item in value if isinstance(item, str))
        else:
            flat[name] = value
    return flat
