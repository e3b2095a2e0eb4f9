import pytest

from helpers.figures import many


@pytest.fixture(autouse=True)
def nothing_remembered(monkeypatch, tmp_path_factory):
    """No test reads what another, or the person who runs them, has left to be remembered."""
    monkeypatch.setattr(many, "REMEMBERED", tmp_path_factory.mktemp("remembered"))
