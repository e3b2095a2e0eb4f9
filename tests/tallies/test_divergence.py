import math
import time

import pandas as pd
import pytest

from helpers.tallies import divergence, intervals
from helpers.tallies.divergence import Count
from helpers.tallies.reference import Basis


def count(value, hedge="exact", voice="guard", day=1, group="people", basis=None, article=None):
    low, high = {"at_least": (value, None), "vague": (value, None), "at_most": (None, value)}.get(hedge, (value, value))
    interval = intervals.of(value, low, high, hedge)
    name = f"{voice}{value}{day}"
    phrase = f"{value:,}"
    own = (interval, hedge == "vague", phrase, group, day, basis)
    return Count(name, article or name, voice, voice.title(), float(value), *own)


def test_the_same_number_agrees_whatever_the_hedge():
    assert divergence.of_pair(count(16), count(16, "at_least"), None).verdict == "agree"


def test_roundings_of_one_number_agree():
    verdict = divergence.of_pair(count(890, "about"), count(888), None)
    assert verdict.verdict == "agree"
    assert verdict.ratio == pytest.approx(1.002, abs=0.001)


def test_an_open_interval_leaves_room():
    verdict = divergence.of_pair(count(450, "at_least"), count(890, "about", "mayor"), None)
    assert verdict.verdict == "compatible"
    assert verdict.ratio == pytest.approx(1.98, abs=0.01)


def test_numbers_that_cannot_both_be_right_conflict():
    assert divergence.of_pair(count(56), count(85, voice="mayor"), None).verdict == "conflict"


def test_other_groups_are_another_way_of_counting():
    assert divergence.of_pair(count(56, group="civilians"), count(85), None).verdict == "different_counting"


def test_a_smaller_number_of_all_people_is_no_other_way_of_counting():
    assert divergence.of_pair(count(56), count(85, group="civilians"), None).verdict == "conflict"


def test_a_voice_may_replace_its_own_count_in_one_article():
    raised = divergence.of_pair(count(112, article="a"), count(126, "at_least", article="a"), None)
    assert (raised.verdict, raised.reason) == ("explained_by_time", "Guard gave both, the one to replace the other")
    assert divergence.of_pair(count(112, article="a"), count(126, "at_least"), None).verdict == "conflict"


def test_publishers_that_say_how_they_count_explain_even_what_is_compatible():
    documented, estimated = (Basis("Guard", 370_000, "2019-03-15", basis) for basis in ("documented", "estimate"))
    low = count(370_000, "at_least", "a", basis=documented)
    verdict = divergence.of_pair(low, count(560_000, voice="b", basis=estimated), None)
    assert verdict.verdict == "different_counting"
    assert "Guard" in verdict.reason


@pytest.mark.parametrize(
    ("later", "pace", "expected"),
    [(120, 1.0, "explained_by_time"), (500, 1.0, "conflict"), (80, 1.0, "conflict"), (120, None, "conflict")],
)
def test_time_explains_growth_at_a_pace_seen_elsewhere(later, pace, expected):
    assert divergence.of_pair(count(100), count(later, voice="mayor", day=11), pace).verdict == expected


def test_time_explains_open_totals_that_had_a_month_to_grow():
    early, late = count(100, "at_least"), count(130, "at_least", "mayor", day=31)
    assert divergence.of_pair(early, late, 1.0).verdict == "compatible"
    assert divergence.of_pair(early, count(130, "at_least", "mayor", day=40), 1.0).verdict == "explained_by_time"


def test_time_explains_no_growth_from_or_to_a_vague_number():
    assert divergence.of_pair(count(100, "vague"), count(130, day=60), 1.0).verdict == "compatible"


def test_a_reason_tells_the_rate_and_the_one_it_is_held_against():
    reason = divergence.of_pair(count(100), count(120, voice="mayor", day=11), 1.5).reason
    assert reason == "20 more in 10 days, 2.0 a day, where elsewhere the total grows by up to 1.5"


def test_two_least_numbers_leave_room_above_them():
    reason = divergence.of_pair(count(100, "at_least"), count(400, "at_least", "mayor"), None).reason
    assert "both the least" in reason


def test_a_headline_is_as_open_as_its_article(frames, figure):
    rows = [
        figure("f", "a", 20, tally_id="t"),
        figure("g", "a", 20, "at_least", tally_id="t", source_id="guard"),
        figure("h", "b", 26, tally_id="t"),
    ]
    assert set(divergence.pairs(*frames(rows))["verdict"]) == {"compatible"}
    assert "conflict" in set(divergence.pairs(*frames([rows[0], rows[2]]))["verdict"])


