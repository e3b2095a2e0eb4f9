import pytest

from helpers.corpus import spool
from helpers.corpus.ids import Ids


@pytest.fixture
def ids():
    with spool.opened() as disk:
        yield Ids(disk)


def test_a_name_that_is_taken_gets_a_number(ids):
    names = ["story", "story", "story-2", "story", "other"]
    assert [ids.give(name) for name in names] == ["story", "story-2", "story-2-2", "story-3", "other"]


@pytest.mark.parametrize(("name", "article_id"), [("a b/c", "a-b-c"), ("...", "article"), ("é" * 99, "é" * 80)])
def test_ids_hold_only_what_names_of_files_may(ids, name, article_id):
    assert ids.give(name) == article_id
