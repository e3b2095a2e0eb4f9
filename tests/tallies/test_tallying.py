"""The room's way in: figures and articles to tallies."""

import json
import time
from pathlib import Path

import pandas as pd
import pytest

from helpers import tables, tallies, vocabulary
from helpers.tallies import reference, tallying
from helpers.vocabulary import spellings

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared" / "gold"


def test_a_tally_says_what_it_counts_and_how_far_it_diverges(vocab, frames, figure):
    rows = [
        figure("f", "a", 12, source="Guard", source_id="guard"),
        figure("g", "b", 18, source="Mayor", source_id="mayor"),
        figure("h", "c", 12),
    ]
    figures, found = tallies.assign(*frames(rows, c={"copy_of": "a"}), vocab)
    assert figures["tally_id"].nunique() == 1
    tally = found.iloc[0]
    assert tally["label"] == "People killed in Zenda on 5 May 2015"
    assert tally["tally_id"] == "killed-people-zenda-2015-05-05-12"
    assert (tally["n_figures"], tally["n_articles"], tally["n_outlets"], tally["n_voices"]) == (3, 2, 3, 3)
    assert (tally["lowest"], tally["highest"], tally["ratio"], tally["verdict"]) == (12, 18, 1.5, "conflict")


def test_an_id_stays_when_articles_are_added(vocab, frames, figure):
    first = [figure("f", "a", 12)]
    before = tallies.assign(*frames(first), vocab)[1]
    after = tallies.assign(*frames([figure("x", "b", 15), *first], b={"published": "2015-05-09"}), vocab)[1]
    assert before["tally_id"].tolist() == after["tally_id"].tolist()


def test_two_events_described_alike_have_two_ids(vocab, frames, figure):
    rows = [
        figure("w", "a", 30),
        figure("f", "a", 12, part_of="w"),
        figure("g", "a", 12, part_of="w", source_id="guard"),
    ]
    figures, found = tallies.assign(*frames(rows), vocab)
    assert len(found) == figures["tally_id"].nunique() == 3


@pytest.mark.parametrize(("harmed", "label"), [(2, "Refugees from Ruritania"), (0, "Refugees in Ruritania")])
def test_refugees_come_from_a_country_at_war_and_are_in_one_that_only_shelters_them(
    vocab, frames, figure, harmed, label
):
    country = {"place": "Ruritania", "place_id": "ruritania"}
    refugees = figure("r", "a", 5_000, outcome="refugees", scope="stock", since=None, **country)
    dead = [figure(f"f{n}", f"b{n}", 12 * 9**n, **country) for n in range(harmed)]
    _, found = tallies.assign(*frames([refugees, *dead]), vocab)
    [told] = found.loc[found["outcome"].eq("refugees"), "label"]
    assert told.startswith(label)


def test_decisions_overrule_and_their_notes_are_the_reasons(vocab, frames, figure, tmp_path):
    (tmp_path / "splits.csv").write_text(
        "tally_id,figure_id,name,note\nkilled-people-zenda-2015-05-05-12,g,market,the market burnt later\n"
    )
    figures, articles = frames([figure("f", "a", 12), figure("g", "b", 18)])
    figures, found = tallies.assign(figures, articles, vocab, tmp_path)
    assert set(found["tally_id"]) == {"killed-people-zenda-2015-05-05-12", "killed-people-zenda-2015-05-05-12-market"}
    label = "People killed in Zenda on 5 May 2015"
    assert set(found["label"]) == {label, f"{label} (set apart by hand)"}
    reasons = tallies.reasons(figures, found).set_index("figure_id")["reason"]
    assert reasons["g"] == "the market burnt later"


def test_reasons_say_how_place_and_day_were_matched(vocab, frames, figure):
    rows = [
        figure("f", "a", 12, place="East Gate", place_id="east-gate"),
        figure("g", "b", 12, place="Strelsau", place_id="strelsau", group="civilians"),
        figure("h", "a", 12, place=None, place_id=None, since=None, until=None),
    ]
    figures, found = tallies.assign(*frames(rows), vocab)
    assert figures["tally_id"].nunique() == 1
    reasons = tallies.reasons(figures, found).set_index("figure_id")["reason"]
    assert reasons["f"] == "killed, people; in East Gate; of 2015-05-05"
    assert '"Strelsau" taken for East Gate' in reasons["g"]
    assert "civilians told among people" in reasons["g"]
    assert "no place named" in reasons["h"]
    assert "no day named" in reasons["h"]


def test_a_campaign_told_of_a_province_and_of_its_region_is_the_regions(vocab, frames, figure):
    campaign = {"scope": "period", "since": "2015-02", "until": "2015-05-05"}
    rows = [
        figure("f", "a", 450, place="Coast", place_id="coast", **campaign),
        figure("g", "b", 800, place="the south", place_id="the-south", **campaign),
    ]
    tally = tallies.assign(*frames(rows), vocab)[1].iloc[0]
    assert tally["label"] == "People killed in the south since February 2015"
    assert tally["tally_id"] == "killed-people-the-south-since-2015-02"
    assert (tally["place_id"], tally["n_figures"]) == ("the-south", 2)


