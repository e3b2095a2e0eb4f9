"""The folder with all figures, read as text and searched in a browser."""

import json
import re

import pandas as pd
import pytest

from helpers import tables, vocabulary
from helpers.show import complete, index

HOSTILE = (
    "</script><script>document.title='ran'</script><img src=x onerror=\"document.title='ran'\"> 12 fell in Ölhafen"
)


@pytest.fixture(scope="module")
def processed(tmp_path_factory, corpus):
    """The small corpus many times over, one sentence, outlet, address and tally of it hostile."""
    figures, articles, tallies = corpus["figures"].copy(), corpus["articles"].copy(), corpus["tallies"].copy()
    tallies["n_figures"] = 2
    figures.loc[3, ["sentence", "source", "source_id", "start", "end", "tally_id"]] = [
        HOSTILE,
        HOSTILE,
        None,
        0,
        9,
        HOSTILE,
    ]
    tallies.loc[1, ["tally_id", "label"]] = [HOSTILE, HOSTILE]
    articles.loc[1, ["outlet", "url"]] = [HOSTILE, "javascript:document.title='ran'"]
    alone = figures[4:5].assign(figure_id="alone", phrase="1,234", value=1234.0, sentence="In Hafen 1,234 are missing.")
    copies = [figures.assign(figure_id=f"n{n}-" + figures["figure_id"], tally_id=None) for n in range(20)]
    folder = tmp_path_factory.mktemp("processed")
    tables.write(pd.concat([figures, alone, *copies], ignore_index=True), "figures", folder)
    tables.write(articles, "articles", folder)
    tables.write(tallies, "tallies", folder)
    return folder


@pytest.fixture(scope="module")
def written(processed, tmp_path_factory):
    """The folder, in blocks of ten and an index of many shards."""
    folder = tmp_path_factory.mktemp("reports") / "evidence"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(complete, "_BLOCK", 10)
        patch.setattr(index, "_SHARD", 500)
        complete.write(folder, processed, vocabulary.load())
    return folder


def held(file):
    """What a script hands to the page."""
    name, data = re.fullmatch(r'arrived\("([^"]+)",(.*)\)', file.read_text(encoding="utf-8"), flags=re.DOTALL).groups()
    assert name == f"{file.parent.name}/{file.stem}"
    return json.loads(data)


def test_every_figure_is_in_one_block_and_the_index_leads_to_it(written, processed):
    terms = {}
    for file in (written / "words").iterdir():
        terms.update(held(file))
    blocks = {int(file.stem): held(file)["ids"] for file in (written / "figures").iterdir()}
    ids = [own for number in sorted(blocks) for own in blocks[number]]
    assert sorted(ids) == sorted(f"figure-{own}" for own in tables.read("figures", processed)["figure_id"])
    assert all(own in blocks[terms[f"#{own}"][0]] for own in ids)
    assert "olhafen" in terms
    assert max(map(len, blocks.values())) == 10


def test_the_same_tables_give_the_same_bytes(written, processed, tmp_path, monkeypatch):
    monkeypatch.setattr(complete, "_BLOCK", 10)
    monkeypatch.setattr(index, "_SHARD", 500)
    complete.write(tmp_path / "again", processed, vocabulary.load())
    files = sorted(file.relative_to(written) for file in written.rglob("*.*"))
    assert len(files) > 20
    assert all((tmp_path / "again" / file).read_bytes() == (written / file).read_bytes() for file in files)


@pytest.fixture
def opened(browser, written):
    """Opens the page, at a figure or tally where one is named, and notes what it asks for and complains of."""

    def open_page(target="", **look):
        view = browser.new_context(offline=True, **look).new_page()
        view.noted = []
        view.on("request", lambda request: view.noted.append(request.url))
        view.on("console", lambda message: view.noted.append(message.text))
        view.on("pageerror", lambda error: view.noted.append(str(error)))
        view.goto((written / "index.html").as_uri() + target)
        view.locator("[role=status]", has_text=re.compile("figure")).wait_for()
        return view

    return open_page


