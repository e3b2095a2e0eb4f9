import pytest

from helpers.tallies import retellings


@pytest.fixture
def wording(vocab, told):
    return lambda sentence: retellings.reader(vocab)(told("f", "a", sentence, 500))


def test_a_toll_is_worded_shortly_before_its_number(wording):
    assert wording("The guard gave a lower toll of [9] dead.").toll_at == 531
    assert wording(f"It put the toll higher{' and higher' * 9}, then came [9].").toll_at is None
    assert wording("There were [9] dead, a toll of war.").toll_at is None


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Another [9] died.", True),
        ("Then [9] more died.", True),
        ("No [9] moreover died.", False),
        ("Another day saw [9] dead.", False),
    ],
)
def test_what_comes_on_top_stands_beside_its_number(wording, sentence, expected):
    assert wording(sentence).is_further is expected


def test_a_vocabulary_without_these_words_finds_none(vocab, told):
    del vocab.tables["retellings"]
    assert retellings.reader(vocab)(told("f", "a", "Another [9] more died, a toll of woe.", 0)) == retellings.Wording()


def test_a_figure_that_does_not_know_its_sentence_has_no_wording(vocab, figure):
    row = figure("f", "a") | {"sentence_start": None, "start": None, "end": None}
    assert retellings.reader(vocab)(row) == retellings.Wording()
