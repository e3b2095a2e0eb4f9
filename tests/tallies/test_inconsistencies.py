import pytest

from helpers.tallies import inconsistencies


def kinds(found):
    return found[["kind", "settled_by_wording"]].to_records(index=False).tolist()


def test_a_total_of_one_voice_that_falls(frames, figure):
    def war(name, value, until):
        return figure(name, name, value, scope="conflict", until=until, tally_id="t", source_id="guard")

    rows = [war("f", 100, "2013-01-01"), war("g", 140, "2014-01-01"), war("h", 120, "2015-01-01")]
    found = inconsistencies.find(*frames(rows))
    assert kinds(found) == [("total_falls", False)]
    assert found.loc[0, "figure_ids"] == ["g", "h"]


def test_a_total_that_grows_or_that_others_put_lower_is_consistent(frames, figure):
    war = {"scope": "conflict", "tally_id": "t"}
    rows = [
        figure("f", "a", 100, until="2013-01-01", source_id="guard", **war),
        figure("g", "b", 140, until="2014-01-01", source_id="guard", **war),
        figure("h", "c", 120, until="2015-01-01", source_id="mayor", **war),
    ]
    assert inconsistencies.find(*frames(rows)).empty


def test_a_part_larger_than_its_whole(frames, figure):
    rows = [figure("f", "a", 12), figure("g", "a", 15, group="children", part_of="f")]
    found = inconsistencies.find(*frames(rows))
    assert kinds(found) == [("part_exceeds_whole", False)]
    assert found.loc[0, "figure_ids"] == ["f", "g"]


def test_a_part_within_an_open_whole_is_consistent(frames, figure):
    rows = [figure("f", "a", 12, "at_least"), figure("g", "a", 15, group="children", part_of="f")]
    assert inconsistencies.find(*frames(rows)).empty


def sides(figure, *values):
    names = ("government", "opposition", "kurdish")
    pairs = zip(values, names, strict=False)
    return [figure(side, "a", value, group="combatants", side=side, part_of="w") for value, side in pairs]


def test_both_sides_add_up_to_a_mixed_whole_or_fall_short(frames, figure):
    def whole(value, hedge="exact"):
        return figure("w", "a", value, hedge, group="combatants", side="mixed")

    assert kinds(inconsistencies.find(*frames([whole(30, "at_most"), *sides(figure, 10, 18)]))) == [
        ("parts_fall_short", True)
    ]
    assert kinds(inconsistencies.find(*frames([whole(43), *sides(figure, 28, 10, 3)]))) == [("parts_fall_short", False)]
    assert kinds(inconsistencies.find(*frames([whole(25), *sides(figure, 18, 10)]))) == [("parts_exceed_whole", False)]
    assert inconsistencies.find(*frames([whole(28), *sides(figure, 10, 18)])).empty


def test_children_and_women_need_not_be_all(frames, figure):
    rows = [figure("w", "a", 60)]
    rows += [figure(group, "a", 10, group=group, part_of="w") for group in ("children", "women")]
    assert inconsistencies.find(*frames(rows)).empty


def test_parts_by_place_that_exceed_their_whole(frames, figure):
    rows = [figure("w", "a", 20, place_id="north-march")]
    parts = {"zenda": 12, "hofbau": 13}
    rows += [figure(place, "a", value, place_id=place, part_of="w") for place, value in parts.items()]
    found = inconsistencies.find(*frames(rows))
    assert kinds(found) == [("parts_exceed_whole", False)]
    assert "12 + 13 = 25" in found.loc[0, "message"]


@pytest.mark.parametrize(
    "second",
    [
        {"value": 12.0},
        {"place_id": "north-march"},
        {"until": "2015-05-09"},
        {"sentence": "and 13 others", "sentence_start": 0, "start": 4, "end": 6},
    ],
)
def test_what_may_not_be_a_second_part_by_place_is_not_added(frames, figure, second):
    rows = [
        figure("w", "a", 20, place_id="north-march"),
        figure("f", "a", 12, place_id="zenda", part_of="w"),
        figure("g", "a", 13, place_id="hofbau", part_of="w") | second,
    ]
    assert inconsistencies.find(*frames(rows)).empty


def told(figure, whole, *values):
    """A day's total, and numbers of different places after it, none of them said to be its part."""
    rows = [figure("w", "a", whole, place="the country", place_id="ruritania")]
    return rows + [figure(f"p{n}", "a", value, place=f"place {n}", place_id=None) for n, value in enumerate(values)]


def test_a_breakdown_by_place_that_nearly_adds_up(frames, figure):
    found = inconsistencies.find(*frames(told(figure, 43, 28, 10, 3)))
    assert kinds(found) == [("parts_fall_short", False)]
    assert found.loc[0, "message"].endswith("28 + 10 + 3 = 41")


def test_numbers_that_add_up_or_have_nothing_to_do_with_each_other_are_no_breakdown(frames, figure):
    for values in [(28, 10, 5), (28, 10, 5, 1), (20, 3), (41,)]:
        assert inconsistencies.find(*frames(told(figure, 43, *values))).empty
    rivals = [row | {"tally_id": "t"} for row in told(figure, 43, 28, 10, 3)]
    assert inconsistencies.find(*frames(rivals)).empty


def test_a_single_victim_told_without_a_number_is_no_shortfall(frames, figure):
    assert inconsistencies.find(*frames(told(figure, 43, 28, 10, 4))).empty


def test_numbers_that_some_other_choice_adds_up_are_consistent(frames, figure):
    hedged = figure("q", "a", 5, "at_least", place="place 9", place_id=None)
    assert inconsistencies.find(*frames([*told(figure, 43, 28, 10, 3), hedged])).empty
