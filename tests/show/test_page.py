"""A notebook's page, read as text and opened in a browser."""

import re

import nbformat
import pandas as pd
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from helpers.show import charts, evidence, findings, page, tables

HOSTILE = (
    "</script></style><script>document.title = 'ran'</script><img src=x onerror=\"document.title='ran'\">"
    "<svg onload=\"document.title='ran'\"> <a href=\"javascript:document.title='ran'\">see</a> {{ 7 * 7 }} **12** fell"
)


def result(value):
    return new_output("execute_result", data={"text/html": value._repr_html_(), "text/plain": "a result"})


@pytest.fixture(scope="module")
def notebook(tmp_path_factory, corpus):
    """A report on the small corpus, one of whose sentences, titles and sources is hostile."""
    figures, articles = corpus["figures"].copy(), corpus["articles"].copy()
    tallies, pairs, references = corpus["tallies"], corpus["pairs"], corpus["references"]
    figures.loc[3, ["sentence", "source", "start", "end"]] = [HOSTILE, HOSTILE, 0, 9]
    articles.loc[0, ["title", "outlet", "url"]] = [HOSTILE, HOSTILE, "javascript:document.title='ran'"]
    many = figures.loc[figures.index.repeat(30)].reset_index(drop=True)
    many["figure_id"] = [f"m{n}" for n in many.index]
    cells = [
        new_markdown_cell("# The numbers of a harbour"),
        new_code_cell("secret = 1", outputs=[new_output("stream", text="printed on the way")]),
        new_code_cell("1", outputs=[result(findings.opening(figures, articles, tallies, pairs))]),
        new_markdown_cell("## The dead"),
        new_code_cell("2", outputs=[result(charts.long_series(figures, articles, references))]),
        new_code_cell("3", outputs=[result(charts.divergence_range(figures, articles, tallies))]),
        new_markdown_cell("## Words that decide"),
        new_code_cell("4", outputs=[result(evidence.listed(figures, articles))]),
        new_code_cell("5", outputs=[new_output("display_data", data={"text/markdown": HOSTILE, "text/plain": "x"})]),
        new_code_cell("6", outputs=[new_output("display_data", data={"text/plain": HOSTILE})]),
        new_markdown_cell("## All figures"),
        new_code_cell("7", outputs=[result(tables.every_figure(figures, articles))]),
        new_code_cell("8", outputs=[result(tables.every_figure(many, articles, caption="Very many figures"))]),
    ]
    path = tmp_path_factory.mktemp("page") / "story.ipynb"
    nbformat.write(new_notebook(cells=cells), path)
    return path


@pytest.fixture(scope="module")
def report(notebook):
    """The report's page."""
    page.export(notebook, notebook.with_name("report.html"), "report")
    return notebook.with_name("report.html")


def test_the_report_has_title_and_contents_and_no_code(report):
    html = report.read_text(encoding="utf-8")
    assert "<title>The numbers of a harbour</title>" in html
    assert re.findall(r'<li><a href="#([^"]+)">', html) == ["The-dead", "Words-that-decide", "All-figures"]
    assert "secret" not in html
    assert "printed on the way" not in html


def test_the_notebook_page_folds_its_code(notebook, tmp_path):
    page.export(notebook, tmp_path / "page.html", "notebook")
    html = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert html.count('<details class="code">') == 9
    assert "secret" in html
    assert "printed on the way" in html


def test_the_same_notebook_gives_the_same_bytes(notebook, report, tmp_path):
    page.export(notebook, tmp_path / "again.html", "report")
    assert (tmp_path / "again.html").read_bytes() == report.read_bytes()


def test_a_page_is_written_whole_or_not_at_all(notebook, tmp_path, monkeypatch):
    (tmp_path / "page.html").write_text("as it was")
    monkeypatch.setattr(page.Path, "write_text", lambda self, text, **_: self.write_bytes(text[:9].encode()) and 1 / 0)
    with pytest.raises(ZeroDivisionError):
        page.export(notebook, tmp_path / "page.html", "report")
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"as it was"]