def test_some_of_the_dead_are_called_so(vocab, frames, figure):
    some = figure("f", "a", 10, sentence="Only ten of the dead had names.", sentence_start=0, start=5, end=8)
    tally = tallies.assign(*frames([some]), vocab)[1].iloc[0]
    assert tally["label"] == "Some of the people killed in Zenda on 5 May 2015"
    assert tally["tally_id"] == "some-killed-people-zenda-2015-05-05-10"


def test_an_empty_corpus_has_no_tallies(vocab):
    figures, articles = (tables.conform(pd.DataFrame(), name) for name in ("figures", "articles"))
    figures, found = tallies.assign(figures, articles, vocab)
    assert figures.empty
    assert found.empty
    assert found.columns.tolist() == list(tables.SCHEMAS["tallies"])
    assert tallies.reasons(figures, found).empty


def test_figures_without_what_they_count_are_left_in_peace(vocab, frames, figure):
    bare = dict.fromkeys(["outcome", "scope", "since", "until", "place", "place_id", "group"])
    figures, found = tallies.assign(*frames([figure("f", "a", **bare)]), vocab)
    assert figures["tally_id"].isna().all()
    assert found.empty


def test_three_thousand_figures_take_no_time(vocab, frames, figure):
    rows = [
        figure(
            f"f{n}",
            f"a{n // 3}",
            1.0 + n % 40,
            since=f"2015-{1 + n % 12:02}-{1 + n % 28:02}",
            place_id=place,
            place=place,
        )
        | {"until": f"2015-{1 + n % 12:02}-{1 + n % 28:02}"}
        for n in range(3000)
        for place in [("zenda", "hofbau", "strelsau", "old-town", "north-march")[n % 5]]
    ]
    figures, articles = frames(rows)
    began = time.perf_counter()
    tallies.assign(figures, articles, vocab)
    assert time.perf_counter() - began < 6


@pytest.fixture(scope="module")
def seeds():
    """The hand-read figures of five real articles, with places and sources looked up by their spellings."""
    if not (SHARED / "seeds.jsonl").exists():
        pytest.skip("needs the shared articles beside the project")
    words = vocabulary.load()
    ids = {
        table: {
            spelling.lower(): row[key]
            for row in words[table]
            for spelling in [row["name"], *spellings(row["variants"])]
        }
        for table, key in (("places", "place_id"), ("sources", "source_id"))
    }
    rows = []
    for line in (SHARED / "seeds.jsonl").read_text().splitlines():
        article = json.loads(line)
        name = article["article_id"]
        for index, fields in enumerate(article["figures"]):
            row = {column: value for column, value in fields.items() if column in tables.SCHEMAS["figures"]}
            part_of = None if fields["part_of"] is None else f"{name}:{fields['part_of']}"
            row |= {"figure_id": f"{name}:{index}", "article_id": name, "part_of": part_of}
            row["place_id"] = ids["places"].get((fields["place"] or "").lower())
            row["source_id"] = ids["sources"].get((fields["source"] or "").lower())
            rows.append(row)
    articles = [json.loads(line) for line in (SHARED / "seeds_articles.jsonl").read_text().splitlines()]
    figures = tables.conform(pd.DataFrame(rows), "figures")
    references = reference.load(ROOT / "data" / "reference")
    return tallies.assign(figures, tables.conform(pd.DataFrame(articles), "articles"), words, None, references)


@pytest.mark.parametrize(
    ("counted", "label", "values"),
    [
        (
            "killed-people-syria",
            "People killed in Syria since the war began in March 2011",
            {370_000, 560_000, 500_000},
        ),
        (
            "killed-civilians-north-west-syria",
            "Civilians killed in north-west Syria since late April 2019",
            {450, 800, 890},
        ),
        (
            "displaced-people-north-west-syria",
            "People displaced in north-west Syria since late April 2019",
            {400_000, 2e5},
        ),
    ],
)
def test_the_seeds_count_three_things_again_and_again(seeds, counted, label, values):
    figures, found = seeds
    tally_id = f"{counted}-since-{'2011-03' if 'war' in label else '2019-04'}"
    assert found.set_index("tally_id").loc[tally_id, "label"] == label
    assert set(figures.loc[figures["tally_id"] == tally_id, "value"]) == values


def test_one_monitor_explains_the_totals_of_the_war(seeds):
    tally = seeds[1].set_index("tally_id").loc["killed-people-syria-since-2011-03"]
    assert tally["verdict"] == "different_counting"
    assert "one publisher, two ways of counting: Syrian Observatory for Human Rights" in tally["reason"]


def test_only_the_columns_it_needs_are_looked_at_and_all_get_what_it_found(vocab, frames, figure):
    figures, articles = frames([figure(f"f{n}", f"a{n}", 12.0 + 90 * n) for n in range(5)])
    whole, expected = tallies.assign(figures, articles, vocab)
    slim, found = tallies.assign(figures[list(tallying.NEEDED)], articles[list(tallying.NEEDED_OF_ARTICLES)], vocab)
    assert found.equals(expected)
    pieces = tallying.completed([figures.iloc[:2], figures.iloc[2:]], slim)
    assert pd.concat(pieces, ignore_index=True).equals(whole)


def test_a_place_that_the_vocabulary_does_not_know_is_named_as_written(vocab, frames, figure):
    rows = [figure("f", "a", place="Upper  Hentzau", place_id=None), figure("g", "b", place="Zenda")]
    _, found = tallies.assign(*frames(rows), vocab)
    assert "People killed in Upper Hentzau on 5 May 2015" in set(found["label"])