def search(view, words):
    status = view.locator("[role=status]", has_text=re.compile("figure"))
    status.wait_for()
    status.evaluate("(told) => { told.textContent = '' }")  # of the search before; the page waits until one has typed
    view.locator("input").fill(words)
    status.wait_for()
    return status.inner_text()


@pytest.mark.browser
@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("1234", "1 figure found."),
        ("1,234 hafen", "1 figure found."),
        ("123", "0 figures found."),
        ("missi", "1 figure found."),
        ("zebra", "0 figures found."),
        ("flight 2015-03", "0 figures found."),
        ("famil 2015-03-21", "21 figures found."),
        ("GAZETTE fled", "0 figures found."),
        ("ölhafen", "The first 25 figures."),
        ("evening monitor lives", "0 figures found."),
        ("people 2015", "The first 25 figures."),
    ],
)
def test_what_holds_all_words_is_found(opened, words, told):
    assert search(opened(), words) == told


@pytest.mark.browser
def test_more_is_shown_on_demand_until_all_are(opened):
    view = opened()
    assert search(view, "killed") == "The first 25 figures."
    while view.locator(".more").is_visible():
        before = view.locator("tbody tr").count()
        view.locator(".more").click()
        view.wait_for_function("(before) => document.querySelectorAll('tbody tr').length > before", arg=before)
        view.locator("[role=status]", has_text="figures").wait_for()
        assert view.evaluate("document.activeElement.rowIndex") == before + 1
    assert view.locator("[role=status]").inner_text() == "106 figures found."
    dates = view.locator("tbody td:first-child").all_inner_texts()
    assert [day for day in dates if day] == sorted(day for day in dates if day)


@pytest.mark.browser
def test_a_link_to_a_figure_shows_it_and_its_link_the_figures_of_the_same_thing(opened):
    view = opened("#figure-f1")
    view.wait_for_function("() => document.activeElement.id === 'figure-f1'")
    assert view.locator("tbody tr").count() == 1
    view.locator("tbody a", has_text="since the war began").click()
    view.locator("tbody tr:nth-child(3)").wait_for()
    assert sorted(view.evaluate("[...document.querySelectorAll('tbody tr')].map((row) => row.id)")) == [
        "figure-f1",
        "figure-f2",
        "figure-f3",
    ]
    assert search(view, "1234") == "1 figure found."
    assert not view.locator(".all").is_visible()
    view.go_back()
    view.locator("[role=status]", has_text="3 figures found.").wait_for()
    view.locator("input").fill("")
    view.locator(".all").click()
    view.locator("[role=status]", has_text="The first 25 figures.").wait_for()


@pytest.mark.browser
def test_no_text_of_articles_runs_and_nothing_is_asked_of_a_network(opened):
    view = opened()
    search(view, "olhafen")
    view.locator("tbody a", has_text="ran").first.click()
    view.wait_for_timeout(300)
    assert view.locator("tbody tr").count() == 1
    assert view.title() == "Every figure and its sentence"
    assert view.locator("tbody :is(img, script)").count() == 0
    assert [note for note in view.noted if not note.startswith(("file:", "data:,"))] == []


@pytest.mark.browser
def test_script_that_gets_into_the_page_is_blocked(opened):
    view = opened()
    view.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=\"data:,\" onerror=\"document.title=1\">')")
    view.wait_for_timeout(100)
    assert view.title() == "Every figure and its sentence"


@pytest.mark.browser
def test_a_page_without_its_folder_says_so(browser, written, tmp_path):
    (tmp_path / "index.html").write_bytes((written / "index.html").read_bytes())
    view = browser.new_page()
    view.goto((tmp_path / "index.html").as_uri())
    view.locator("[role=status]", has_text="figures/0.js is missing").wait_for()
    view.close()


@pytest.mark.browser
@pytest.mark.parametrize("look", [{"viewport": {"width": 390, "height": 800}}, {"color_scheme": "dark"}, {}])
def test_nothing_bars_readers_with_other_means(opened, look):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="needs axe-playwright-python")
    view = opened(**look)
    found = axe.Axe().run(view).response["violations"]
    assert [(v["id"], v["nodes"][0]["html"][:200]) for v in found] == []
    assert view.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
