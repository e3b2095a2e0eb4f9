"""Which claims come together, told in pairs and small heaps."""

import random
import time

import pytest

from helpers.tallies import claims, grouping, hierarchy
from helpers.vocabulary import Vocabulary


@pytest.fixture
def heaps(vocab, frames):
    """The figures' ids, gathered: a set of frozen sets."""

    def gather(rows, **articles):
        figures, articles = frames(rows, **articles)
        gatherings = grouping.gather(claims.read(figures, articles, vocab), hierarchy.load(vocab))
        return {frozenset(figure for claim in one.claims for figure in claim.figures) for one in gatherings}

    return gather


def together(*ids):
    return {frozenset(ids)}


def apart(*ids):
    return {frozenset([one]) for one in ids}


def test_rival_counts_of_one_event_meet(heaps, figure):
    assert heaps([figure("f", "a", 12), figure("g", "b", 17)]) == together("f", "g")


@pytest.mark.parametrize(
    "differing",
    [
        {"outcome": "injured"},
        {"group": "children"},
        {"unit": "families"},
        {"group": "combatants", "side": "government"},
        {"since": "2015-05-15", "until": "2015-05-15"},
        {"place": "Hofbau", "place_id": "hofbau"},
        {"scope": "period", "since": "2015-01"},
        {"value": 300.0},
    ],
)
def test_what_counts_something_else_stays_apart(heaps, figure, differing):
    assert heaps([figure("f", "a"), figure("g", "b") | differing]) == apart("f", "g")


def test_civilians_and_people_of_one_event_are_one_tally_but_not_of_a_war(heaps, figure):
    assert heaps([figure("f", "a"), figure("g", "b", group="civilians")]) == together("f", "g")
    war = {"scope": "conflict", "since": "2011-03", "place": None, "place_id": None}
    assert heaps([figure("f", "a", **war), figure("g", "b", group="civilians", **war)]) == apart("f", "g")


def test_a_district_and_its_town_report_one_event(heaps, figure):
    gate = figure("f", "a", 12, place="East Gate", place_id="east-gate")
    town = figure("g", "b", 14, place="Old Town", place_id="old-town")
    assert heaps([gate, town]) == together("f", "g")


def test_a_province_joins_a_town_only_if_one_number_satisfies_both(heaps, figure):
    wide = {"place": "North March", "place_id": "north-march"}
    assert heaps([figure("f", "a", 12), figure("g", "b", 12, "at_least", **wide)]) == together("f", "g")
    assert heaps([figure("f", "a", 12), figure("g", "b", 20, **wide)]) == apart("f", "g")


def test_a_province_rivals_the_only_town_struck_by_the_same_means(heaps, figure):
    jets = {"sentence": "Jets struck."}
    wide = {"place": "North March", "place_id": "north-march"} | jets
    assert heaps([figure("f", "a", 12, **jets), figure("g", "b", 20, **wide)]) == together("f", "g")
    assert heaps([figure("f", "a", 12, **jets), figure("g", "b", 30, **wide)]) == apart("f", "g")
    second = figure("h", "c", 14, place="Hofbau", place_id="hofbau", **jets)
    assert heaps([figure("f", "a", 12, **jets), second, figure("g", "b", 20, **wide)]) == apart("f", "g", "h")


def test_a_wide_place_with_two_likely_events_joins_neither(heaps, figure):
    rows = [
        figure("f", "a", 12),
        figure("g", "b", 12, place="Hofbau", place_id="hofbau"),
        figure("h", "c", 12, place="North March", place_id="north-march"),
    ]
    assert heaps(rows) == apart("f", "g", "h")


def test_a_part_is_not_a_rival_of_its_whole(heaps, figure):
    rows = [figure("f", "a", 12), figure("g", "a", 10, part_of="f"), figure("h", "a", 2, part_of="f")]
    assert heaps(rows) == apart("f", "g", "h")


def test_some_of_the_dead_are_no_rival_count_of_the_dead(heaps, figure):
    some = figure("g", "b", 10, sentence="Only ten of the dead had names.", sentence_start=0, start=5, end=8)
    assert heaps([figure("f", "a", 12), some]) == apart("f", "g")
    plain = some | {"sentence": "Only ten died of their burns."}
    assert heaps([figure("f", "a", 12), plain]) == together("f", "g")


