"""The number grammar: whatever a count is written as, it is read as what it means."""

from itertools import compress, count

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from helpers import vocabulary
from helpers.figures import quantities, words
from helpers.figures.marks import NUMBER, marks

VOCABULARY = vocabulary.load()
KNOWN = quantities.number_words(VOCABULARY)
HEDGES = [
    (row["hedge"], row["position"], spelling)
    for row in VOCABULARY["hedges"]
    for spelling in vocabulary.spellings(row["words"])
]

SMALL = dict(
    enumerate(
        vocabulary.spellings(
            "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
            "seventeen|eighteen|nineteen"
        )
    )
)
TENS = dict(enumerate(vocabulary.spellings("twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"), start=2))


def in_words(n, joint=" and "):
    """``n`` as English number words; ``joint`` stands between hundreds and the rest."""
    if n < 20:
        return SMALL[n]
    if n < 100:
        return TENS[n // 10] + (f"-{SMALL[n % 10]}" if n % 10 else "")
    if n < 1000:
        return f"{SMALL[n // 100]} hundred" + (joint + in_words(n % 100) if n % 100 else "")
    rest = n % 1000
    link = joint if 0 < rest < 100 else " "
    return f"{in_words(n // 1000, joint)} thousand" + (link + in_words(rest, joint) if rest else "")


def quantities_in(split):
    beginnings = compress(count(), marks(split, VOCABULARY)[NUMBER])
    return quantities.find(split, 0, len(split.keys), beginnings, KNOWN)


def found(text):
    """(phrase, quantity) of every count in the text."""
    split = words.split(text)
    return [(text[split.starts[q.first] : split.ends[q.last - 1]], q) for q in quantities_in(split)]


def only(text):
    ((phrase, quantity),) = found(text)
    return phrase, quantity


counts = st.integers(1, 999_999_999)


@pytest.mark.parametrize(
    ("n", "text"),
    [(7, "seven"), (21, "twenty-one"), (305, "three hundred and five"), (12_040, "twelve thousand and forty")],
)
def test_numbers_are_spelled_as_english_spells_them(n, text):
    assert in_words(n) == text


@given(counts)
def test_an_integer_with_separators_is_read(n):
    phrase, quantity = only(f"There were {n:,} people.")
    assert (phrase, quantity.value, quantity.low, quantity.high, quantity.hedge) == (f"{n:,}", n, n, n, "exact")


@given(counts)
def test_an_integer_without_separators_is_read(n):
    assert only(f"There were {n} people.")[1].value == n


@given(st.integers(1000, 999_999_999))
def test_thousands_may_be_set_apart_by_blanks(n):
    text = f"{n:,}".replace(",", " ")
    assert only(f"There were {text} people.")[1].value == n


@given(st.integers(1, 999_999), st.sampled_from([" and ", " "]))
def test_an_integer_in_words_is_read(n, joint):
    text = in_words(n, joint)
    phrase, quantity = only(f"There were {text} people.")
    assert (phrase, quantity.value) == (text, n)


@given(st.integers(1, 999_999))
def test_an_integer_in_words_opens_a_sentence(n):
    text = in_words(n).capitalize()
    assert only(f"{text} people were there.")[0] == text


@given(st.integers(1, 999), st.integers(0, 9), st.sampled_from(["thousand", "million", "mn"]))
def test_a_decimal_with_a_scale_is_read(whole, tenth, scale):
    value = round(float(f"{whole}.{tenth}") * KNOWN.scale[scale], 6)
    assert only(f"There were {whole}.{tenth} {scale} people.")[1].value == value


@given(st.integers(1, 999), st.integers(1, 9), st.sampled_from(["k", "m", "mn"]))
def test_a_scale_may_be_glued_to_its_decimal(whole, tenth, scale):
    value = round(float(f"{whole}.{tenth}") * KNOWN.scale[scale], 6)
    assert only(f"There were {whole}.{tenth}{scale} people.")[1].value == value


@pytest.mark.parametrize("form", ["between {} and {}", "from {} to {}", "{} to {}", "{}-{}", "{}–{}"])
@given(pair=st.lists(st.integers(1, 999_999), min_size=2, max_size=2, unique=True).map(sorted))
def test_a_range_runs_from_its_lower_to_its_upper_end(form, pair):
    low, high = pair
    text = form.format(f"{low:,}", f"{high:,}")
    phrase, quantity = only(f"There were {text} people.")
    assert (phrase, quantity.low, quantity.high, quantity.hedge) == (text, low, high, "range")
    assert quantity.value == (low + high) / 2


@given(low=st.integers(1, 99), high=st.integers(2, 999).filter(lambda n: n % 100))
def test_a_range_may_be_in_words(low, high):
    assume(low < high)
    _, quantity = only(f"There were between {in_words(low, ' ')} and {in_words(high, ' ')} people.")
    assert (quantity.low, quantity.high) == (low, high)


def test_a_range_may_begin_with_full_hundreds():
    _, quantity = only("There were between one hundred and two hundred people.")
    assert (quantity.low, quantity.high) == (100, 200)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("from 500 to well over 1,000", 500, None),
        ("two to three dozen", 24, 36),
        ("1.2 to 1.5 million", 1_200_000, 1_500_000),
        ("2 to 3 million", 2e6, 3e6),
        ("between two and three thousand", 2000, 3000),
        ("10 or 12", 10, 12),
    ],
)
def test_the_ends_of_a_range_share_a_scale_and_may_be_open(text, low, high):
    _, quantity = only(f"There were {text} people.")
    assert (quantity.low, quantity.high) == (low, high)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("half a million", 500_000),
        ("a million and a half", 1_500_000),
        ("a quarter of a million", 250_000),
        ("a hundred", 100),
        ("a dozen", 12),
        ("two dozen", 24),
        ("one and a half million", 1_500_000),
        ("3 dozen", 36),
        ("12.500", 12_500),
    ],
)
def test_other_ways_to_write_a_number(text, value):
    assert only(f"There were {text} people.")[1].value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("dozens", 24),
        ("scores", 40),
        ("hundreds", 200),
        ("several hundred", 200),
        ("thousands", 2000),
        ("tens of thousands", 20_000),
        ("hundreds of thousands", 200_000),
        ("millions", 2_000_000),
    ],
)
def test_a_vague_plural_is_at_least_twice_the_unit_it_names(text, value):
    phrase, quantity = only(f"There were {text} of people.")
    assert (phrase, quantity.value, quantity.low, quantity.high) == (text, value, value, None)
    assert quantity.hedge == "vague"


