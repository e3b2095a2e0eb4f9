"""Which language an article is written in, among those of ``data/vocabulary/languages.csv``."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from itertools import islice

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from helpers.vocabulary import Row

_SAMPLE_CHARACTERS = 600
_FEWEST_LETTERS = 20


def identifier(languages: Iterable[Row]) -> Callable[[str], str | None]:
    """A function from a text to its language's ISO 639-1 code; null for texts too short to tell.

    By the naive Bayes model over byte n-grams of langid.py (Lui and Baldwin 2012), which ships with py3langid.
    """
    codes = tuple(row["language"] for row in languages)

    def identify(text: str) -> str | None:
        sample = text[:_SAMPLE_CHARACTERS]
        letters = islice(filter(str.isalpha, sample), _FEWEST_LETTERS)
        if len(list(letters)) < _FEWEST_LETTERS:
            return None
        # The model takes 75 MB: only who tells a language loads it.
        return _model(codes).classify(sample)[0]

    return identify


def code(given: str | None, languages: Iterable[Row]) -> str | None:
    """The code of a language as a table gives it (``en``, ``en-GB``, ``English``); null where it is none we know."""
    if not given:
        return None
    plain = given.casefold().replace("_", "-")
    spelt = {spelling.casefold(): row["language"] for row in languages for spelling in (row["language"], row["name"])}
    return spelt.get(plain) or spelt.get(plain.partition("-")[0])


@cache
def _model(languages: tuple[str, ...]) -> LanguageIdentifier:
    model = LanguageIdentifier.from_model_file(MODEL_FILE)
    model.set_languages(list(languages) or None)
    return model