def test_a_page_without_tables_has_no_script(tmp_path):
    nbformat.write(new_notebook(cells=[new_markdown_cell("# Words")]), tmp_path / "words.ipynb")
    page.export(tmp_path / "words.ipynb", tmp_path / "words.html", "report")
    html = (tmp_path / "words.html").read_text(encoding="utf-8")
    assert "<script" not in html
    assert "script-src 'none'" in html


def test_links_to_figures_that_the_page_leaves_out_lead_to_the_folder_with_all(corpus, tmp_path, monkeypatch):
    monkeypatch.setattr(tables, "MOST_FIGURES", 70)
    figures, articles = corpus["figures"], corpus["articles"]
    many = pd.concat([figures] + [figures[3:4].assign(figure_id=f"m{n}") for n in range(90)], ignore_index=True)
    by_word = pd.DataFrame({"n": range(65), "figure_ids": [["f4", "f6"]] * 65})
    opening = findings.opening(figures, articles, corpus["tallies"], corpus["pairs"])
    shown = [
        charts.long_series(figures, articles),
        opening,
        tables.tidy(by_word, "Words"),
        tables.every_figure(many, articles),
    ]
    cells = [new_code_cell("1", outputs=[result(value)]) for value in shown]
    nbformat.write(new_notebook(cells=cells), tmp_path / "part.ipynb")
    page.export(tmp_path / "part.ipynb", tmp_path / "part.html", "report")
    html = (tmp_path / "part.html").read_text(encoding="utf-8")
    assert set(re.findall(r'href=\\?"#(figure-\w+)', html)) == {"figure-f4", "figure-f5"}
    elsewhere = re.findall(r'href=\\?"evidence/index.html#(figure-\w+)\\?"', html)
    assert set(elsewhere) == {"figure-f1", "figure-f2", "figure-f3", "figure-f6"}
    assert elsewhere.count("figure-f6") == 25 + 65  # rows of the page, and the same among all rows
    assert html.count("<title>") == 1 + result(shown[0])["data"]["text/html"].count("<title>")


def test_nothing_links_to_a_figure_that_stands_nowhere(corpus, tmp_path):
    named = tables.tidy(pd.DataFrame({"figure_ids": [["f4", "f6"]]}), "Words")
    shown = [named, tables.every_figure(corpus["figures"].head(5), corpus["articles"])]
    nbformat.write(
        new_notebook(cells=[new_code_cell("1", outputs=[result(value)]) for value in shown]), tmp_path / "a.ipynb"
    )
    page.export(tmp_path / "a.ipynb", tmp_path / "a.html", "report")
    html = (tmp_path / "a.html").read_text(encoding="utf-8")
    assert '<a href="#figure-f4">1</a> <a>2</a>' in html
    assert not page.leads_to_all(html)


@pytest.fixture
def opened(browser, report):
    """Opens the report and notes what it asks for and complains of."""

    def open_page(**look):
        context = browser.new_context(offline=True, **look)
        view = context.new_page()
        view.noted = []
        view.on("request", lambda request: view.noted.append(request.url))
        view.on("console", lambda message: view.noted.append(message.text))
        view.on("pageerror", lambda error: view.noted.append(str(error)))
        view.on("dialog", lambda dialog: view.noted.append(dialog.message))
        view.goto(report.as_uri())
        view.wait_for_selector(".dt-container")
        view.noted.remove(report.as_uri())
        return view

    return open_page


@pytest.mark.browser
def test_the_page_asks_for_nothing_complains_of_nothing_and_runs_no_text(opened):
    view = opened()
    assert view.title() == "The numbers of a harbour"
    protocols = view.evaluate("[...document.links].map((link) => link.protocol)")
    assert set(protocols) == {"file:", "https:"}
    assert [note for note in view.noted if not note.startswith("data:,")] == []
    assert view.locator("main script:not([type='application/json'])").count() == 0
    assert view.locator("main img[src=x], main [onerror], main [onload]").count() == 0


