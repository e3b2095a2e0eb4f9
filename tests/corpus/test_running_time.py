"""Whatever stands in a file, taking it in needs time in proportion to its length: seconds for a megabyte."""

import csv
import io
import json
import time
import zipfile

import pytest

from helpers import vocabulary
from helpers.corpus import cleaning, copies, encoding, formats, inferred, language, outlets, published
from helpers.corpus.arrival import Arrival

SIZE = 100_000
SECONDS = 1.5
LEAD = "Shells fell on the harbour of Lowtown on Monday and killed six dockers after eight years of war in Syria. "
PIECES = [
    "1,",
    "9" * 50 + " ",
    ", ",
    "(",
    "[a](",
    "()[]{}",
    "killed and ",
    "12 people killed and ",
    "<p>",
    "<script>",
    "&amp;",
    "\n",
    "\n\n\u00e9",
    "\t \t",
    "\r\n",
    "A. B. ",
    '"',
    "... 5 Related ",
    "Topic a (",
    "By Ann Lee ",
    "March 5, 2015 ",
    "on August 5 the truce of Idlib ",
    "End of Document\n",
    "HD a\n",
    "{\\rtf1 \\par ",
    "\\'e9",
    "AFP (",
    "-",
    "**a_",
    "\u00e2\u20ac\u2122",
    "x" * 5000,
]
WORDS = vocabulary.load()
DEBRIS, OUTLETS = cleaning.debris(WORDS["debris"]), outlets.outlets(WORDS["outlets"])
CALENDAR, IDENTIFY = published.calendar(WORDS), language.identifier(WORDS["languages"])


def table(text: str) -> bytes:
    written = io.StringIO()
    csv.writer(written).writerows([["text", "title", "published"], [text, text, text]])
    return written.getvalue().encode()


def word_document(text: str) -> bytes:
    docx = pytest.importorskip("docx")
    document, handle = docx.Document(), io.BytesIO()
    for line in text.splitlines()[:500]:
        document.add_paragraph("".join(c for c in line if c.isprintable()))
    document.save(handle)
    return handle.getvalue()


def archive(text: str) -> bytes:
    handle = io.BytesIO()
    with zipfile.ZipFile(handle, "w", zipfile.ZIP_DEFLATED) as members:
        members.writestr("a.txt", text)
    return handle.getvalue()


FILES = {
    ".txt": str.encode,
    ".md": str.encode,
    ".csv": str.encode,
    ".tsv": table,
    ".json": lambda text: json.dumps([{"text": text, "date": text, "title": text}]).encode(),
    ".jsonl": str.encode,
    ".html": lambda text: f"<html><body><article><p>{LEAD}{LEAD}</p>{text}</article></body></html>".encode(),
    ".htm": lambda text: ("<html><p>End of Document</p>" + text).encode(),
    ".warc": lambda text: ("WARC/1.0\r\nWARC-Type: response\r\n" + text).encode(),
    ".pdf": lambda text: ("%PDF-1.4\n" + text).encode(),
    ".docx": word_document,
    ".rtf": lambda text: ("{\\rtf1\\ansi " + text + "}").encode(),
    ".zip": archive,
}
STEPS = {
    "decoding": lambda text: encoding.decode(text.encode()),
    "cleaning": lambda text: cleaning.clean(text, "Six dockers killed in Lowtown", DEBRIS),
    "a headline": lambda text: cleaning.clean_headline(text[:500], DEBRIS),
    "a wire credit": lambda text: outlets.wire(None, None, text, text, OUTLETS),
    "a date": lambda text: published.of(Arrival("a.txt", "a", text), text, CALENDAR),
    "an inferred date": lambda text: inferred.when(LEAD + text, CALENDAR),
    "the language": lambda text: IDENTIFY(text),
    "near-copies": copies.shingles,
}


def seconds(work, text: str) -> float:
    began = time.process_time()
    work(text)
    return time.process_time() - began


def slow(work) -> dict[str, float]:
    """The pieces that took too long, each repeated to SIZE."""
    work(LEAD)
    taken = {piece: seconds(work, piece * (SIZE // len(piece))) for piece in PIECES}
    return {piece[:20]: time for piece, time in taken.items() if time > SECONDS}


def test_every_format_is_tried():
    assert set(FILES) | {".text", ".xhtml", ".ndjson"} == {*formats.READERS, ".zip"}


@pytest.mark.parametrize("suffix", FILES)
def test_reading_a_piece_repeated_without_end(suffix):
    made = FILES[suffix]
    assert slow(lambda text: formats.read(f"file{suffix}", made(text), WORDS["columns"])) == {}


@pytest.mark.parametrize("step", STEPS)
def test_a_step_over_a_piece_repeated_without_end(step):
    assert slow(STEPS[step]) == {}


def test_many_articles_take_time_in_proportion():
    def read(count: int) -> float:
        rows = "".join(f'{n},"{LEAD} {n}"\n' for n in range(count))
        file = "id,text\n" + rows
        # The best of three: what else the machine does slows a single reading of some hundredths of a second.
        return min(seconds(lambda text: formats.read("a.csv", text.encode(), WORDS["columns"]), file) for _ in range(3))

    read(100)
    assert read(16_000) < 8 * read(4_000)
