import pytest

from helpers.tallies import labels


@pytest.mark.parametrize(
    ("what", "dates", "expected"),
    [
        (
            ("killed", "civilians", None, "people", "period"),
            ("2019-04", None),
            "Civilians killed in Zenda since April 2019",
        ),
        (("killed", "people", None, "people", "event"), ("2017-04-04",) * 2, "People killed in Zenda on 4 April 2017"),
        (
            ("killed", "combatants", "orchard_union", "people", "event"),
            (None,) * 2,
            "Orchard union fighters killed in Zenda",
        ),
        (("killed", "combatants", "mixed", "people", "event"), (None,) * 2, "Fighters of all sides killed in Zenda"),
        (
            ("displaced", "people", None, "families", "period"),
            ("2017-09",) * 2,
            "Families displaced in Zenda in September 2017",
        ),
        (
            ("killed", "people", None, "people", "event"),
            ("2017-10-06", "2017-10-07"),
            "People killed in Zenda between 6 and 7 October 2017",
        ),
        (("refugees", "people", None, "people", "stock"), (None, "2016-03-01"), "Refugees in Zenda as of March 2016"),
        (
            ("killed", "men", None, "people", "conflict"),
            ("2011", "2019"),
            "Men killed in Zenda since the war began in 2011",
        ),
    ],
)
def test_a_label_reads_as_english(what, dates, expected):
    assert labels.label(*what, "Zenda", *dates) == expected


def test_a_label_says_late_where_the_sentences_do():
    what = ("killed", "civilians", None, "people", "period", "the north", "2019-04", None)
    said = ["Hundreds since the end of April.", "No peace since late April.", "It is June."]
    assert labels.label(*what, sentences=said) == "Civilians killed in the north since late April 2019"


def test_an_id_is_made_of_what_is_counted():
    assert labels.identity("killed", None, "Old Town", "2015-05-05") == "killed-old-town-2015-05-05"


def test_refugees_are_from_the_country_at_war_and_in_any_other_place():
    what = ("refugees", "people", None, "people", "conflict")
    assert labels.label(*what, "Ruritania", "2011-03", None, is_home=True) == (
        "Refugees from Ruritania since the war began in March 2011"
    )
    assert labels.label(*what[:4], "stock", "Zenda", None, None) == "Refugees in Zenda"
