import pytest

from helpers.tallies import spans


@pytest.mark.parametrize(
    ("iso", "first", "last"),
    [
        ("2019-04-30", "2019-04-30", "2019-04-30"),
        ("2019-04", "2019-04-01", "2019-04-30"),
        ("2016-02", "2016-02-01", "2016-02-29"),
        ("2019", "2019-01-01", "2019-12-31"),
    ],
)
def test_a_date_spans_what_it_leaves_open(iso, first, last):
    span = spans.of(iso)
    assert (spans.iso(span.first), spans.iso(span.last)) == (first, last)


@pytest.mark.parametrize("iso", [None, "", "soon", "2019-13", "2019-02-30", "0000-01-01"])
def test_what_is_no_date_spans_nothing(iso):
    assert spans.of(iso) is None


def test_between_goes_from_the_first_to_the_last_day():
    assert spans.between("2019-04", "2019-05-02").length == 32
    assert spans.between("2019-05", "2019-04") is None
    assert spans.between(None, "2019-04") is None


def test_gap_counts_the_days_apart():
    assert spans.gap(spans.of("2019-04"), spans.of("2019-05-03")) == 3
    assert spans.gap(spans.of("2019-04"), spans.of("2019-04-07")) == 0
