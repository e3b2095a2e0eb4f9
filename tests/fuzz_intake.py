"""Coverage-guided fuzzing of reading, cleaning, dating and extraction; run by hand, not by pytest.

    pip install atheris
    PYTHONPATH=src python tests/fuzz_intake.py -max_total_time=600 -max_len=4000

It stops at the first input that raises, vanishes, or takes longer than its length allows, and writes it to a file.
"""

import sys
import time
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["helpers"]):
    from helpers import vocabulary
    from helpers.corpus import archives, cleaning, formats, language, outlets, published
    from helpers.corpus.arrival import Arrival
    from helpers.figures import extract

SECONDS, CHARACTERS_A_SECOND = 1.0, 20_000
WORDS = vocabulary.load()
DEBRIS, OUTLETS = cleaning.debris(WORDS["debris"]), outlets.outlets(WORDS["outlets"])
CALENDAR, IDENTIFY = published.calendar(WORDS), language.identifier(WORDS["languages"])
SUFFIXES = sorted([*formats.READERS, *archives.OPENERS])
SPELLINGS = sorted(
    {
        spelling
        for table in ("outcomes", "people", "hedges", "numbers", "debris", "places", "sources")
        for row in WORDS[table]
        for cell in (row.get("words"), row.get("name"), row.get("variants"))
        for spelling in vocabulary.spellings(cell or "")
    }
)


def read_file(provider: atheris.FuzzedDataProvider) -> None:
    """Any bytes under any file name are an article or a rejection."""
    path = f"file{provider.PickValueInList(SUFFIXES)}"
    found = formats.read(path, provider.ConsumeBytes(sys.maxsize), WORDS["columns"])
    assert found
    assert all(one.path.startswith("file") for one in found)


def read_text(provider: atheris.FuzzedDataProvider) -> None:
    """Any text, with words that the rules know strewn in, is cleaned, dated and searched for figures."""
    parts = []
    while provider.remaining_bytes():
        known = provider.ConsumeBool()
        parts.append(provider.PickValueInList(SPELLINGS) if known else provider.ConsumeUnicodeNoSurrogates(12))
    text = " ".join(parts) * provider.ConsumeIntInRange(1, 3)
    body = cleaning.clean(text, None, DEBRIS)
    outlets.wire(None, None, text, body, OUTLETS)
    date, _ = published.of(Arrival("a.txt", "a", text), body, CALENDAR)
    IDENTIFY(body)
    for figure in extract({"article_id": "a", "published": date, "text": body}, WORDS):
        assert body[figure["start"] : figure["end"]] == figure["phrase"]


def once(data: bytes) -> None:
    """One input; AssertionError where it takes longer than in proportion to its length."""
    provider = atheris.FuzzedDataProvider(data)
    began = time.process_time()
    (read_file if provider.ConsumeBool() else read_text)(provider)
    assert time.process_time() - began < SECONDS + len(data) / CHARACTERS_A_SECOND


if __name__ == "__main__":
    # What is compiled at the first use must not count as the time of an input.
    for read in (read_file, read_text):
        read(atheris.FuzzedDataProvider(Path(__file__).read_bytes()))
    atheris.Setup(sys.argv, once)
    atheris.Fuzz()
