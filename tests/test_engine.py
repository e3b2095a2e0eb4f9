from functools import partial
from itertools import count, islice

import pytest

from helpers import engine, vocabulary
from helpers.figures import extract


def test_results_come_in_the_order_of_the_items():
    assert list(engine.run(str, range(10), workers=1)) == [str(n) for n in range(10)]
    assert list(engine.run(str, range(300), workers=2, batch=7)) == [str(n) for n in range(300)]


def test_one_and_two_workers_find_the_same_figures():
    find = partial(extract, vocabulary=vocabulary.load())
    articles = [
        {
            "article_id": str(n),
            "published": "2016-05-02",
            "text": f"Shells killed {n} men in Homs on Sunday, SANA said.",
        }
        for n in range(2, 150)
    ]
    alone = list(engine.run(find, articles, workers=1))
    assert [found[0]["value"] for found in alone] == list(range(2, 150))
    assert list(engine.run(find, articles, workers=2)) == alone


@pytest.mark.parametrize("items", [[], [1]])
def test_few_items_need_no_second_process(items):
    beside = 40
    assert list(engine.run(lambda item: item + beside, items, workers=2)) == [item + beside for item in items]


def test_one_worker_takes_items_as_they_are_asked_for():
    assert list(islice(engine.run(str, count(), workers=1, batch=3), 5)) == ["0", "1", "2", "3", "4"]


def test_an_error_in_an_item_comes_out():
    with pytest.raises(ZeroDivisionError):
        list(engine.run(lambda n: 1 / n, [1, 0], workers=1))


def test_an_unknown_engine_is_named():
    assert engine.checked("local") == "local"
    with pytest.raises(ValueError, match='engine "cloud" is not known'):
        engine.checked("cloud")
