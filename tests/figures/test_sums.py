"""Counts that make up a total told before them: sums.py."""

import pytest


def parts_of(figures, total):
    """The values of the figures that are part of a total."""
    return [figure["value"] for figure in figures if figure["part_of"] == total["figure_id"]]


def test_parts_told_place_by_place_add_up_to_the_total_before_them(read):
    total, *told = read(
        "Raids across Aleppo province killed 20 people on Monday. Twelve people died in Azaz. "
        "The roads were cut. Another eight were killed in Marea."
    )
    assert parts_of(told, total) == [12, 8]


def test_a_part_told_again_counts_once_and_goes_with_the_first(read):
    total, *told = read(
        "Shells killed 9 people in Aleppo and Homs on Monday. Six people died in Aleppo. "
        "A source there said shells hit a market in Azaz, killing six people. Three people died in Palmyra."
    )
    assert parts_of(told, total) == [6, 6, 3]


def test_as_many_somewhere_else_or_besides_count_anew(read):
    total, *told = read(
        "Shells killed seven people in Aleppo and Homs on Monday. Two people died in Azaz. Two people died in Palmyra. "
        "Another two were killed by mines. One man was killed by a sniper."
    )
    assert parts_of(told, total) == [2, 2, 2, 1]


def test_the_dead_of_elsewhere_make_up_no_total(read):
    figures = read("A raid killed 20 people in Kobani. Twelve died in Daraa. Eight people were killed in Palmyra.")
    assert [figure["part_of"] for figure in figures] == [None] * 3


def test_soldiers_make_up_no_total_of_civilians(read):
    figures = read("A raid killed 20 civilians. Twelve soldiers died. Eight soldiers were killed by mines.")
    assert [figure["part_of"] for figure in figures] == [None] * 3


@pytest.mark.parametrize("total", ["Dozens of", "Over 30", "Up to 20"])
def test_a_sum_must_lie_within_what_the_total_says(total, read):
    figures = read(
        f"{total} people were killed on Monday. Twelve people died by noon. Another 12 were killed at night."
    )
    assert [figure["part_of"] for figure in figures] == [None] * 3


def test_what_was_told_of_another_month_is_passed_over(read):
    total, before, *told = read(
        "Beirut, 9 May 2016. Shells killed 20 people on Monday. In March shells killed five people. "
        "Twelve people died by noon. Another eight were killed at night."
    )
    assert (before["part_of"], parts_of(told, total)) == (None, [12, 8])


def test_an_inner_total_takes_its_own_parts(read):
    total, aleppo, *inner, homs = read(
        "Shells killed 20 people in Aleppo and Homs. Twelve people died in Aleppo. Seven people were killed in Azaz. "
        "Another five died in Marea. Eight people were killed in Palmyra."
    )
    assert parts_of([aleppo, homs], total) == [12, 8]
    assert parts_of(inner, aleppo) == [7, 5]


def test_killed_and_injured_make_up_casualties(read):
    total, *told = read("The blast caused 30 casualties. It killed 10 people. Another 20 were wounded.")
    assert parts_of(told, total) == [10, 20]


def test_a_total_can_be_made_up_in_its_own_sentence(read):
    total, *told = read("Gunmen executed 19 men, shooting 18 of them dead and beheading one.")
    assert parts_of(told, total) == [18, 1]


def test_displaced_and_refugees_make_up_the_displaced(read):
    total, *told = read(
        "War has displaced 11 million. Six million are uprooted inside the country. Five million are refugees."
    )
    assert parts_of(told, total) == [6e6, 5e6]


def test_an_earlier_toll_is_no_part_of_the_later_one(read):
    *_, earlier = read(
        "Twelve people died, the coroner said. Three of the dead were women. Earlier he had put the toll at nine."
    )
    assert (earlier["value"], earlier["part_of"]) == (9, None)
