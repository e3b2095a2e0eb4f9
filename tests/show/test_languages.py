import pandas as pd
import pytest

from helpers.show import languages

NAMES = [
    {"language": "en", "name": "English"},
    {"language": "fr", "name": "French"},
    {"language": "ar", "name": "Arabic"},
]


@pytest.mark.parametrize(
    ("found", "told"),
    [
        (["en", None], "No article is in another language than English."),
        ([], "No article is in another language than English."),
        (
            ["fr", "en"],
            "One article in other languages than English is kept and not searched for figures: one in French.",
        ),
        (
            ["fr", "ar", "xx", "ar"],
            "Four articles in other languages than English are kept and not searched for figures: "
            "two in Arabic, one in French and one in xx.",
        ),
    ],
)
def test_articles_in_other_languages_are_counted_by_language(found, told):
    assert languages.left_out(pd.DataFrame({"language": pd.array(found, dtype="string")}), NAMES) == told
