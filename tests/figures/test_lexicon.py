"""The vocabulary as tags, and a sentence as units: lexicon.py, units.py."""

from itertools import compress, count

import pytest

from helpers.figures import lexicon, quantities, rules, units, words
from helpers.figures.marks import NUMBER, marks


def tagged(sentence, vocab):
    split = words.split(sentence)
    beginnings = compress(count(), marks(split, vocab)[NUMBER])
    counts = quantities.find(split, 0, len(split.keys), beginnings, quantities.number_words(vocab))
    return units.tag(split, 0, len(split.keys), counts, lexicon.build(vocab))


@pytest.mark.parametrize(
    ("sentence", "tags"),
    [
        ("Shells killed 14 men.", "gDqn."),
        ("The Quells fled, he said", "tUI,wS"),
        ("14 men were wounded", "qnbW"),
        ("the death toll rose to 14", "tTupq"),
    ],
)
def test_a_sentence_is_a_string_of_tags(sentence, tags, vocab):
    assert tagged(sentence, vocab).tags == tags


def test_the_longest_phrase_wins(vocab):
    cut = tagged("14 members of the same family died", vocab)
    assert cut.text(1) == "members of the same family"
    assert cut.entries[1].group == "people"


def test_units_cover_the_sentence_without_gap(vocab):
    cut = tagged("At least 14 men, among them two nurses, were killed in Quellby.", vocab)
    assert len(cut.firsts) == len(cut.lasts) == len(cut.entries) == len(cut.tags)
    assert cut.firsts[1:] == cut.lasts[:-1]
    assert cut.text(0) == "At least 14"


def test_a_phrase_longer_than_what_is_left_does_not_match(vocab):
    known = lexicon.build(vocab)
    keys = ["members", "of", "the", "same", "family"]
    assert known.longest(keys, 0, 5)[0] == 5
    assert known.longest(keys, 0, 4)[0] == 1
    assert known.longest(["cobblestones"], 0, 1) is None


def test_every_word_of_harm_belongs_to_a_phrase_of_harm(vocab):
    known = lexicon.build(vocab)
    assert "killed" in known.harms
    assert "the" not in known.harms


def test_the_rules_use_only_tags_that_are_there(vocab):
    there = set(lexicon.GRAMMAR_TAGS.values()) | set(lexicon.ROLE_TAGS.values()) | set(lexicon.PEOPLE_ONLY.values())
    there |= set(lexicon.PUNCTUATION.values()) | set("qnagSUwWL")
    for rule in rules.RULES:
        assert {letter for letter in rule.pattern.pattern if letter.isalpha()} <= there, rule.name
