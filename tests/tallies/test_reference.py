import pytest

from helpers.tallies import reference

HEAD = "as_of,published,publisher,outcome,group,value,hedge,basis,note,citation\n"
ROWS = (
    "2019-03-15,2019-03-15,Guard,killed,people,370000,at_least,documented,,Gazette\n"
    "2018-12-10,2018-12-10,Guard,killed,people,560000,about,estimate,,Gazette\n"
    "2016-02-23,2016-02-23,Mayor,killed,people,370000,at_least,estimate,,Gazette\n"
)


@pytest.fixture
def totals(tmp_path):
    (tmp_path / "published_totals.csv").write_text(HEAD + ROWS)
    return reference.load(tmp_path)


@pytest.fixture
def war(figure):
    return lambda name, value, **fields: figure(name, name, value, scope="conflict", until=None, **fields)


def test_totals_are_read_oldest_first(totals):
    assert totals["publisher"].tolist() == ["Mayor", "Guard", "Guard"]
    assert totals["value"].tolist() == [370_000, 560_000, 370_000]


def test_no_table_is_an_empty_one(tmp_path):
    assert reference.load(tmp_path).empty


def test_a_table_without_its_columns_is_named(tmp_path):
    (tmp_path / "published_totals.csv").write_text("as_of,value\n2019,5\n")
    with pytest.raises(reference.PublishedTotalsError, match=r"published_totals\.csv has no column published"):
        reference.load(tmp_path)


def test_a_figure_repeats_the_latest_total_published_before_it(totals, frames, war):
    figures, articles = frames(
        [
            war("a", 370_000, hedge="at_least"),
            war("b", 370_000, hedge="at_least"),
            war("c", 365_000),
            war("d", 500_000),
        ],
        a={"published": "2019-08-07"},
        b={"published": "2017-08-07"},
        c={"published": "2019-08-07"},
        d={"published": "2019-08-07"},
    )
    found = reference.bases(figures, articles, totals)
    assert {name: (basis.publisher, basis.basis) for name, basis in found.items()} == {
        "a": ("Guard", "documented"),
        "b": ("Mayor", "estimate"),
    }


def test_other_outcomes_and_groups_repeat_nothing(totals, frames, war):
    figures, articles = frames([war("a", 370_000, outcome="displaced"), war("b", 370_000, group="civilians")])
    assert reference.bases(figures, articles, totals) == {}


def test_the_difference_names_who_counted_how(totals):
    documented = reference.Basis("Guard", 370_000, "2019-03-15", "documented")
    estimate = reference.Basis("Guard", 560_000, "2018-12-10", "estimate")
    said = reference.difference(documented, estimate)
    assert "one publisher" in said
    assert "gave 370,000 documented (15 March 2019) and an estimated 560,000" in said
    assert reference.difference(documented, documented) is None
    assert reference.difference(documented, None) is None
