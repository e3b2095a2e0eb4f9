from collections import Counter

from helpers.corpus.cleaning import Step
from helpers.show import cleaning

LONG = [
    Step("debris", "Calm. Share this! It <rained>.", "Calm. It <rained>.", ("Share this!",)),
    Step("space", "Calm. It <rained>.", "Calm. It <rained>. ", ()),
]


def test_the_most_frequent_rule_comes_first():
    counted = cleaning.by_rule(Counter(debris=1, space=3))
    assert counted.to_dict("records") == [{"step": "space", "articles": 3}, {"step": "debris", "articles": 1}]


def test_what_was_cut_is_struck_out():
    html = cleaning.before_and_after(LONG).data
    assert "Calm. <del>Share this!</del> It &lt;rained&gt;." in html
    assert html.count("It &lt;rained&gt;.") == 2
    assert "<rained>" not in html


def test_a_corpus_in_which_nothing_was_changed_says_so():
    assert "Nothing was changed" in cleaning.before_and_after([]).data
    assert cleaning.by_rule(Counter()).empty