@pytest.mark.parametrize("place", ["zenda", "north-march"])
def test_a_toll_given_anew_rivals_the_count_told_before_it(heaps, told, place):
    first = told("f", "a", "Jets killed [32] people in Zenda.", 0)
    elsewhere = {"place": "the March", "place_id": place, "since": "2015-05-02", "until": "2015-05-02"}
    anew = told("g", "a", "The guard put the toll at [9].", 100, source_id="guard", **elsewhere)
    assert heaps([first, anew]) == together("f", "g")
    plain = told("g", "a", "The guard counted [9].", 100, source_id="guard", **elsewhere)
    assert heaps([first, plain]) == apart("f", "g")


def test_a_toll_given_anew_rivals_no_part_and_no_event_of_another_place(heaps, told):
    whole = told("f", "a", "Jets killed [32] people in Zenda.", 0)
    part = told("h", "a", "Of them [10] died on a bus.", 50, part_of="f")
    anew = told("g", "a", "The guard gave a toll of [9].", 100, source_id="guard")
    assert heaps([whole, part, anew]) == together("f", "g") | apart("h")
    hofbau = {"place": "Hofbau", "place_id": "hofbau"}
    named = told("g", "a", "The guard gave for Hofbau a toll of [9].", 100, source_id="guard", **hofbau)
    assert heaps([whole, named]) == apart("f", "g")


@pytest.mark.parametrize("sentence", ["Another [15] were killed.", "Then [15] others were killed."])
def test_what_comes_on_top_is_no_rival(heaps, told, figure, sentence):
    first = told("f", "a", "Jets killed [140] people in Zenda.", 0, source_id="guard")
    more = told("g", "a", sentence, 100, source_id="mayor")
    assert heaps([first, more, figure("h", "b", 14)]) == apart("f", "g", "h")
    assert heaps([first, more, figure("h", "b", 15)]) == together("g", "h") | apart("f")


def test_others_of_another_outcome_do_not_come_on_top(heaps, told, figure):
    first = told("f", "a", "Hurt: [26].", 0, outcome="injured", source_id="guard")
    dead = told("k", "a", "Jets killed [6] and injured 30 others.", 100)
    hurt = told("g", "a", "Jets killed 6 and injured [30] others.", 100, outcome="injured", source_id="mayor")
    assert heaps([first, dead, hurt]) == together("f", "g") | apart("k")


def test_events_on_one_scene_by_one_means_may_differ_widely(heaps, figure):
    city = {"place": "Strelsau", "place_id": "strelsau"}
    bomb = figure("f", "a", 12, sentence="A car bomb killed twelve.", **city)
    assert heaps([bomb, figure("g", "b", 30, sentence="A car bomb killed thirty.", **city)]) == apart("f", "g")
    wedding = {"sentence": "A car bomb at a wedding."} | city
    assert heaps([figure("f", "a", 12, **wedding), figure("g", "b", 30, **wedding)]) == together("f", "g")


def test_dozens_are_any_number_of_dozens_on_the_same_day(heaps, figure):
    jets = {"sentence": "Jets struck.", "place": "Strelsau", "place_id": "strelsau"}
    dozens = figure("g", "b", 24, "vague", **jets)
    assert heaps([figure("f", "a", 65, **jets), dozens]) == together("f", "g")
    assert heaps([figure("f", "a", 300, **jets), dozens]) == apart("f", "g")
    after = {"since": "2015-05-06", "until": "2015-05-06"}
    assert heaps([figure("f", "a", 65, **jets), dozens | after]) == apart("f", "g")


def test_events_that_turn_out_to_be_told_alike_are_one(heaps, told, figure):
    old_town, city = ({"place": name.title(), "place_id": name} for name in ("old-town", "strelsau"))
    risen = told("f", "a", "In Old Town [126] died, said the guard.", 0, source_id="guard", **old_town)
    earlier = told("g", "a", "After the jets it had given a toll of [112].", 60, source_id="guard", **old_town)
    first = figure("h", "b", 100, "at_least", sentence="Jets struck.", **city)
    assert heaps([risen, first]) == apart("f", "h")
    second = figure("i", "c", 112, "at_least", sentence="Jets struck.", **city)
    assert heaps([risen, earlier, first, second]) == together("f", "g", "h", "i")


