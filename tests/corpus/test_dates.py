import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.corpus import dates


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2015-03-02", "2015-03-02"),
        ("2015-03-02T14:05:00Z", "2015-03-02"),
        ("2015/03/02", "2015-03-02"),
        ("20150302", "2015-03-02"),
        ("20150302T140500Z", "2015-03-02"),
        ("20150302140500", "2015-03-02"),
        ("2 March 2015", "2015-03-02"),
        ("Mon, 02 Mar 2015 14:05 GMT", "2015-03-02"),
        ("March 2nd, 2015", "2015-03-02"),
        ("Mar 2015", "2015-03"),
        ("2015-03", "2015-03"),
        ("2015", "2015"),
        ("25/3/2015", "2015-03-25"),
        ("3/25/2015", "2015-03-25"),
        ("4/4/2015", "2015-04-04"),
        ("3/4/2015", "2015"),
        ("31 February 2015", None),
        ("20199-01-01", None),
        ("1/1/20199", None),
        ("0099-01-01", None),
        ("marching 3 2015 men", None),
        ("yesterday", None),
        ("", None),
        (None, None),
    ],
)
def test_a_date_is_read_as_precisely_as_it_is_written(written, read):
    assert dates.iso(written) == read


def test_a_column_tells_its_order_by_its_days_above_twelve():
    assert dates.day_comes_first(["3/4/2015", "25/3/2015"]) is True
    assert dates.day_comes_first(["3/4/2015", "3/25/2015", None]) is False
    assert dates.day_comes_first(["3/4/2015"]) is None
    assert dates.day_comes_first(["25/3/2015", "3/25/2015"]) is None


def test_the_order_settles_what_is_ambiguous():
    assert dates.iso("3/4/2015", day_first=True) == "2015-04-03"
    assert dates.iso("3/4/2015", day_first=False) == "2015-03-04"


@given(st.dates(min_value=datetime.date(1900, 1, 1), max_value=datetime.date(2100, 12, 31)))
def test_every_day_is_read_in_every_notation(day):
    for notation in ("%Y-%m-%d", "%Y%m%d", "%d %B %Y", "%b %d, %Y"):
        assert dates.iso(day.strftime(notation)) == day.isoformat()


@given(st.text(max_size=60))
def test_anything_else_is_a_date_or_nothing(text):
    read = dates.iso(text)
    assert read is None or 4 <= len(read) <= 10