@pytest.mark.parametrize(("hedge", "spelling"), [(h, s) for h, position, s in HEDGES if position == "before"])
def test_every_hedge_before_a_number(hedge, spelling):
    phrase, quantity = only(f"There were {spelling} 37 people.")
    assert (phrase, quantity.hedge) == (f"{spelling} 37", hedge)
    assert (quantity.low, quantity.high) == quantities.bounds(37, hedge)


@pytest.mark.parametrize(("hedge", "spelling"), [(h, s) for h, position, s in HEDGES if position == "after"])
def test_every_hedge_after_a_number(hedge, spelling):
    phrase, quantity = only(f"There were 37 {spelling} people.")
    assert (phrase, quantity.hedge) == (f"37 {spelling}", hedge)


@pytest.mark.parametrize(
    ("hedge", "low", "high"),
    [("exact", 30, 30), ("about", 30, 30), ("at_least", 30, None), ("vague", 30, None), ("at_most", None, 30)],
)
def test_what_a_hedge_commits_to(hedge, low, high):
    assert quantities.bounds(30, hedge) == (low, high)


@given(counts, st.sampled_from([h for h in HEDGES if h[1] == "before"]))
def test_bounds_hold_the_value(n, hedge):
    quantity = only(f"There were {hedge[2]} {n:,} people.")[1]
    assert quantity.low is None or quantity.low <= quantity.value
    assert quantity.high is None or quantity.value <= quantity.high


@pytest.mark.parametrize(
    ("text", "value", "hedge"),
    [
        ("half of the 300 dead", 150, "exact"),
        ("40 percent of the 500 miners", 200, "exact"),
        ("10 per cent of 2,000 men", 200, "exact"),
        ("nearly half of the 24 million people", 12_000_000, "at_most"),
        ("one in five of the town's 400 people", 80, "exact"),
    ],
)
def test_a_share_of_a_stated_number_is_a_count(text, value, hedge):
    quantity = only(f"They were {text}.")[1]
    assert (quantity.value, quantity.hedge, quantity.of_whole) == (value, hedge, True)


@pytest.mark.parametrize(
    ("text", "value", "hedge"),
    [
        ("40 men, half of them", 20, "exact"),
        ("40 men, more than a quarter of whom", 10, "at_least"),
        ("40 men; 20 percent of those", 8, "exact"),
    ],
)
def test_a_share_of_those_just_counted_is_a_count(text, value, hedge):
    share = found(f"They were {text} from the coast.")[1][1]
    assert (share.value, share.hedge, share.of_whole) == (value, hedge, True)


