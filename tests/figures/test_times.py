import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.figures import times

DAYS = st.dates(datetime.date(1950, 1, 1), datetime.date(2049, 12, 31))
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
WEDNESDAY = "2017-03-15"


def spans(sentence, anchor=WEDNESDAY):
    return [(when.since, when.until) for when in times.mentions(sentence, anchor)]


@pytest.mark.parametrize(
    "form", ["%d %B %Y", "%d %b %Y", "%B %d, %Y", "%B %d %Y", "%b. %d, %Y", "%d of %B %Y", "%Y-%m-%d"]
)
@given(day=DAYS)
def test_every_full_date_is_read_without_an_anchor(form, day):
    assert spans(f"Shells fell on {day.strftime(form)}.", None) == [(day.isoformat(), day.isoformat())]


@given(day=DAYS, anchor=DAYS)
def test_a_date_without_a_year_is_the_latest_not_after_the_article(day, anchor):
    for when in times.mentions(f"Shells fell on {day.day} {day.strftime('%B')}.", anchor.isoformat()):
        resolved = datetime.date.fromisoformat(when.since)
        assert (resolved.month, resolved.day) == (day.month, day.day)
        assert resolved <= anchor
        assert resolved.year >= anchor.year - 1


@given(anchor=DAYS, weekday=st.sampled_from(WEEKDAYS))
def test_a_weekday_is_the_last_of_its_name_and_never_after_the_article(anchor, weekday):
    ((since, until),) = spans(f"Shells fell on {weekday}.", anchor.isoformat())
    resolved = datetime.date.fromisoformat(since)
    assert since == until
    assert WEEKDAYS[resolved.weekday()] == weekday
    assert anchor - datetime.timedelta(7) < resolved <= anchor


@given(text=st.text(), anchor=st.none() | DAYS.map(str) | st.sampled_from(["2017", "2017-03"]))
def test_any_sentence_is_read(text, anchor):
    for when in times.mentions(text, anchor):
        assert 0 <= when.start < when.end <= len(text)


@pytest.mark.parametrize(
    ("words", "since", "until"),
    [
        ("today", "2017-03-15", "2017-03-15"),
        ("yesterday", "2017-03-14", "2017-03-14"),
        ("on Wednesday", "2017-03-15", "2017-03-15"),
        ("last Wednesday", "2017-03-08", "2017-03-08"),
        ("in the first week of February", "2017-02", "2017-02"),
        ("in the second half of January", "2017-01", "2017-01"),
        ("in the first quarter of 2016", "2016-01", "2016-03"),
        ("over a period of three days", "2017-03-12", "2017-03-15"),
        ("in the past fortnight", "2017-03-01", "2017-03-15"),
        ("a fortnight ago", "2017-03", "2017-03"),
        ("last Tuesday", "2017-03-14", "2017-03-14"),
        ("on Tuesday last week", "2017-03-07", "2017-03-07"),
        ("overnight", "2017-03-14", "2017-03-15"),
        ("a day earlier", "2017-03-14", "2017-03-14"),
        ("over the past day", "2017-03-14", "2017-03-15"),
        ("between June and October 2015", "2015-06", "2015-10"),
        ("from November to February 2016", "2015-11", "2016-02"),
        ("between 3 and 9 March", "2017-03-03", "2017-03-09"),
        ("from March 3-9", "2017-03-03", "2017-03-09"),
        ("for the third day in a row", "2017-03-13", "2017-03-15"),
        ("on the fifth day of the offensive", "2017-03-11", "2017-03-15"),
        ("since the start of the year", "2017-01", "2017-03-15"),
        ("in the first six months of 2016", "2016-01", "2016-06"),
        ("in the first half of 2016", "2016-01", "2016-06"),
        ("in the second half of 2016", "2016-07", "2016-12"),
        ("in the third quarter of 2016", "2016-07", "2016-09"),
        ("in the last three months of 2016", "2016-10", "2016-12"),
        ("in the past few hours", "2017-03-15", "2017-03-15"),
        ("earlier this month", "2017-03", "2017-03"),
        ("since the beginning of last week", "2017-03-06", "2017-03-15"),
        ("in the month-long battle", "2017-02", "2017-03-15"),
        ("in two days of attacks", "2017-03-14", "2017-03-15"),
        ("in a single week", "2017-03-08", "2017-03-15"),
        ("Six days of shelling", "2017-03-09", "2017-03-15"),
        ("over the past two days", "2017-03-14", "2017-03-15"),
        ("three days ago", "2017-03-12", "2017-03-12"),
        ("a week ago", "2017-03", "2017-03"),
        ("two months ago", "2017-01", "2017-01"),
        ("a year before", "2016", "2016"),
        ("since the truce ended a month ago", "2017-02", "2017-03-15"),
        ("in the past 24 hours", "2017-03-14", "2017-03-15"),
        ("in the past four days", "2017-03-11", "2017-03-15"),
        ("over the past two weeks", "2017-03-01", "2017-03-15"),
        ("in the last three months", "2016-12", "2017-03-15"),
        ("over the past six years", "2011-03", "2017-03-15"),
        ("this week", "2017-03-13", "2017-03-15"),
        ("this month", "2017-03", "2017-03-15"),
        ("this year", "2017", "2017-03-15"),
        ("last year", "2016", "2016"),
        ("last month", "2017-02", "2017-02"),
        ("since late January", "2017-01", "2017-03-15"),
        ("since 3 May 2013", "2013-05-03", "2017-03-15"),
        ("in 2014", "2014", "2014"),
        ("in November", "2016-11", "2016-11"),
        ("between January and March", "2017-01", "2017-03"),
        ("over the weekend", "2017-03-11", "2017-03-12"),
    ],
)
def test_words_for_a_time(words, since, until):
    assert spans(f"Shells fell {words}.") == [(since, until)]