def test_a_voice_may_raise_its_own_count_of_an_event():
    raised = divergence.of_pair(count(58), count(87, day=4), None)
    assert (raised.verdict, raised.reason) == ("explained_by_time", "Guard raised its count within 3 days")
    assert divergence.of_pair(count(58), count(87, day=90), None).verdict == "conflict"


def test_a_tally_has_the_gravest_verdict_and_the_whole_ratio():
    counts = [count(10, voice="a"), count(10, "at_least", "b"), count(30, voice="c")]
    verdict = divergence.of_tally(counts, "event", None)
    assert (verdict.verdict, verdict.ratio) == ("conflict", 3.0)


def test_of_very_many_voices_those_heard_most_and_those_that_bound_the_numbers_are_compared(frames, figure):
    crowd = [figure(f"f{n}", f"a{n}", 500.0 + n, "at_least", source_id=f"s{n}", tally_id="t") for n in range(200)]
    least = figure("least", "b", 300.0, "at_most", source_id="low", tally_id="t")
    again = [
        figure(f"g{n}", f"c{n}", 700.0, source_id="often", tally_id="t", scope="period", until=f"2015-06-0{n + 1}")
        for n in range(5)
    ]
    pairs = divergence.pairs(*frames([*crowd, least, *again]))
    compared = {*pairs["figure_id"], *pairs["other_figure_id"]}
    assert {"least", "f199", "g0"} <= compared
    assert len(compared) < 40
    assert pairs.loc[pairs["verdict"].eq("conflict"), "ratio"].max() == pytest.approx(7 / 3)


def test_a_number_told_by_thousands_takes_time_in_proportion(frames, figure):
    told = frames([figure(f"f{n}", f"a{n}", 500.0 + n % 400, tally_id="t") for n in range(4_000)])
    began = time.process_time()
    assert divergence.of_tallies(*told, None)["t"].verdict == "conflict"
    assert time.process_time() - began < 4


def test_a_single_count_has_no_verdict():
    assert divergence.of_tally([count(10)], "event", None).verdict == ""
    assert math.isnan(divergence.of_tally([], "event", None).ratio)


def test_a_voice_is_represented_by_four_counts_at_most(frames, figure):
    rows = [
        figure(
            f"f{n}", f"a{n}", 100 + n, scope="conflict", until=f"2015-05-{n + 1:02}", tally_id="t", source_id="guard"
        )
        for n in range(20)
    ]
    pairs = divergence.pairs(*frames(rows))
    assert len(pairs) == 1
    assert pairs.loc[0, "ratio"] == pytest.approx(1.19)


def test_pairs_name_their_figures_widest_first(frames, figure):
    rows = [figure(f"f{value}", f"a{value}", float(value), tally_id="t") for value in (10, 12, 40)]
    pairs = divergence.pairs(*frames(rows))
    assert pairs["ratio"].tolist() == [4.0, pytest.approx(10 / 3), 1.2]
    assert set(pairs.loc[0, ["figure_id", "other_figure_id"]]) == {"f10", "f40"}


def test_no_figures_make_no_pairs(frames, figure):
    figures, articles = frames([figure("f", "a")])
    assert divergence.pairs(figures, articles).columns.tolist() == list(divergence.PAIR_COLUMNS)
    assert isinstance(divergence.pairs(figures, articles), pd.DataFrame)


def test_coarse_roundings_far_apart_are_compatible_and_do_not_agree():
    assert divergence.of_pair(count(280_000), count(300_000, "about"), None).verdict == "compatible"


def test_a_voice_whose_own_total_grew_is_explained_by_that():
    verdict = divergence.of_pair(count(100), count(500, day=101), 4.0)
    assert verdict.reason == "the total of Guard itself grew by 400 in 100 days"


def test_an_event_is_not_told_before_it_happened(frames, figure):
    rows = [
        figure("f", "a", 12, tally_id="t", source_id="guard"),
        figure("g", "b", 20, tally_id="t", source_id="guard"),
    ]
    misdated = {"a": {"published": "2015-04-20"}, "b": {"published": "2015-05-05"}}
    assert divergence.pairs(*frames(rows, **misdated))["verdict"].tolist() == ["conflict"]


def test_a_state_may_change_either_way_within_a_month():
    more, fewer = count(250_000), count(200_000, voice="mayor", day=40)
    assert divergence.of_pair(more, fewer, None, is_state=True).verdict == "explained_by_time"
    assert divergence.of_pair(more, fewer, None).verdict == "conflict"
    assert divergence.of_pair(more, count(200_000, voice="mayor", day=20), None, is_state=True).verdict == "conflict"
