"""Text to sentences, by what Punkt (Kiss and Strunk 2006) makes of full stops where a list of abbreviations is given.

News text adds two boundaries that no full stop marks: the end of a line, and the headline, which many outlets repeat
at the start of the body without punctuation.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from helpers.vocabulary import Vocabulary, spellings

Span = tuple[int, int]

_HEADLINE_REACH = 600
_LONGEST_HEADLINE = 200
_SHORTEST_HEADLINE = 12
_PARAGRAPH = re.compile(r"(?:[^\n]+|\n(?=[a-z(]))+")
"""Text up to a line break; one before a small letter only wraps the line."""
_SITE_NAME = re.compile(r"\s+[|-]\s")
_IN_WORD = r"""[^\s()\[\]{};:*@'"‘’“”«»?!]"""
_STOP = re.compile(rf"(?<!\S)\S*[.?!](?=(?!{_IN_WORD})\s*(\S))")
"""All between two blanks that has a full stop, question or exclamation mark at the end of a word; what follows."""
_LAST_WORD = re.compile(rf"(?![-,`&#]){_IN_WORD}*$")
_NUMBER = re.compile(r"-?[.,]?\d[\d,.-]*")
_CLAUSE_GOES_ON = ",;:?!"
_CLOSING = re.compile(r"""["')\]}‘’“”«»]+(?:\s+|(?=--)|$)""", re.MULTILINE)
"""Quotes and brackets behind a full stop, which still belong to its sentence."""


@lru_cache(maxsize=4)
def _abbreviations(vocabulary: Vocabulary) -> frozenset[str]:
    return frozenset(word for row in vocabulary["abbreviations"] for word in spellings(row["words"]))


def headline(text: str) -> Span | None:
    """The span of the first line where it reads as a headline: short, and not closed by a full stop."""
    end = text.find("\n")
    line = text[:end].rstrip() if end > 0 else ""
    return (0, len(line)) if 0 < len(line) <= _LONGEST_HEADLINE and line[-1] not in '.!?"”' else None


def spans(text: str, vocabulary: Vocabulary, boundaries: Iterable[int] = ()) -> list[Span]:
    """The sentences of ``text`` as (start, end) in characters; ``boundaries`` are further places where one ends."""
    cuts = sorted({*boundaries, *_headline_cuts(text)})
    found: list[Span] = []
    abbreviations = _abbreviations(vocabulary)
    for line in _PARAGRAPH.finditer(text):
        inner = [cut for cut in cuts if line.start() < cut < line.end()]
        for start, end in zip([line.start(), *inner], [*inner, line.end()], strict=True):
            piece = text[start:end].lstrip()
            at = end - len(piece)
            found.extend((at + s, at + e) for s, e in _in_piece(piece, abbreviations))
    return found


def _in_piece(text: str, abbreviations: frozenset[str]) -> Iterator[Span]:
    """The sentences of a text in which only punctuation ends one."""
    begin = 0
    for stop in _STOP.finditer(text):
        if not _ends_sentence(stop.group(), stop[1], abbreviations):
            continue
        end, after = stop.end(), stop.start(1)
        if closing := _CLOSING.match(text, after):
            end, after = after + len(closing.group().rstrip()), closing.end()
        yield begin, end
        begin = after
    if begin < (end := len(text.rstrip())):
        yield begin, end


def _ends_sentence(piece: str, following: str, abbreviations: frozenset[str]) -> bool:
    """Whether the mark at the end of ``piece`` closes a sentence, and is not part of its last word.

    ``following`` is the first character of what comes behind it.
    """
    if piece[-1] in "?!":
        return True
    word = _LAST_WORD.search(piece).group()[:-1].lower()
    if word in abbreviations or word.rpartition("-")[2] in abbreviations or word.endswith("."):
        return False
    if len(word) == 1 and word.isalpha():
        return not (following.isalpha() or following in _CLAUSE_GOES_ON)
    if _NUMBER.fullmatch(word):
        return not (following.islower() or following in _CLAUSE_GOES_ON)
    return True


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