def test_the_same_large_number_by_the_same_means_is_one_event_wherever_it_was(heaps, figure):
    jets = {"sentence": "Jets struck."}
    elsewhere = {"place": "Coast", "place_id": "coast"} | jets
    assert heaps([figure("f", "a", 1400, **jets), figure("g", "b", 1400, **elsewhere)]) == together("f", "g")
    assert heaps([figure("f", "a", 40, **jets), figure("g", "b", 40, **elsewhere)]) == apart("f", "g")
    assert heaps([figure("f", "a", 1400), figure("g", "b", 1400, **elsewhere)]) == apart("f", "g")


def test_a_headline_is_worded_as_its_article_words_the_number(heaps, told, figure):
    rows = [
        told("f", "a", "Zenda: [20] killed", 0),
        figure("g", "a", 20, "at_least", start=60, end=62, source_id="guard"),
        figure("h", "a", 22, "at_least", start=90, end=92, source_id="guard"),
    ]
    assert heaps(rows, a={"title": "Zenda: 20 killed"}) == together("f", "g", "h")
    assert heaps(rows, a={"title": "Zenda: 20 killed, mayor tells"}) == together("f", "g", "h")
    assert heaps(rows, a={"title": "A day in Zenda goes by"}) == together("f", "g") | apart("h")


def test_one_article_tells_two_incidents_apart(heaps, figure):
    assert heaps([figure("f", "a", 12), figure("g", "a", 9)]) == apart("f", "g")


def test_one_article_sets_two_sources_against_each_other(heaps, figure):
    rows = [figure("f", "a", 12, source_id="guard"), figure("g", "a", 9, source_id="mayor")]
    assert heaps(rows) == together("f", "g")


def test_one_voice_may_refine_its_number(heaps, figure):
    guard = {"source_id": "guard"}
    assert heaps([figure("f", "a", 20, "at_least", **guard), figure("g", "a", 22, "at_least", **guard)]) == together(
        "f", "g"
    )
    assert heaps([figure("f", "a", 20, "at_least", **guard), figure("g", "a", 40, "at_least", **guard)]) == apart(
        "f", "g"
    )


@pytest.mark.parametrize(
    ("told", "expected"), [("A car bomb.", apart), ("Jets and a car bomb.", together), ("", together)]
)
def test_two_means_are_two_incidents(heaps, figure, told, expected):
    rows = [figure("f", "a", 12, sentence="Jets struck."), figure("g", "b", 15, sentence=told)]
    assert heaps(rows) == expected("f", "g")


def test_a_headline_without_a_place_follows_its_article(heaps, figure):
    rows = [figure("f", "a", 12, place=None, place_id=None), figure("g", "a", 12, source_id="guard")]
    assert heaps(rows) == together("f", "g")
    elsewhere = [figure("f", "a", 12, place=None, place_id=None), figure("g", "b", 12)]
    assert heaps(elsewhere) == apart("f", "g")


def test_an_event_without_a_day_joins_the_same_number_of_the_days_before(heaps, figure):
    undated = {"since": None, "until": None}
    assert heaps([figure("f", "a", 12), figure("g", "b", 12, **undated)]) == together("f", "g")
    assert heaps([figure("f", "a", 12), figure("g", "b", 19, **undated)]) == apart("f", "g")
    late = {"b": {"published": "2015-06-20"}}
    assert heaps([figure("f", "a", 12), figure("g", "b", 12, **undated)], **late) == apart("f", "g")


def test_an_outstanding_event_is_known_a_day_late_and_from_afar(heaps, figure):
    jets = {"sentence": "Jets struck."}
    afar = {"place": "Ruritania", "place_id": "ruritania", "since": "2015-05-06", "until": "2015-05-06"} | jets
    assert heaps([figure("f", "a", 80, **jets), figure("g", "b", 86, **afar)]) == together("f", "g")
    assert heaps([figure("f", "a", 12, **jets), figure("g", "b", 13, **afar)]) == apart("f", "g")
    assert heaps([figure("f", "a", 80), figure("g", "b", 86, **afar)]) == apart("f", "g")


