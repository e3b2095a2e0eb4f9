import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.figures import words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1,200 dead", ["1,200", "dead"]),
        ("2.5 million", ["2.5", "million"]),
        ("1.3m left", ["1.3m", "left"]),
        ("the 17th Division", ["the", "17th", "Division"]),
        ("two F-16 jets", ["two", "F-16", "jets"]),
        ("al-Bab's bakery", ["al-Bab's", "bakery"]),
        ("a U.N. convoy", ["a", "U.N.", "convoy"]),
        ("the U.S.-led raid", ["the", "U.S.-led", "raid"]),
        ("at 10:15 on 19.04.2017", ["at", "10:15", "on", "19.04.2017"]),
        ("killed 12,wounded 5", ["killed", "12", ",", "wounded", "5"]),
        ("20-30 dead", ["20", "-", "30", "dead"]),
        ("a 12-year-old boy", ["a", "12-year-old", "boy"]),
        ("one\n\nTwo", ["one", "\n\n", "Two"]),
        ("a wrapped\nline", ["a", "wrapped", "line"]),
    ],
)
def test_text_is_cut_into_words(text, expected):
    assert words.split(text).surface == expected


@pytest.mark.parametrize(
    ("word", "key"), [("Syria’s", "syria"), ("DEAD", "dead"), ("don`t", "don't"), ("'s", "'s"), ("al-Bab's", "al-bab")]
)
def test_the_key_of_a_word(word, key):
    assert words.key(word) == key


def test_a_remembered_function_is_asked_once_of_each_word_until_its_memory_is_full(monkeypatch):
    monkeypatch.setattr(words, "MOST_REMEMBERED", 2)
    asked = []
    length = words.remembered(lambda word: asked.append(word) or len(word))
    assert [length(word) for word in ("bread", "tea", "bread", "salt", "tea")] == [5, 3, 5, 4, 3]
    assert asked == ["bread", "tea", "salt", "tea"]


@given(st.text())
def test_words_stand_where_their_offsets_say_and_leave_out_only_blanks_and_underscores(text):
    split = words.split(text)
    assert len(split.surface) == len(split.keys) == len(split.starts) == len(split.ends)
    at = 0
    for surface, key, start, end in zip(*split, strict=True):
        assert text[start:end] == surface
        assert _is_blank(text[at:start])
        assert key
        at = end
    assert _is_blank(text[at:])


def _is_blank(text):
    return text.replace("_", " ").strip() == ""
