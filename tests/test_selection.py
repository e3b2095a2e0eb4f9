import pandas as pd
import pytest

from helpers import selection, tables
from helpers.vocabulary import Vocabulary


def articles(*dates):
    rows = [{"article_id": f"a{n}", "path": f"a{n}.txt", "published": date} for n, date in enumerate(dates)]
    return tables.conform(pd.DataFrame(rows, columns=["article_id", "path", "published"]), "articles")


def chosen(pieces, date_from, date_to):
    both = (selection.within(pieces, date_from, date_to), selection.outside(pieces, date_from, date_to))
    return tuple(pd.concat(kind, ignore_index=True) for kind in both)


@pytest.mark.parametrize(
    ("published", "date_from", "date_to", "stays"),
    [
        ("2014-05-06", "", "", True),
        ("2014-05-06", "2014", "", True),
        ("2014-05-06", "2014-05-06", "2014-05-06", True),
        ("2014-05-06", "2014-05-07", "", False),
        ("2014-05-06", "", "2014-05-05", False),
        ("2014-05-06", "2013", "2014-04", False),
        ("2014", "2014-06", "", True),
        ("2013", "2014-06", "", False),
        (None, "2014", "2015", True),
    ],
)
def test_articles_that_may_lie_between_the_dates_stay(published, date_from, date_to, stays):
    kept, rejected = chosen([articles(published)], date_from, date_to)
    assert (len(kept), len(rejected)) == (1, 0) if stays else (0, 1)


def test_the_others_are_told_of():
    kept, rejected = chosen([articles("2013-02-01", None), articles("2019-08-07")], "2014", "2018")
    assert list(kept["article_id"]) == ["a1"]
    assert list(rejected["path"]) == ["a0.txt", "a0.txt"]
    assert rejected["reason"][0] == "published 2013-02-01, outside the dates asked for, 2014 to 2018"


def test_no_articles_are_no_difficulty():
    kept, rejected = chosen([articles()], "2014", "")
    assert (len(kept), len(rejected)) == (0, 0)


@pytest.fixture
def vocab(tmp_path):
    def place(place_id, kind, inside=""):
        return {"place_id": place_id, "name": place_id, "variants": "", "kind": kind, "inside": inside}

    places = (
        place("north", "country"),
        place("port", "town", "coast"),
        place("coast", "province", "north"),
        place("south", "country"),
    )
    conflicts = ({"conflict_id": "northern", "name": "War", "began": "2010", "place_id": "north", "words": ""},)
    return Vocabulary(tmp_path, {"places": places, "conflicts": conflicts})


def figures(*places):
    rows = [{"figure_id": f"f{n}", "place_id": place} for n, place in enumerate(places)]
    return tables.conform(pd.DataFrame(rows, columns=["figure_id", "place_id"]), "figures")


def test_figures_inside_the_conflicts_place_or_nowhere_known_stay(vocab):
    kept = selection.by_conflict(figures("port", "south", None, "north", "atlantis"), "northern", vocab)
    assert list(kept["figure_id"]) == ["f0", "f2", "f3"]


def test_all_stay_where_no_conflict_is_asked_for(vocab):
    assert len(selection.by_conflict(figures("port", "south"), "", vocab)) == 2


def test_no_figures_are_no_difficulty(vocab):
    assert len(selection.by_conflict(figures(), "northern", vocab)) == 0


def test_an_unknown_conflict_is_named_beside_the_known(vocab):
    with pytest.raises(ValueError, match=r"no conflict 'western': it has northern"):
        selection.by_conflict(figures("port"), "western", vocab)