def test_a_number_behind_a_whole_date_counts():
    assert [quantity.value for _, quantity in found("On 5 March 12 men died and on 6 April 2016 9 boys.")] == [12, 9]


def test_out_of_how_many_belongs_to_the_number():
    ((phrase, quantity),) = found("They were 40,000 of the town's 90,000 people.")
    assert (phrase, quantity.value) == ("40,000 of the town's 90,000", 40_000)


@pytest.mark.parametrize(
    "text",
    [
        "children under five",
        "boys aged 8 and 11",
        "one in three schools",
        "nine in ten of them",
        "1 in 4 of the farmers",
        "7 in 9 people",
        "three out of 10 boats",
        "on 12 April",
        "on April 12",
        "on Oct. 9",
        "in 2014",
        "at 10:15",
        "aged 34",
        "a 34-year-old",
        "$40",
        "40€",
        "12 kilometres",
        "30 days",
        "five more hours",
        "40 percent",
        "12 degrees",
        "the 17th Division",
        "Brigade 47",
        "an F-16",
        "Route 4",
        "Resolution 2254",
        "the 46th day",
        "19.04.2017",
        "10 to 12 kilometres",
        "zero",
        "2.5",
        "12/7",
        "21 May",
        "39°C",
        "6.3 billion yuan",
        "in the second half of 2015",
        "2–9 Nov",
        "by 6 a.m.",
        "at 7 P.M. on Monday",
        "after eight at night",
        "at nine in the morning",
    ],
)
def test_a_number_that_counts_nobody_is_passed_over(text):
    assert found(f"It was {text}.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Some 470000 may have fled",
        "12 may have fled",
        "May brought 470 people",
        "in early March 12 people left",
        "in late March 47 left",
    ],
)
def test_a_month_makes_only_a_day_or_a_year_no_count(text):
    assert len(found(f"It was {text}.")) == 1


def test_a_share_is_of_no_number_in_another_clause():
    ((_, quantity),) = found("They hold 60 percent of the city besieging 200 people.")
    assert quantity.value == 200


@given(counts, st.sampled_from(["kilometres", "hours", "years", "dollars", "percent", "km", "minutes"]))
def test_a_number_before_a_unit_of_measure_is_no_count(n, unit):
    assert found(f"It was {n:,} {unit} away.") == []


PIECES = [
    *("12", "1,200", "2.5", "1.3m", "2014", "17th", "F-16", "0", "05", "three", "twenty-one", "hundred", "thousand"),
    *(
        "million",
        "dozen",
        "dozens",
        "tens",
        "of",
        "thousands",
        "half",
        "a",
        "quarter",
        "and",
        "or",
        "to",
        "-",
        "between",
    ),
    *("from", "at", "least", "more", "than", "up", "nearly", "about", "some", "percent", "%", "$", ",", ".", "(", "\n"),
    *("people", "April", "aged", "years", "least", "plus", "well", "over", "no", "fewer", "the", "one", "k", "²", "٣"),
]


@given(
    st.one_of(
        st.text(), st.lists(st.sampled_from(PIECES)).map(" ".join), st.lists(st.sampled_from(PIECES)).map("".join)
    )
)
def test_any_text_is_read_without_error_and_its_numbers_do_not_overlap(text):
    split = words.split(text)
    end = 0
    for quantity in quantities_in(split):
        assert 0 <= quantity.first <= quantity.number < quantity.last <= len(split.keys)
        assert end <= quantity.number
        assert quantity.value > 0
        end = quantity.last


def test_a_hedge_is_not_taken_from_the_number_before():
    first, second = (quantity for _, quantity in found("There were 12 or more than 30 people."))
    assert first.last <= second.first


def test_a_number_beyond_all_counting_is_passed_over():
    assert found(f"There were {'9' * 400} people.") == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,50,000 farmers", 150_000),
        ("12,34,567 farmers", 1_234_567),
        ("12K farmers", 12_000),
        ("1.2M farmers", 1_200_000),
        ("1.2 M farmers", 1_200_000),
        ("half-a-million farmers", 500_000),
        ("a half-million farmers", 500_000),
        ("two-hundred farmers", 200),
        ("a couple of hundred farmers", 200),
        ("1,5 million farmers", 1_500_000),
    ],
)
def test_counts_as_newsrooms_elsewhere_write_them(text, value):
    assert only(text)[1].value == value


def test_hyphens_join_more_than_numbers():
    assert found("a two-day walk") == []


def test_a_count_raised_from_one_number_to_another_is_no_range():
    assert [quantity.value for _, quantity in found("She raised her count of the dead from 20 to 38.")] == [20, 38]
