from helpers.tallies import tabulate


def test_a_row_leads_to_its_figures_and_counts_a_repeated_one_once(frames, figure):
    guard = {"source_id": "guard", "source": "the Guard"}
    rows = [
        figure("f", "a", 12, **guard),
        figure("g", "a", 12, **guard),
        figure("h", "b", 15, **guard | {"source": "Guards"}),
    ]
    table = tabulate.by_source_and_date(*frames(rows))
    assert len(table) == 1
    row = table.iloc[0]
    assert (row["source"], row["published"], row["outcome"]) == ("the Guard", "2015-05-06", "killed")
    assert (row["n_figures"], row["n_articles"], row["lowest"], row["highest"]) == (2, 2, 12, 15)
    assert row["figure_ids"] == ["f", "g", "h"]


def test_outlets_that_speak_themselves_have_a_row(frames, figure):
    table = tabulate.by_source_and_date(*frames([figure("f", "a")]))
    assert table["source_id"].isna().all()


def test_by_outlet_and_by_group(frames, figure):
    rows = [figure("f", "a"), figure("g", "b", group="combatants", side="government")]
    assert tabulate.by_outlet_and_date(*frames(rows))["outlet"].tolist() == ["The a", "The b"]
    assert tabulate.by_group(*frames(rows))["side"].tolist()[0] == "government"


def test_what_may_happen_is_left_out(frames, figure):
    table = tabulate.by_group(*frames([figure("f", "a", modality="projected")]))
    assert table.empty
    assert "figure_ids" in table.columns
