import pandas as pd
import pytest

from helpers.show import wording


@pytest.mark.parametrize(
    ("n", "noun", "told"),
    [
        (0, "figure", "zero figures"),
        (1, "tally", "one tally"),
        (11, "outlet", "eleven outlets"),
        (12, "tally", "twelve tallies"),
        (13, "day", "13 days"),
        (2535, "figure", "2,535 figures"),
    ],
)
def test_counts_are_words_up_to_twelve_and_agree_in_number(n, noun, told):
    assert wording.count(n, noun) == told


@pytest.mark.parametrize(
    ("iso", "told"),
    [("2019-08-07", "7 August 2019"), ("2019-08", "August 2019"), ("2019", "2019"), (pd.NA, "an unknown date")],
)
def test_dates_are_as_precise_as_known(iso, told):
    assert wording.date(iso) == told


@pytest.mark.parametrize(
    ("low", "high", "told"),
    [
        (18, 18, "18"),
        (18, None, "18 or more"),
        (pd.NA, 30, "up to 30"),
        (20, 30, "20 to 30"),
        (5, float("inf"), "5 or more"),
    ],
)
def test_intervals_say_which_end_is_open(low, high, told):
    assert wording.interval(low, high) == told


def test_a_share_is_never_rounded_to_all_or_none():
    assert wording.share(0, 3) == "none"
    assert wording.share(3, 3) == "all"
    assert wording.share(1, 3) == "33 percent"


def test_lists_end_in_and():
    assert wording.joined(["a"]) == "a"
    assert wording.joined(["a", "b", "c"]) == "a, b and c"