def since(day, until, **fields):
    return {"scope": "period", "since": day, "until": until, "place": "the north", "place_id": "the-north"} | fields


@pytest.mark.parametrize("loosely", ["2015-04", "2015-04-28", "2015-04-30", "2015-05"])
def test_running_totals_meet_where_they_begin_alike(heaps, figure, loosely):
    early = figure("f", "a", 450, **since("2015-04", "2015-08-08"))
    late = figure("g", "b", 890, **since(loosely, "2015-08-21"))
    published = {"a": {"published": "2015-08-08"}, "b": {"published": "2015-08-21"}}
    assert heaps([early, late], **published) == together("f", "g")


def test_running_totals_that_begin_months_apart_are_two(heaps, figure):
    rows = [
        figure("f", "a", 450, **since("2015-01", "2015-05-05")),
        figure("g", "b", 400, **since("2015-04", "2015-05-05")),
    ]
    assert heaps(rows) == apart("f", "g")


def test_a_province_name_stands_for_its_region_in_a_total(heaps, figure):
    region = figure("f", "a", 450, **since("2015-04", "2015-05-05"))
    province = figure("g", "b", 500, **since("2015-04", "2015-05-05", place="North March", place_id="north-march"))
    town = figure("h", "c", 300, **since("2015-04", "2015-05-05", place="Zenda", place_id="zenda"))
    assert heaps([region, province, town]) == together("f", "g") | apart("h")


def test_a_province_and_its_region_are_one_area_when_the_campaign_is_the_same(heaps, figure):
    wider = {"place": "the south", "place_id": "the-south"}
    region = figure("f", "a", 800, **since("2015-04", "2015-05-05", **wider))
    province = figure("g", "b", 450, **since("2015-04", "2015-05-05", place="South March", place_id="south-march"))
    assert heaps([region, province]) == together("f", "g")
    earlier = province | {"since": "2015-01"}
    assert heaps([region, earlier]) == apart("f", "g")
    other = figure("h", "c", 500, **since("2015-04", "2015-05-05", place="Coast", place_id="coast"))
    assert heaps([province, other]) == apart("g", "h")


def test_a_total_without_a_beginning_joins_the_only_one_that_ran(heaps, figure):
    known = figure("f", "a", 450, **since("2015-04", "2015-05-05"))
    bare = figure("g", "b", 400, **since(None, "2015-05-06"))
    assert heaps([known, bare]) == together("f", "g")
    second = figure("h", "c", 420, **since("2015-01", "2015-05-05"))
    assert heaps([known, bare, second]) == apart("f", "g", "h")
    assert heaps([known, bare | {"until": "2015-09-01"}], b={"published": "2015-09-01"}) == apart("f", "g")


def test_a_closed_period_ends_when_it_ends(heaps, figure):
    month = since("2014-09", "2014-09")
    assert heaps([figure("f", "a", 90, **month), figure("g", "b", 120, **month)]) == together("f", "g")
    assert heaps([figure("f", "a", 90, **month), figure("g", "b", 120, **since("2014-09", "2014-12"))]) == apart(
        "f", "g"
    )


def test_totals_of_a_war_need_no_place_and_no_common_date(heaps, figure):
    war = {"scope": "conflict", "place": None, "place_id": None}
    rows = [
        figure("f", "a", 370_000, "at_least", since="2011-03", until="2019-08-07", **war),
        figure("g", "b", 560_000, since="2011", until="2019-08-21", **war),
        figure("h", "c", 500_000, "about", since=None, until="2024-12-03", **war),
    ]
    assert heaps(rows) == together("f", "g", "h")


def test_a_total_told_without_its_beginning_counts_from_that_of_the_war_of_its_place(vocab, frames, figure):
    of_march = vocab["conflicts"][0] | {"conflict_id": "m", "began": "2013", "place_id": "north-march"}
    vocab = Vocabulary(vocab.folder, {**vocab.tables, "conflicts": (*vocab["conflicts"], of_march)})
    places = {"f": "north-march", "g": "ruritania", "h": None}
    rows = [figure(f, f, 5_000, scope="conflict", since=None, place=p, place_id=p) for f, p in places.items()]
    told = {claim.figures[0]: claim.since for claim in claims.read(*frames(rows), vocab)}
    assert told == {"f": "2013", "g": "2011-03", "h": "2011-03"}


