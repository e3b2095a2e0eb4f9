from helpers.tallies import means


def test_means_are_found_as_whole_words(vocab):
    find = means.finder(vocab["means"], "means")
    assert find("Jets came, then a car bomb.") == {"air", "bomb"}
    assert find("A scar bombed.") == frozenset()
    assert find(None) == frozenset()


def test_a_vocabulary_without_means_finds_none(vocab):
    del vocab.tables["means"]
    assert means.finder(vocab["means"], "means")("jets") == frozenset()
