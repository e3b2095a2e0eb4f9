"""Bytes to text, whatever the machine that wrote them."""

from __future__ import annotations

import codecs

import ftfy.bad_codecs  # noqa: F401  (registers sloppy-windows-1252)

from helpers.corpus.arrival import UnreadableError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 65536
_CONTROL = bytes(set(range(32)) - set(b"\t\n\f\r\x1b")) + b"\x7f"


def decode(data: bytes) -> str:
    """The text of a file: by its byte order mark, else UTF-8, else UTF-16, else Windows-1252 and Latin-1.

    Bytes that the encoding found has no character for become U+FFFD. Raises UnreadableError where no byte is text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    unmarked = _utf16_without_mark(data[:_SAMPLE])
    if unmarked:
        return data.decode(unmarked, errors="replace")
    if _is_binary(data[:_SAMPLE]):
        raise UnreadableError("holds no text (binary data): export it as text, HTML, PDF, DOCX or CSV")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode(_of_broken(data), errors="replace")


def _utf16_without_mark(sample: bytes) -> str | None:
    half = len(sample) // 2
    if half < 2:
        return None
    if sample[1::2].count(0) > 0.4 * half and sample[0::2].count(0) < 0.05 * half:
        return "utf-16-le"
    if sample[0::2].count(0) > 0.4 * half and sample[1::2].count(0) < 0.05 * half:
        return "utf-16-be"
    return None


def _is_binary(sample: bytes) -> bool:
    return len(sample) - len(sample.translate(None, _CONTROL)) > 0.02 * len(sample)


def _of_broken(data: bytes) -> str:
    """UTF-8 where only a few of its sequences are broken, else the usual one-byte encoding."""
    replaced = data.decode("utf-8", errors="replace")
    broken = replaced.count("\ufffd")
    sound = len(replaced) - len(replaced.encode("ascii", errors="ignore")) - broken
    return "utf-8" if sound > 4 * broken else "sloppy-windows-1252"
