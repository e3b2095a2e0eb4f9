import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import dateline

DAYS = st.dates(datetime.date(1950, 1, 1), datetime.date(2049, 12, 31))
FORMS = ["%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b. %d, %Y", "%d-%b-%Y", "%d.%m.%Y", "%d/%m/%Y", "%Y-%m-%d", "%B %d %Y"]


@pytest.mark.parametrize("form", FORMS)
@given(day=DAYS)
def test_every_day_in_every_form_is_read(form, day):
    stated = day.strftime(form)
    found = dateline.find(f"DUNFORD, {stated} (Wire) - The bridge is open.")
    assert found.date == day.isoformat()
    assert stated.startswith(found_text := f"DUNFORD, {stated}"[found.start : found.end])
    assert found_text


@pytest.mark.parametrize(
    ("stated", "date"),
    [
        ("3rd of June 2015", "2015-06-03"),
        ("JUNE 3, 2015", "2015-06-03"),
        ("13/06/2015", "2015-06-13"),
        ("06/13/2015", "2015-06-13"),
        ("05-04-2016", "2016-04-05"),
        ("Posted on Sept 1 2014", "2014-09-01"),
        ("Published: Monday, 2 May 2016", "2016-05-02"),
    ],
)
def test_other_ways_to_state_the_day(stated, date):
    assert dateline.find(f"{stated}\nThe bridge is open.").date == date


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The bridge is open.",
        "Rockets hit the bridge on 21 August 2013.",
        "The bridge has been shut since 21 August 2013.",
        "Between 3 May 2014 and 5 May 2014 nobody crossed.",
        "DUNFORD, 31 February 2015 - The bridge is open.",
        "DUNFORD, 14/13/2015 - The bridge is open.",
        "DUNFORD, 3 June - The bridge is open.",
        "x" * dateline.REACH + " 3 June 2015",
    ],
)
def test_a_date_of_the_running_text_or_no_date_at_all(text):
    assert dateline.find(text) is None


def test_the_first_of_several_stands():
    assert dateline.find("DUNFORD, 3 June 2015\nUpdated 4 June 2015\n").date == "2015-06-03"


@given(st.text())
def test_any_text_is_looked_through(text):
    found = dateline.find(text)
    if found is not None:
        datetime.date.fromisoformat(found.date)
        assert 0 <= found.start < found.end <= dateline.REACH


@pytest.mark.parametrize(
    ("published", "date"),
    [
        ("2017-03-15", "2017-03-15"),
        ("2017-03-15T08:30:00+02:00", "2017-03-15"),
        ("2017-03", "2017-03"),
        ("2017", "2017"),
        ("2017-02-30", None),
        ("15.03.2017", None),
        ("", None),
        (None, None),
    ],
)
def test_a_day_of_publication_is_a_date_or_nothing(published, date):
    assert dateline.as_published(published) == date


def test_the_date_of_a_picture_is_not_the_articles():
    text = "A mill burns in the market town of Dael, Syria March 14, 2017. (AP)\nBEIRUT, 16 March 2017"
    assert dateline.find(text).date == "2017-03-16"
