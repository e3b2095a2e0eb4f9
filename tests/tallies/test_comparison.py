import numpy as np
import pytest

from helpers.tallies import comparison


@pytest.fixture
def shared(figure):
    """Two sources over ``n`` tallies, the mayor always half as high again as the guard."""

    def make(n):
        rows = []
        for k in range(n):
            value = 20.0 + 10 * k
            rows.append(figure(f"g{k}", f"a{k}", value, source_id="guard", source="Guard", tally_id=f"t{k}"))
            rows.append(figure(f"m{k}", f"b{k}", 1.5 * value, source_id="mayor", source="Mayor", tally_id=f"t{k}"))
        return rows

    return make


def test_the_factor_is_over_the_others_middle(frames, shared, vocab):
    figures, _ = frames(shared(5))
    found = comparison.sources(figures, vocab).set_index("speaker")
    assert found.loc["mayor", "factor"] == pytest.approx(1.5)
    assert found.loc["guard", "factor"] == pytest.approx(1 / 1.5)
    assert found.loc["mayor", "n_shared"] == 5
    assert found.loc["mayor", "low"] <= 1.5 <= found.loc["mayor", "high"]


def test_too_few_shared_tallies_say_nothing(frames, shared, vocab):
    figures, _ = frames(shared(comparison.FEWEST - 1))
    assert comparison.sources(figures, vocab).empty


def test_a_crowd_is_one_of_the_others_and_gets_no_row(frames, shared, vocab):
    vocab.tables["sources"] = ({"source_id": "mayor", "name": "Locals", "crowd": "yes"},)
    figures, _ = frames(shared(5))
    assert comparison.sources(figures, vocab)["speaker"].tolist() == ["guard"]


def test_the_interval_is_the_same_every_time(frames, shared, figure, vocab):
    rows = [
        *shared(6),
        figure("x", "c", 300.0, source_id="mayor", tally_id="t1"),
        figure("y", "d", 9.0, source_id="guard", tally_id="t2"),
    ]
    figures, _ = frames(rows)
    first, second = comparison.sources(figures, vocab), comparison.sources(figures, vocab)
    assert first.equals(second)
    assert (first["low"] < first["high"]).any()


def test_totals_are_only_compared_within_a_month(frames, figure, vocab):
    def war(name, source, value, until):
        return figure(name, name, value, source_id=source, tally_id="t", scope="conflict", until=until)

    rows = [war(f"g{n}", "guard", 100.0, f"2013-0{n}-01") for n in range(1, 6)]
    rows += [war(f"m{n}", "mayor", 300.0, f"2015-0{n}-01") for n in range(1, 6)]
    figures, _ = frames(rows)
    assert comparison.sources(figures, vocab).empty


def test_outlets_are_compared_by_what_they_print_first_hand(frames, shared):
    rows = shared(6)
    outlets = {row["article_id"]: {"outlet": "Gazette" if row["article_id"][0] == "a" else "Courier"} for row in rows}
    found = comparison.outlets(*frames(rows, **outlets)).set_index("speaker")
    assert found.loc["Courier", "factor"] == pytest.approx(1.5)
    copies = {name: about | ({"copy_of": "a0"} if name[0] == "b" else {}) for name, about in outlets.items()}
    assert comparison.outlets(*frames(rows, **copies)).empty


def test_who_quotes_whom_counts_articles(frames, figure):
    rows = [figure("f", "a", source_id="guard"), figure("g", "a", source_id="guard"), figure("h", "b")]
    found = comparison.who_quotes_whom(*frames(rows))
    quoted = found[found["source_id"] == "guard"].iloc[0]
    assert (quoted["outlet"], quoted["n_articles"], quoted["figure_ids"]) == ("The a", 1, ["f", "g"])
    assert found["source_id"].isna().sum() == 1


def test_of_very_many_occasions_the_interval_is_the_same_as_if_drawn(monkeypatch):
    chance = np.random.default_rng(1)
    logs = chance.normal(0.2, 0.5, 3_000)
    quick = comparison._interval(logs, chance)
    monkeypatch.setattr(comparison, "_MANY", len(logs))
    assert comparison._interval(logs, chance) == pytest.approx(quick, abs=0.003)
