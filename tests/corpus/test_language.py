import pytest

from helpers import vocabulary
from helpers.corpus import language

identify = language.identifier(vocabulary.load()["languages"])


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Mortar rounds landed on the market of Eastwick and killed eleven shoppers.", "en"),
        ("Syria troops kill rebels near Damascus Monitor", "en"),
        ("قتل أحد عشر شخصا في قصف على سوق المدينة صباح اليوم", "ar"),
        ("Onze personnes ont été tuées dans le bombardement du marché.", "fr"),
        ("Pazar yerine düşen havan mermileri on bir kişiyi öldürdü.", "tr"),
        ("12.5 %", None),
        ("", None),
    ],
)
def test_the_language_of_a_text(text, code):
    assert identify(text) == code


@pytest.mark.parametrize(
    ("given", "code"),
    [("en", "en"), ("EN_us", "en"), ("English", "en"), ("arabic", "ar"), ("Klingon", None), ("", None), (None, None)],
)
def test_a_given_language_by_its_code_or_name(given, code):
    assert language.code(given, vocabulary.load()["languages"]) == code