@pytest.mark.browser
def test_script_that_gets_into_the_page_is_blocked(opened):
    view = opened()
    view.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=\"data:,\" onerror=\"document.title=1\">')")
    view.wait_for_timeout(100)
    assert view.title() == "The numbers of a harbour"
    assert any("Content Security Policy" in note for note in view.noted)


@pytest.mark.browser
def test_tables_sort_filter_and_turn_pages(opened):
    view = opened()
    table = view.locator(".dt-container", has_text="Very many figures")
    assert table.locator("tbody tr").count() == 25
    assert "180" in table.locator(".dt-info").inner_text()
    table.locator("thead th", has_text="Number").click()
    table.locator("tbody tr:first-child td.number", has_text=re.compile("^12$")).wait_for()
    table.locator("input").fill("families")
    table.locator(".dt-info", has_text="30").wait_for()


@pytest.mark.browser
def test_a_table_of_five_thousand_figures_stays_quick(browser, tmp_path, figures, articles):
    many = pd.concat([figures.assign(figure_id=f"{n}-" + figures["figure_id"]) for n in range(834)]).head(5000)
    story = tmp_path / "story.ipynb"
    nbformat.write(
        new_notebook(cells=[new_code_cell("1", outputs=[result(tables.every_figure(many, articles))])]), story
    )
    page.export(story, tmp_path / "report.html", "report")
    view = browser.new_page()
    view.goto((tmp_path / "report.html").as_uri())
    table = view.locator(".dt-container")
    table.locator(".dt-info", has_text="5,000").wait_for()
    taken = []
    for word in ("civilians", "Gazette", "families", "lives", ""):
        taken.append(
            view.evaluate(
                """(word) => {
                    const box = document.querySelector(".dt-search input"), begun = performance.now();
                    box.value = word;
                    box.dispatchEvent(new Event("input", {bubbles: true}));
                    return performance.now() - begun;
                }""",
                word,
            )
        )
    assert min(taken) < 200
    assert not table.locator("th", has_text="Sentence").locator("button, [role=button]").count()
    view.close()


@pytest.mark.browser
def test_a_link_finds_its_sentence_on_whichever_page_of_the_table(opened):
    view = opened()
    assert view.locator("#figure-m179").count() == 0
    view.evaluate("location.hash = '#figure-m179'")
    view.wait_for_selector("#figure-m179.sought")
    assert view.evaluate("document.activeElement.id") == "figure-m179"


@pytest.mark.browser
@pytest.mark.parametrize("look", [{"viewport": {"width": 390, "height": 800}}, {"color_scheme": "dark"}, {}])
def test_nothing_bars_readers_with_other_means(opened, look):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="needs axe-playwright-python")
    found = axe.Axe().run(opened(**look)).response["violations"]
    assert [(v["id"], v["nodes"][0]["html"][:200]) for v in found if v["impact"] in ("serious", "critical")] == []


@pytest.mark.browser
def test_the_marks_of_a_chart_are_one_stop_of_the_keyboard_and_arrows_lead_on(opened):
    view = opened()
    assert view.locator(".chart .wide svg").first.locator("a[tabindex='0']").count() == 1
    view.locator(".chart .wide svg a[tabindex='0']").first.focus()
    first = view.evaluate("document.activeElement.getAttribute('href')")
    view.keyboard.press("ArrowRight")
    assert view.evaluate("document.activeElement.getAttribute('href')") not in (first, None)


@pytest.mark.browser
def test_a_narrow_page_does_not_scroll_sideways(opened):
    view = opened(viewport={"width": 390, "height": 800})
    assert view.evaluate("document.documentElement.scrollWidth") <= 390
    assert view.locator(".chart .narrow").first.is_visible()
    assert not view.locator(".chart .wide").first.is_visible()
