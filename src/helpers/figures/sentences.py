"""Text to sentences, by NLTK's Punkt (Kiss and Strunk 2006) with the vocabulary's abbreviations.

News text adds two boundaries that no full stop marks: the end of a line, and the headline, which many outlets repeat
at the start of the body without punctuation.
"""

from __future__ import annotations

import contextlib
import re
import sys
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from helpers.figures.expressions import WEEKDAYS
from helpers.vocabulary import Vocabulary, any_of, spellings

if TYPE_CHECKING:
    from nltk.tokenize.punkt import PunktSentenceTokenizer

Span = tuple[int, int]

_HEADLINE_REACH = 600
_LONGEST_HEADLINE = 200
_SHORTEST_HEADLINE = 12
_LONGEST_WORD = 20
_PARAGRAPH = re.compile(r"(?:[^\n]+|\n(?=[a-z(]))+")
"""Text up to a line break; one before a small letter only wraps the line."""
_SITE_NAME = re.compile(r"\s+[|-]\s")
_OPENING = ("adverb", "determiner", "ellipsis", "preposition", "subordinator", "coordinator")
"""Classes of grammar.csv whose words open sentences."""
_GOVERNING = ("determiner", "preposition", "coordinator", "of")
"""Classes of words with which no sentence ends."""
_COUNTING = ("unit", "ten", "vague", "article")
"""Kinds of numbers.csv that do so."""
_FULL_STOP = re.compile(r'\.\s++(?=["“(\[]?\w)')


@lru_cache(maxsize=4)
def _tokenizer(vocabulary: Vocabulary) -> PunktSentenceTokenizer:
    # Imported where it is first used: NLTK takes half a second to load, which nobody pays whose figures are remembered.
    with _without("scipy"):
        from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

    # From 3.10 on NLTK gives up on a text after five seconds by the clock. How busy the machine is must not decide what
    # is read, and the one pattern that meets whole texts takes time in proportion to their length.
    with contextlib.suppress(ImportError):
        from nltk import redos

        redos.DEFAULT_TIMEOUT = None

    class Tokenizer(PunktSentenceTokenizer):
        """Punkt, which is asked only once of each word with its full stop and the word behind it."""

        def __init__(self, parameters: PunktParameters) -> None:
            super().__init__(parameters)
            self.text_contains_sentbreak = lru_cache(maxsize=1 << 14)(self.text_contains_sentbreak)

    parameters = PunktParameters()
    parameters.abbrev_types = set(_abbreviations(vocabulary))
    return Tokenizer(parameters)


@lru_cache(maxsize=4)
def _abbreviations(vocabulary: Vocabulary) -> frozenset[str]:
    return frozenset(word for row in vocabulary["abbreviations"] for word in spellings(row["words"]))


@contextlib.contextmanager
def _without(package: str) -> Iterator[None]:
    """As if a package were not installed: NLTK loads all of SciPy, if it is there, for a measure that nobody needs."""
    if package in sys.modules:
        yield
        return
    sys.modules[package] = None
    try:
        yield
    finally:
        del sys.modules[package]


def headline(text: str) -> Span | None:
    """The span of the first line where it reads as a headline: short, and not closed by a full stop."""
    end = text.find("\n")
    line = text[:end].rstrip() if end > 0 else ""
    return (0, len(line)) if 0 < len(line) <= _LONGEST_HEADLINE and line[-1] not in '.!?"”' else None


def spans(text: str, vocabulary: Vocabulary, boundaries: Iterable[int] = ()) -> list[Span]:
    """The sentences of ``text`` as (start, end) in characters; ``boundaries`` are further places where one ends."""
    cuts = {*boundaries, *_headline_cuts(text), *_run_on_cuts(text, vocabulary), *_plain_cuts(text, vocabulary)}
    for line in _PARAGRAPH.finditer(text):
        cuts.update(line.span())
    found: list[Span] = []
    for start, end in pairwise(sorted(cuts)):
        piece = text[start:end].lstrip()
        at, piece = end - len(piece), piece.rstrip()
        inner = piece[:-1]
        if "." in inner or "?" in inner or "!" in inner:  # marks about which Punkt is asked
            found.extend((at + s, at + e) for s, e in _tokenizer(vocabulary).span_tokenize(piece))
        elif piece:
            found.append((at, at + len(piece)))
    return found


def _plain_cuts(text: str, vocabulary: Vocabulary) -> Iterator[int]:
    """Where a plain word stands before a full stop: only behind an abbreviation would Punkt let the sentence go on."""
    abbreviations = _abbreviations(vocabulary)
    for stop in _FULL_STOP.finditer(text):
        at = stop.start()
        _, blank, word = text[max(0, at - _LONGEST_WORD) : at].rpartition(" ")
        if blank and len(word) > 1 and word.isalpha() and word.lower() not in abbreviations:
            yield stop.end()


def _headline_cuts(text: str) -> list[int]:
    span = headline(text)
    if span is None:
        return []
    line = text[: span[1]]
    for title in (line, _SITE_NAME.split(line)[0]):
        at = text.find(title, span[1], span[1] + _HEADLINE_REACH) if len(title) >= _SHORTEST_HEADLINE else -1
        if at > 0:
            return [at, at + len(title)]
    return []


def _run_on_cuts(text: str, vocabulary: Vocabulary) -> list[int]:
    """Where a sentence opens though no full stop closes what stands before it, as behind a heading inside the text."""
    title = headline(text)
    openers, unfinished = _openers(vocabulary)
    return [
        match.end()
        for match in openers.finditer(text, title[1] if title else 0)
        if not unfinished.search(text, max(0, match.start() - _LONGEST_WORD), match.start())
    ]


@lru_cache(maxsize=4)
def _openers(vocabulary: Vocabulary) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The blank before words that in running text have a capital only where they open a sentence, and what goes on.

    The second pattern finds last words after which a sentence is not over: "killed in", or "Kill" in a headline.
    """
    grammar = [(r["class"], w) for r in vocabulary["grammar"] for w in spellings(r["words"]) if " " not in w]
    numbers = [w for r in vocabulary["numbers"] if r["kind"] in _COUNTING for w in spellings(r["words"])]
    hedges = [w for r in vocabulary["hedges"] if r["position"] == "before" for w in spellings(r["words"])]
    harms = [w.capitalize() for r in vocabulary["outcomes"] for w in spellings(r["words"]) if " " not in w]
    openers = {w for kind, w in grammar if kind in _OPENING and w.isalpha()}.union(numbers).difference(WEEKDAYS)
    governing = [w for kind, w in grammar if kind in _GOVERNING]
    citing = [w for r in vocabulary["speech"] if r["kind"] == "by" for w in spellings(r["words"]) if " " in w]
    opening = rf"{any_of(map(str.capitalize, openers))} [a-z]|{any_of(map(str.capitalize, citing))} "
    hedged = rf"{any_of(map(str.capitalize, hedges))} (?:\d|{any_of(numbers)}\b)"
    return (
        re.compile(rf' (?=[A-Z])(?<=[\w)"”] )(?={opening}|{hedged})'),
        re.compile(rf"\b{any_of([*governing, *harms])}$"),
    )
