import pandas as pd

from helpers.show import findings


def texts(*tables):
    return [finding.text for finding in findings.opening(*tables).all]


def test_the_dead_are_told_with_their_spread_and_its_reason(figures, articles, tallies, pairs):
    first = findings.opening(figures, articles, tallies, pairs).all[0]
    assert first.text == (
        "In March 2015 two outlets give totals of the war’s dead from at least 210,000 to about 320,000, 1.5 times "
        "apart. "
        "One publisher counts names, the other estimates."
    )
    assert first.figure_ids == ("f1", "f2")


def test_two_articles_of_one_outlet_are_one_that_gives(figures, articles, tallies, pairs):
    one = articles.assign(outlet="Morning Post")
    assert texts(figures, one, tallies, pairs)[0].startswith("In March 2015 one outlet gives totals of the war’s dead")


def test_what_conflicts_is_told_with_who_says_it(figures, articles, tallies, pairs):
    assert (
        "Civilians killed on Port Road: 12 (The Monitor in Evening Gazette) or up to 40 (medics in Harbour Radio), "
        "3.3 times apart, and neither wording nor time explains it."
    ) in texts(figures, articles, tallies, pairs)


def test_a_vague_word_is_no_number_to_be_far_from(figures, articles, tallies, pairs):
    vague = figures.assign(hedge=figures["hedge"].where(figures["figure_id"] != "f5", "vague"))
    assert not any("Port Road" in text for text in texts(vague, articles, tallies, pairs))


def test_what_is_told_of_few_comes_after_what_is_told_of_many(figures, articles, tallies, pairs):
    few = {"f4": 1.0, "f5": 3.0, "f6": 900.0, "f1": 700.0}
    figures = figures.assign(value=figures["figure_id"].map(few).fillna(figures["value"]))
    flight = {"tally_id": "flight", "figure_id": "f6", "other_figure_id": "f1", "verdict": "conflict", "ratio": 1.3}
    told = texts(figures, articles, tallies, pd.concat([pairs, pd.DataFrame([flight])]))
    order = [n for n, text in enumerate(told) if "neither wording nor time" in text]
    assert "the port" in told[order[0]]
    assert "Port Road" in told[order[1]]


def test_every_figure_that_a_finding_rests_on_is_there(figures, articles, tallies, pairs):
    rested_on = {i for finding in findings.opening(figures, articles, tallies, pairs).all for i in finding.figure_ids}
    assert rested_on
    assert rested_on <= set(figures["figure_id"])


def test_agreement_is_told_as_agreement(figures, articles, tallies, pairs):
    calm = tallies.assign(verdict="agree")
    told = " ".join(texts(figures, articles, calm, pairs.assign(verdict="agree")))
    assert "conflict" not in told
    assert "wherever numbers differ, wording, time or a different way of counting explains it" in told


def test_an_empty_corpus_and_one_without_figures_say_so(figures, articles, tallies, pairs):
    nothing = (figures[:0], tallies[:0], pairs[:0])
    assert texts(nothing[0], articles[:0], *nothing[1:]) == [
        "This corpus holds no article, so there is nothing to report."
    ]
    assert texts(nothing[0], articles[:1], *nothing[1:]) == ["One article from one outlet reports no figure."]


def test_one_article_is_told_in_the_singular(figures, articles, tallies, pairs):
    told = texts(figures[:1], articles[:1], tallies[:0], pairs[:0])
    assert told[0] == "In March 2015 one outlet puts the war’s dead at 210,000 or more."


def test_findings_are_escaped_and_lead_to_their_figures(figures, articles, tallies, pairs):
    html = findings.opening(figures, articles.assign(outlet="<i>Post</i>"), tallies, pairs)._repr_html_()
    assert "<i>" not in html
    assert 'href="#figure-f4"' in html


def test_findings_bear_tables_without_a_known_date_or_outlet(figures, articles, tallies, pairs):
    unknown = articles.assign(published=pd.NA, outlet=pd.NA)
    unknown = unknown.astype({"published": "string", "outlet": "string"})
    assert texts(figures, unknown, tallies, pairs)[-1].startswith("Five articles report six figures")


def test_totals_of_a_period_whose_wording_leaves_room_are_told(figures, articles, tallies, pairs):
    open_tally = tallies.iloc[[0]].assign(
        label="People killed in the port since May", scope="period", verdict="compatible", ratio=1.5, n_articles=2
    )
    of_it = figures.assign(tally_id=open_tally["tally_id"].iloc[0])[:2]
    told = texts(of_it, articles, open_tally, pairs[:0])
    assert any(
        text.startswith("People killed in the port since May: ") and text.endswith("room for both.") for text in told
    )
    assert not any(
        "leaves room" in text for text in texts(of_it, articles, open_tally.assign(scope="event"), pairs[:0])
    )


def test_what_was_read_is_told_in_a_sentence_of_any_corpus(figures, articles):
    people = "of people killed, injured, missing, detained or uprooted."
    assert findings.read(figures, articles) == (
        f"Five articles from three outlets, published from 2 March 2015 to January 2016, give six figures {people}"
    )
    assert findings.read(figures[:1], articles[:1]) == (
        f"One article from one outlet, published on 2 March 2015, gives one figure {people}"
    )
    assert findings.read(figures[:0], articles[3:4].assign(published=pd.NA)) == f"One article gives no figure {people}"
    assert findings.read(figures[:0], articles[:0]) == "No article was read."


def test_one_thing_in_conflict_is_told_in_the_singular(figures, articles, tallies, pairs):
    one = tallies[tallies["tally_id"] == "blast"]
    assert any(
        text.startswith("One thing is counted by more than one voice; on it the reports conflict")
        for text in texts(figures, articles, one, pairs[:0])
    )
    assert any("on all of them the reports conflict" in text for text in texts(figures, articles, tallies, pairs))
