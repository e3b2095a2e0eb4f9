"""Text to words with their offsets: the coarsest cut on which every later rule works."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import accumulate
from typing import NamedTuple, TypeVar

Found = TypeVar("Found")

MOST_REMEMBERED = 1 << 14
"""Words of which a function remembers what it found: as many as ten thousand articles have, and a million no more."""

_WORD = re.compile(
    r"""(?![ ])                                         # a blank begins no word: asked first, as it is frequent
    (
      [A-Za-z][a-z]++(?![-'’`\w])                      # most words; the other alternatives would read them alike
    | [^\w\s]                                        # marks, letters, digits: the frequent first, as none begin alike
    | (?:[A-Z]\.){2,}(?:[A-Z]\b)?(?:-[a-z]+)?           # U.S.  U.N.  U.S.-led
    | (?:[A-Z]\.)+[A-Z]-[a-z]+                          # U.S-led
    | [ap]\.m\.                                         # 6 a.m.
    | [^\W\d_]\w*(?:[-'’`]\w+)*(?:-(?=\s[A-Z]))?       # al-Nusra  F-16  Syria's
    | \d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?(?!\d|,\d)  # 1,200  2,500.5  1,50,000
    | \d{1,3},[ ]000(?!\d)                              # 61, 000
    | \d+(?:st|nd|rd|th)\b                             # 17th
    | \d+-(?:year|month|week|day)s?-old\b               # 12-year-old
    | \d+(?:\.\d+)?(?:[kKmM]|mn|mln|bn|km|kg|cm|mm)\b     # 1.3m  10km
    | \d+(?:[.:/]\d+)+                                 # 2.5  10:15  19.04.2017
    | \d+
    | \n+(?![a-z(])                                    # the end of a paragraph, not of a wrapped line
    )""",
    re.VERBOSE,
)


_SPELLED = {"amongst": "among", "amidst": "amid", "upon": "on", "whilst": "while"}
"""Words that mean the same as commoner ones, by the rarer."""


class Words(NamedTuple):
    """The words of a text, as parallel lists.

    ``keys`` are the words as the vocabulary looks them up: lower case, straight apostrophes, no possessive ``'s``.
    ``starts`` and ``ends`` are offsets in characters, ends exclusive.
    """

    surface: list[str]
    keys: list[str]
    starts: list[int]
    ends: list[int]

    def span(self, first: int, last: int) -> str:
        """The words ``first`` to ``last`` (exclusive) as the text has them, every gap one blank."""
        if last - first == 1:
            return self.surface[first]
        joined = [self.surface[first]] if first < last else []
        for at in range(first + 1, last):
            joined.append(f" {self.surface[at]}" if self.starts[at] > self.ends[at - 1] else self.surface[at])
        return "".join(joined)


def split(text: str) -> Words:
    """The words of ``text`` in order; runs of line breaks count as one word, blanks as none."""
    pieces = _WORD.split(text)  # gap, word, gap, word, ..., gap
    offsets = list(accumulate(map(len, pieces)))
    surface = pieces[1::2]
    return Words(surface, list(map(key, surface)), offsets[:-1:2], offsets[1::2])


class _Memory(dict[str, Found]):
    """What a function finds of each word; emptied when it is full."""

    def __init__(self, find: Callable[[str], Found]) -> None:
        self._find = find

    def __missing__(self, word: str) -> Found:
        if len(self) >= MOST_REMEMBERED:
            self.clear()
        found = self[word] = self._find(word)
        return found


def remembered(find: Callable[[str], Found]) -> Callable[[str], Found]:
    """A function of a word that is asked once of each, as by functools.lru_cache but in half its time."""
    return _Memory(find).__getitem__


@remembered
def key(word: str) -> str:
    """The form under which the vocabulary knows a word."""
    low = word.lower()
    if low[0].isdigit():
        return low.replace(", ", ",")
    if "’" in low or "`" in low:
        low = low.replace("’", "'").replace("`", "'")
    low = low[:-2] if low.endswith("'s") and len(low) > 2 else low
    return _SPELLED.get(low, low)
