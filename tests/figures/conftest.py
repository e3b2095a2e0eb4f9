import pytest

from helpers import vocabulary
from helpers.figures import extract


@pytest.fixture(scope="session")
def vocab():
    """The vocabulary that ships with the project."""
    return vocabulary.load()


@pytest.fixture(scope="session")
def read(vocab):
    """The figures of a text, published on Wednesday 15 March 2017 unless told."""

    def figures_of(text, published="2017-03-15"):
        return extract({"article_id": "a", "published": published, "text": text}, vocab)

    return figures_of


@pytest.fixture(scope="session")
def read_one(read):
    """The single figure of a text."""

    def figure_of(text, published="2017-03-15"):
        (figure,) = read(text, published)
        return figure

    return figure_of


@pytest.fixture(scope="session")
def rule_of():
    """The name of the rule that decided a figure's outcome."""

    def name(figure):
        return next(cue["rule"] for cue in figure["cues"] if cue["field"] == "outcome")

    return name