@pytest.mark.parametrize("words", ["from 2014 to 2016", "between 2014 and 2016"])
def test_years_from_one_to_another_are_a_period(words):
    assert spans(f"Shells killed 14 men {words}.") == [("2014", "2016")]


def test_since_a_year_runs_to_the_day_of_the_article():
    assert spans("Shells have fallen since 2014.") == [("2014", WEDNESDAY)]


@pytest.mark.parametrize("days", ["Thursday and Friday", "Thursday night and into Friday"])
def test_two_days_named_together_are_one_event(days):
    (first, _) = times.mentions(f"Shells fell on {days}.", WEDNESDAY)
    assert (first.kind, first.since, first.until) == (times.DAY, "2017-03-09", "2017-03-10")


def test_two_months_named_together_are_one_period():
    assert spans("Shells fell in January and February.") == [("2017-01", "2017-02")] * 2


@pytest.mark.parametrize("night", ["in the night from Sunday to Monday", "between Sunday and Monday"])
def test_the_night_between_two_days_is_one_event(night):
    (when,) = times.mentions(f"Shells fell {night}.", WEDNESDAY)
    assert (when.kind, when.since, when.until) == (times.DAY, "2017-03-12", "2017-03-13")


def test_two_days_far_apart_are_no_single_event():
    first, second = times.mentions("Shells fell on 3 January and 5 February.", WEDNESDAY)
    assert (first.kind, first.since, first.until) == (times.PERIOD, "2017-01-03", "2017-02-05")
    assert (second.kind, second.since, second.until) == (times.PERIOD, "2017-01-03", "2017-02-05")


def test_a_night_is_counted_from_the_day_on_which_it_is_told():
    night, _ = times.mentions("Shells fell overnight, the mayor said on Monday.", WEDNESDAY)
    assert (night.since, night.until) == ("2017-03-12", "2017-03-13")


def test_a_day_between_speaker_and_verb_is_that_of_the_statement():
    spoken, struck = times.mentions("The mayor on Tuesday said that shells fell on Sunday.", WEDNESDAY)
    assert (spoken.spoken, struck.spoken) == (True, False)


def test_late_on_one_day_and_early_on_the_next_are_one_night():
    late, early = times.mentions("Shells fell on late March 6 and early March 7.", WEDNESDAY)
    assert (late.kind, late.since, late.until) == (early.kind, early.since, early.until)
    assert (late.kind, late.since, late.until) == (times.DAY, "2017-03-06", "2017-03-07")


def test_the_day_of_the_event_comes_before_the_day_of_the_statement():
    found = times.mentions("The mayor said on Tuesday that shells fell on Sunday.", WEDNESDAY)
    assert [when.spoken for when in found] == [True, False]
    assert times.of_figure(found, 0).since == "2017-03-12"


def test_since_then_points_to_the_period_told_before():
    (when,) = times.mentions("Since then nobody has come.", WEDNESDAY, lambda: "2016-09")
    assert (when.since, when.until) == ("2016-09", WEDNESDAY)
    assert times.mentions("Since then nobody has come.", WEDNESDAY) == []
    _, then = times.mentions("The war came in 2015 and since then nobody has come.", WEDNESDAY, lambda: "2016-09")
    assert (then.since, then.until) == ("2015", WEDNESDAY)


@pytest.mark.parametrize("day", ["31 February 2015", "0 May 2015", "32 March 2015"])
def test_a_day_that_is_none_is_no_day(day):
    assert [when for when in times.mentions(f"On {day} shells fell.", WEDNESDAY) if when.kind == times.DAY] == []


def test_the_last_of_february_before_it_has_come():
    assert spans("Shells fell on 29 February.", "2016-02-10") == []


def test_a_day_after_something_dates_what_stands_behind_it():
    sentence = "Shells killed 14 men on Tuesday, a day after rockets killed 16 women."
    found = times.mentions(sentence, WEDNESDAY)
    assert times.of_figure(found, sentence.index("14")).since == "2017-03-14"
    before = times.of_figure(found, sentence.index("16"))
    assert before.since == "2017-03-13"


@pytest.mark.parametrize(
    ("words", "since"), [("Two days", "2017-03-13"), ("3 days", "2017-03-12"), ("less than two weeks", "2017-03")]
)
def test_what_something_comes_after_happened_so_long_before(words, since):
    (when,) = times.mentions(f"The raid came {words} after rockets killed 16 women.", WEDNESDAY)
    assert (when.kind, when.since, when.within.start) == (times.DAY, since, when.end)


