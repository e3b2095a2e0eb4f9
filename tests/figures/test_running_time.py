"""Hostile articles: reading takes time in proportion to their length."""

import signal
from contextlib import contextmanager

import pytest

LIMIT = 5
REPEATS = 20_000
FIGURES = 5000


class Over(Exception):  # noqa: N818
    """The time is over."""


@contextmanager
def within(seconds):
    """Raise TimeoutError behind the block where it was not done within so many seconds of computing.

    The exception is a new one: the interrupted line has no number that a test report could print.
    """

    def stop(*_):
        raise Over

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    done = False
    try:
        yield
        done = True
    except Over:
        pass
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
    if not done:
        raise TimeoutError(f"not read within {seconds} s") from None


@pytest.mark.parametrize(
    "piece",
    [
        "000 ",
        "12.",
        "12:",
        ",",
        "(",
        '"',
        "\n",
        " ",
        "U.",
        "al-",
        "one-",
        "one hundred and ",
        "two thousand ",
        "half of ",
        "40 percent of ",
        "more than ",
        "killed and ",
        "people including ",
        "1,",
        "the Observatory said ",
        "since May ",
        "according to the ",
        "on Friday ",
        "Aleppo ",
        "in Quellby ",
    ],
)
def test_a_piece_repeated_without_end(piece, read):
    with within(LIMIT):
        read(f"Shells killed 12 people. {piece * REPEATS}")


@pytest.mark.parametrize("piece", ["killed 12 and ", "killed a nurse and "])
def test_a_sentence_of_figures_without_end(piece, read):
    with within(LIMIT):
        read(piece * FIGURES)


@pytest.mark.parametrize(
    "sentence",
    [
        "Shells killed 12. ",
        "Shells killed 12 in Homs. ",
        "Shells killed 12, medics said on Sunday. ",
    ],
)
def test_an_article_of_figures_without_end(sentence, read):
    with within(LIMIT):
        read(sentence * FIGURES)


def test_a_number_far_from_its_verb_is_given_up(read):
    with within(LIMIT):
        assert read(f"12 {'local ' * REPEATS}were killed.") == []
