"""What an extracted figure holds, what yields none, and what holds of the figures of any text."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import tables
from helpers.figures import extract

STORY = """Rockets fall on Homs market
HOMS, 14 March 2017 - At least 12 civilians, including three children, were killed on Monday when rockets hit a market
in Homs, the Syrian Observatory for Human Rights said. Two nurses were wounded. Nearly 400 families fled the quarter."""


def test_a_figure_has_the_columns_of_its_table(read):
    (figure,) = read("Shells killed 12 men.")
    assert set(figure) <= set(tables.SCHEMAS["figures"])
    assert set(tables.SCHEMAS["figures"]) - set(figure) == {"tally_id", "reviewed"}


def test_a_story_is_read_as_a_reader_would(read):
    dead, children, nurses, families = read(STORY)
    assert (dead["phrase"], dead["value"], dead["low"], dead["high"], dead["hedge"]) == (
        *("At least 12", 12, 12, None, "at_least"),
    )
    assert (dead["outcome"], dead["group"], dead["unit"]) == ("killed", "civilians", "people")
    assert (dead["source"], dead["source_id"], dead["source_kind"]) == (
        *("Syrian Observatory for Human Rights", "sohr", "monitor"),
    )
    assert (dead["place_id"], dead["scope"], dead["since"], dead["until"]) == (
        "homs",
        "event",
        "2017-03-13",
        "2017-03-13",
    )
    assert (children["group"], children["part_of"]) == ("children", dead["figure_id"])
    assert (nurses["value"], nurses["outcome"], nurses["group"]) == (2, "injured", "medical")
    assert (families["outcome"], families["unit"], families["high"]) == ("displaced", "families", 400)


def test_the_same_article_gives_the_same_figures(read):
    assert read(STORY) == read(STORY)


def test_an_id_depends_on_the_article(vocab):
    one, other = (extract({"article_id": name, "text": "Shells killed 12 men."}, vocab) for name in "ab")
    assert one[0]["figure_id"] != other[0]["figure_id"]


@pytest.mark.parametrize("published", [None, "", "2017", "2017-03", "2017-03-15"])
def test_an_article_may_be_dated_as_far_as_is_known(published, read):
    (figure,) = read("Shells killed 12 men on Monday.", published)
    assert figure["since"] == ("2017-03-13" if published == "2017-03-15" else None)


@pytest.mark.parametrize("published", ["2017-02-30", "2017/03/15", "15.03.2017"])
def test_a_date_that_is_none_loses_no_figure(published, read):
    assert [figure["value"] for figure in read("Shells killed 12 men on Monday.", published)] == [12]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "The bakery stood empty.",
        "A man aged 34 described how his neighbours were killed.",
        "The wounded were treated by a team led by a surgeon, 51.",
        "On 12 April civilians were killed.",
        "Civilians were killed on April 12, 2015.",
        "Civilians were killed in 2014.",
        "Civilians were killed at 10:15.",
        "Fighters were killed 12 kilometres from Hama.",
        "Fighters were killed some 40 miles to the south.",
        "Aid worth $12 million was promised to the displaced.",
        "The families of the dead were paid 300 dollars.",
        "About 40 percent were killed.",
        "The displaced waited in 12 degrees of frost.",
        "Soldiers of the 17th Division were killed.",
        "Fighters of Brigade 47 were killed.",
        "An F-16 was heard before civilians were killed.",
        "Civilians fled along Route 4.",
        "Civilians were killed on the 46th day of the siege.",
        "Rebels seized 12 villages.",
        "The army captured three hilltops and two tanks.",
        "The army destroyed 12 tanks.",
        "12 air strikes killed civilians.",
        "Shells destroyed 14 houses.",
        "Turkey deployed 1,200 troops to the border.",
        "The town has 40,000 inhabitants.",
        "The motion to condemn the killing won 134 votes.",
        "Resolution 2254 says nothing of the dead.",
        "Three resolutions on the missing were vetoed.",
        "No casualties were reported.",
        "Many were killed and several wounded.",
        "Civilians were killed for 30 days in a row.",
        "Some 300 residents refused to leave the town.",
        "Some 300 residents were not wounded.",
    ],
)
def test_what_counts_nobody_who_came_to_harm_yields_no_figure(text, read):
    assert [figure["phrase"] for figure in read(text) if not figure["indefinite"]] == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The army destroyed 12 tanks and killed nine soldiers.", [9]),
        ("12 air strikes on 3 villages killed 14 people on 5 May.", [14]),
        ("On the 46th day of the siege shells killed 14 people, the oldest aged 81.", [14]),
        ("Soldiers of the 17th Division shot dead 14 people 3 km from Route 4.", [14]),
    ],
)
def test_the_figure_is_told_from_the_numbers_around_it(text, values, read):
    assert [figure["value"] for figure in read(text)] == values


def test_the_inhabitants_of_a_besieged_town_are_not_counted_besieged(read):
    assert read("The besieged town once had 40,000 inhabitants.") == []


def test_the_month_of_may_projects_nothing(read_one):
    assert read_one("On 3 May 2013 shells killed 14 people in Homs.")["modality"] == "reported"


PIECES = [
    *(
        "killed",
        "wounded",
        "were killed",
        "fled",
        "dead",
        "deaths",
        "the death toll rose to",
        "including",
        "among them",
    ),
    *("12", "1,200", "two", "dozens of", "at least", "between 3 and 5", "half of the 300", "a", "an", "more", "others"),
    *("people", "children", "soldiers", "families", "villages", "in Aleppo", "near", "of", "and", ",", ".", "\n", '"'),
    *("the Observatory said", "according to SANA", "it added", "he told", "on Friday", "since May", "May", "last week"),
    *(
        "they",
        "Monitor:",
        "|",
        "-",
        "(",
        "BEIRUT, 3 June 2015",
        "could",
        "denied",
        "the war",
        "refugees",
        "left",
        "<b>",
    ),
]


@given(text=st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join)))
def test_any_text_is_read_and_every_figure_stands_in_it(text, read):
    figures = read(text)
    ids = {figure["figure_id"] for figure in figures}
    assert len(ids) == len(figures)
    end = 0
    for figure in figures:
        assert end <= figure["start"] < figure["end"]
        end = figure["end"]
        assert text[figure["start"] : figure["end"]] == figure["phrase"]
        begin = figure["sentence_start"]
        assert text[begin : begin + len(figure["sentence"])] == figure["sentence"]
        assert figure["phrase"] in figure["sentence"]
        assert figure["value"] > 0
        assert figure["part_of"] is None or figure["part_of"] in ids - {figure["figure_id"]}
        assert {cue["field"] for cue in figure["cues"]} >= {"value", "outcome"}
        for cue in figure["cues"]:
            assert 0 <= cue["start"] < cue["end"] <= len(text)
    json.dumps(figures)
