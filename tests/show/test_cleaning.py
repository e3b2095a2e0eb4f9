from helpers.corpus.cleaning import Step
from helpers.show import cleaning

SHORT = [Step("space", "Calm .", "Calm.", ())]
LONG = [
    Step("debris", "Calm. Share this! It <rained>.", "Calm. It <rained>.", ("Share this!",)),
    Step("space", "Calm. It <rained>.", "Calm. It <rained>. ", ()),
]


def test_rules_are_counted_by_article_the_most_frequent_first():
    counted = cleaning.by_rule({"a": SHORT, "b": LONG, "c": [*SHORT, *SHORT]})
    assert counted.to_dict("records") == [{"step": "space", "articles": 3}, {"step": "debris", "articles": 1}]


def test_the_article_that_lost_most_is_shown_with_what_was_cut_struck_out():
    html = cleaning.before_and_after({"a": SHORT, "b": LONG}).data
    assert "Calm. <del>Share this!</del> It &lt;rained&gt;." in html
    assert html.count("It &lt;rained&gt;.") == 2
    assert "<rained>" not in html


def test_a_corpus_in_which_nothing_was_changed_says_so():
    assert "Nothing was changed" in cleaning.before_and_after({}).data
    assert cleaning.by_rule({}).empty
