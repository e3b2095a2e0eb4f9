"""What each word of an article may be a sign of: a number, a time, harm.

A word is asked once. A sentence then sees from its stretch of bytes whether a rule has anything to look for in it, and
at which of its words.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from helpers.figures import gazetteer, indefinite, lexicon, quantities, times, words
from helpers.figures.speakers import speakers
from helpers.figures.words import Words
from helpers.vocabulary import Vocabulary

NUMBER, NAME, SOURCE, TIME, HARM, PERSON, ARTICLE, QUOTE = range(8)
"""With a word a number, a place's name or a known source's may begin; others tell of times, harm, a person."""
_QUOTES = frozenset('"“”')
_ONE_OF = [bytes(signs >> sign & 1 for signs in range(256)) for sign in range(8)]
"""For every sign, whether a set of signs, one bit each, has it."""


def marks(split: Words, vocabulary: Vocabulary) -> list[bytes]:
    """For every sign, 1 or 0 for each word: whether it may be such a sign."""
    signs = bytes(map(_signs(vocabulary), split.surface))
    return [signs.translate(has_it) for has_it in _ONE_OF]


@lru_cache(maxsize=4)
def _signs(vocabulary: Vocabulary) -> Callable[[str], int]:
    known, begins_number = lexicon.build(vocabulary), quantities.number_words(vocabulary).begins
    begins_place, speaking = gazetteer.build(vocabulary).may_begin, speakers(vocabulary)
    sources, acronyms = speaking.sources.begins, speaking.acronyms

    @words.remembered
    def signs(word: str) -> int:
        key = words.key(word)
        found = {
            NUMBER: begins_number(key),
            NAME: begins_place(word),
            SOURCE: key in sources and not (key in acronyms and word.islower()),
            TIME: times.may_date(word),
            HARM: key in known.harms,
            PERSON: key in known.persons,
            ARTICLE: key in indefinite.ARTICLES,
            QUOTE: word in _QUOTES,
        }
        return sum(1 << sign for sign, has_it in found.items() if has_it)

    return signs
