import json

import pytest

from helpers.show import index


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ('<mark class="number">At least 12,500</mark> fled', {"at", "least", "12500", "fled"}),
        ("Al-Bāb’s café &amp; mosque", {"al", "bab", "s", "cafe", "mosque"}),
        ("2014-08-15 and 2014-08, not 14-08", {"2014-08-15", "and", "2014-08", "not", "14", "08"}),
        ("<mark>12</mark>th&#x27;s, 1,2,3", {"12th", "s", "1", "2", "3"}),
        ("", set()),
    ],
)
def test_words_are_what_a_reader_sees(html, words):
    assert index.words(html) == words


def test_a_term_leads_to_its_blocks_and_stands_in_order_of_the_alphabet(monkeypatch):
    monkeypatch.setattr(index, "_SHARD", 60)
    made = index.Index()
    made.add(0, index.terms("Homs and Hama", ["figure-a"]))
    made.add(3, index.terms('Homs <a href="#tally-x%2F">again</a>', ["figure-b"]))
    shards = [(first, json.loads(shard)) for first, shard in made.shards()]
    assert len(shards) > 1
    assert [first for first, _ in shards] == [next(iter(terms)) for _, terms in shards]
    terms = {term: blocks for _, shard in shards for term, blocks in shard.items()}
    assert list(terms) == sorted(terms)
    assert terms == {
        "#figure-a": [0], "#figure-b": [3], "#tally-x%2F": [3], "again": [3], "and": [0], "hama": [0], "homs": [0, 3],
    }  # fmt: skip


def test_an_empty_index_has_no_shard():
    assert list(index.Index().shards()) == []