def test_what_is_the_first_since_a_date_covers_no_time_since():
    assert spans("Shells killed 14 men, the deadliest attack since 2014.") == []
    assert spans("Shells killed 14 men in one of the worst raids in 16 months.") == []
    assert spans("Shells have killed 14 men since 2014.") == [("2014", WEDNESDAY)]


def test_a_record_dates_what_is_told_of_the_one_before():
    sentence = "Nine died, the deadliest raid since May 2016, when 40 women were killed."
    found = times.mentions(sentence, WEDNESDAY)
    assert times.of_figure(found, 0) is None
    assert times.of_figure(found, sentence.index("40")).since == "2016-05"


@pytest.mark.parametrize(
    "words", ["said in a new toll", "told our reporter late on", "met on", "mourned 14 men and buried"]
)
def test_a_day_of_words_and_of_mourning_is_not_that_of_the_incident(words):
    (day,) = times.mentions(f"The elders {words} Tuesday.", WEDNESDAY)
    assert day.spoken


@pytest.mark.parametrize(
    ("text", "since"),
    [
        ("Shells killed 12 people in the past 24 hours, the ministry said on Monday.", "2017-03-12"),
        ("Shells killed 12 people in the past 48 hours, the ministry said on Monday.", "2017-03-11"),
        ("Shells killed 12 people on the third day of the siege, the ministry said on Monday.", "2017-03-11"),
        ("Shells killed 12 people in the past 24 hours, the ministry said.", "2017-03-14"),
    ],
)
def test_who_speaks_counts_back_from_the_day_of_speaking(text, since):
    assert times.mentions(text, WEDNESDAY)[0].since == since


def test_a_day_after_is_no_day_of_a_statement():
    text = "Shells fell on Monday, residents said a day after shells killed 80."
    assert times.of_figure(times.mentions(text, WEDNESDAY), text.index("80")).since == "2017-03-14"


def test_the_day_before_may_open_a_sentence():
    assert spans("The day before, shells fell.") == [("2017-03-14", "2017-03-14")]


def test_years_of_age_are_no_time():
    assert spans("All were under 15 years of age.") == []


def test_a_day_and_the_day_after_something_are_no_single_event():
    tuesday, before = times.mentions("They wept on Tuesday, a day after shells killed 12.", WEDNESDAY)
    assert (tuesday.since, tuesday.until, before.since, before.until) == (
        "2017-03-14",
        "2017-03-14",
        "2017-03-13",
        "2017-03-13",
    )


def test_the_day_of_a_statement_and_the_next_sentences_are_not_one():
    """Texts that lost their full stops run them together."""
    assert spans("A monitor said on Monday Sundays blasts killed 12.") == [("2017-03-13",) * 2, ("2017-03-12",) * 2]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On Sunday shells fell, and the following day a raid killed 12.", [("2017-03-12",) * 2, ("2017-03-13",) * 2]),
        ("The next day shells fell.", []),
        ("Shells fell on 16/05/2015.", [("2015-05-16",) * 2]),
        ("Shells fell on 05/16/2015.", [("2015-05-16",) * 2]),
        ("Shells fell on 05/06/2015.", []),
        ("Raids killed 12 in the first two weeks of January.", [("2017-01", "2017-01")]),
        ("In January 4,700 people died.", [("2017-01", "2017-01")]),
        ("Shells fell in late summer 2015.", [("2015", "2015")]),
        ("As of 9 March, 12 people had died since the start of the year.", [("2017-01", "2017-03-09")]),
        ("The fighting, which began in January, has killed 12.", [("2017-01", "2017-03-15")]),
    ],
)
def test_days_that_follow_and_spans_that_close_or_go_on(text, expected):
    assert spans(text) == expected


@given(day=DAYS)
def test_a_date_in_digits_is_settled_where_only_one_of_them_can_be_the_month(day):
    expected = [(day.isoformat(),) * 2] if day.day > 12 or day.day == day.month else []
    assert spans(f"Shells fell on {day.day}/{day.month}/{day.year}.") == expected
    assert spans(f"Shells fell on {day.month}/{day.day}/{day.year}.") == expected


@pytest.mark.parametrize(("words", "day"), [("The day before", "2017-03-11"), ("The next day", "2017-03-13")])
def test_days_are_counted_from_the_one_told_in_the_sentence_before(words, day):
    assert times.mentions(f"{words}, shells fell.", WEDNESDAY, days_before=lambda: ["2017-03-12"])[0].since == day


def test_a_day_ago_counts_from_today_not_from_the_day_told():
    told = times.mentions("A day ago shells fell.", WEDNESDAY, days_before=lambda: ["2017-03-12"])
    assert [when.since for when in told] == ["2017-03-14"]


def test_no_month_has_so_many_days():
    (march,) = times.mentions("It counted 163 dead during March 41 of them bakers.", "2017-04-10")
    assert (march.since, march.until) == ("2017-03", "2017-03")
