import shutil

import pytest
from hypothesis import settings

from helpers.figures import many

# How long one example takes depends on what else the machine does; the tests of running time measure by the processor.
settings.register_profile("any_machine", deadline=None)
settings.load_profile("any_machine")


@pytest.fixture(autouse=True)
def nothing_remembered(monkeypatch, tmp_path_factory):
    """No test reads what another, or the person who runs them, has left to be remembered."""
    monkeypatch.setattr(many, "REMEMBERED", tmp_path_factory.mktemp("remembered"))


@pytest.fixture(scope="module")
def browser():
    """Chromium, in which pages are opened; the tests that need it are skipped where there is none."""
    playwright = pytest.importorskip("playwright.sync_api", reason="needs playwright")
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        pytest.skip("needs Chromium")
    with playwright.sync_playwright() as running:
        flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"]
        started = running.chromium.launch(executable_path=chromium, args=flags)
        yield started
        started.close()
