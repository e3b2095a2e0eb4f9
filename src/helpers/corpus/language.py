"""Which language an article is written in, among those of ``data/vocabulary/languages.csv``."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from helpers.vocabulary import Row

_SAMPLE_CHARACTERS = 600
_FEWEST_LETTERS = 20


def identifier(languages: Iterable[Row]) -> Callable[[str], str | None]:
    """A function from a text to its language's ISO 639-1 code; null for texts too short to tell.

    By the naive Bayes model over byte n-grams of langid.py (Lui and Baldwin 2012), which ships with py3langid.
    """
    model = _model(tuple(row["language"] for row in languages))

    def identify(text: str) -> str | None:
        sample = text[:_SAMPLE_CHARACTERS]
        if sum(map(str.isalpha, sample)) < _FEWEST_LETTERS:
            return None
        return model.classify(sample)[0]

    return identify


@cache
def _model(languages: tuple[str, ...]) -> LanguageIdentifier:
    model = LanguageIdentifier.from_model_file(MODEL_FILE)
    model.set_languages(list(languages))
    return model
