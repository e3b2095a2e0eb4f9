import math

import pandas as pd
import pytest

from helpers.tallies import intervals


@pytest.mark.parametrize(
    ("value", "low", "high", "hedge", "expected"),
    [
        (18, 18, 18, "exact", (18, 18)),
        (370_000, 370_000, None, "at_least", (370_000, math.inf)),
        (30, None, 30, "at_most", (0, 30)),
        (25, 20, 30, "range", (20, 30)),
        (890, 890, 890, "about", (885, 895)),
        (400_000, 400_000, 400_000, "about", (360_000, 440_000)),
        (560_000, 560_000, 560_000, "exact", (555_000, 565_000)),
        (50, 50, 50, "exact", (50, 50)),
    ],
)
def test_an_interval_is_what_the_wording_allows(value, low, high, hedge, expected):
    assert intervals.of(value, low, high, hedge) == expected


def test_a_null_of_a_table_is_an_open_bound():
    assert intervals.of(370_000.0, 370_000.0, pd.NA, "at_least") == (370_000, math.inf)
    assert intervals.of(30.0, float("nan"), 30.0, "at_most") == (0, 30)


@pytest.mark.parametrize(("value", "unit"), [(890, 10), (400_000, 100_000), (437, 1), (0, 1), (1.5, 1)])
def test_roundness_is_the_last_digit_that_says_something(value, unit):
    assert intervals.rounded_to(value) == unit


def test_intervals_meet_where_one_number_satisfies_both():
    assert intervals.meet((450, math.inf), (885, 895))
    assert intervals.meet((0, 30), (30, 30))
    assert not intervals.meet((0, 30), (31, 31))


def test_open_means_that_one_side_is_not_bound():
    assert intervals.is_open((450, math.inf))
    assert intervals.is_open((0, 30))
    assert not intervals.is_open((20, 30))