def test_a_total_that_no_growth_explains_is_set_apart(heaps, figure):
    def war(name, value, year):
        return figure(name, name, value, scope="conflict", since="2011-03", until=f"{year}-06-21")

    grown = [war(f"f{n}", 1_000.0 * 4**n, 2011 + n) for n in range(5)]
    assert heaps(grown) == together("f0", "f1", "f2", "f3", "f4")
    assert heaps([*grown, war("g", 600, 2014), war("h", 3e6, 2012)]) == together("f0", "f1", "f2", "f3", "f4") | apart(
        "g", "h"
    )


def test_a_stock_is_followed_until_a_long_silence(heaps, figure):
    camp = {"scope": "stock", "outcome": "besieged", "since": None}
    rows = [
        figure("f", "a", 400, until="2013-01-01", **camp),
        figure("g", "b", 300, until="2013-10-01", **camp),
        figure("h", "c", 300, until="2016-10-01", **camp),
    ]
    assert heaps(rows) == together("f", "g") | apart("h")


def test_a_siege_of_part_of_a_city_is_that_of_the_city_if_the_numbers_are_alike(heaps, figure):
    siege = {"scope": "stock", "outcome": "besieged", "since": None, "until": "2013-01-01"}
    city = figure("f", "a", 250_000, place="Strelsau", place_id="strelsau", **siege)
    part = figure("g", "b", 270_000, place="Old Town", place_id="old-town", **siege)
    assert heaps([city, part]) == together("f", "g")
    assert heaps([city, part | {"value": 90_000.0}]) == apart("f", "g")
    village = {"place": "North March", "place_id": "north-march"}
    assert heaps([part, figure("h", "c", 270_000, **village, **siege)]) == apart("g", "h")


def test_what_may_happen_or_is_denied_is_no_count(heaps, figure):
    assert heaps([figure("f", "a", modality="projected"), figure("g", "a", modality="denied")]) == set()


def test_a_copy_that_raises_the_toll_is_a_rival(heaps, figure):
    rows = [figure("f", "a", 12), figure("g", "b", 9)]
    assert heaps(rows, b={"copy_of": "a"}) == together("f", "g")


def test_the_order_of_figures_does_not_matter(heaps, figure):
    rows = [
        figure(f"f{n}", f"a{n % 7}", 3.0 + n % 5, place_id=place, place=place)
        for n, place in enumerate(["zenda", "hofbau", "north-march", "the-north", "ruritania"] * 6)
    ]
    expected = heaps(rows)
    for seed in range(5):
        random.Random(seed).shuffle(rows)
        assert heaps(rows) == expected


def test_an_article_that_counts_without_end_takes_time_in_proportion(heaps, figure):
    rows = [figure(f"f{n}", "a", 3.0 + n, start=60 * n, end=60 * n + 2) for n in range(3_000)]
    began = time.process_time()
    found = heaps([*rows, figure("g", "b", 3.0)])
    assert time.process_time() - began < 10
    assert frozenset(("f0", "g")) in found
    assert {figure_id for heap in found for figure_id in heap} == {"g", *(row["figure_id"] for row in rows)}


def test_one_event_that_thousands_tell_takes_time_in_proportion(heaps, figure):
    rows = [
        figure(f"f{n}", f"a{n}", 400.0 + n % 300, sentence="Jets killed them.", source_id=f"s{n}") for n in range(5_000)
    ]
    began = time.process_time()
    assert len(heaps(rows)) == 1
    assert time.process_time() - began < 10


def test_a_day_of_thousands_of_events_takes_little_time(heaps, figure):
    far = {"place": "Ruritania", "place_id": "ruritania"}
    rows = [figure(f"f{n}", f"a{n}", 1.5 ** (n % 24), **(far if n % 3 else {})) for n in range(6_000)]
    began = time.process_time()
    found = heaps(rows)
    assert time.process_time() - began < 15
    assert sum(map(len, found)) == 6_000
