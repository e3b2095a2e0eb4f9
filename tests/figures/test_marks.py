"""What a word may be a sign of: marks.py."""

import pytest

from helpers.figures import marks, words


@pytest.mark.parametrize(
    ("sign", "signs"),
    [
        (marks.NUMBER, ["a", "12"]),
        (marks.NAME, ["Klow"]),
        (marks.TIME, ["Monday"]),
        (marks.HARM, ["killed"]),
        (marks.PERSON, ["nurse"]),
        (marks.ARTICLE, ["a"]),
        (marks.QUOTE, ["“", "”"]),
    ],
)
def test_each_word_tells_of_what_it_may_be_a_sign(sign, signs, vocab):
    split = words.split("On Monday shells killed a nurse and 12 children near Klow, “all of them alone”.")
    marked = marks.marks(split, vocab)[sign]
    assert [word for word, is_one in zip(split.surface, marked, strict=True) if is_one] == signs


def test_an_empty_text_has_no_signs(vocab):
    assert set(marks.marks(words.split(""), vocab)) == {b""}
