"""Running a notebook: with parameters, on the right interpreter, whole or not at all."""

import json
import sys
from pathlib import Path

import nbformat
import pytest
from nbformat import v4

from helpers import notebooks, vocabulary
from helpers.show import complete

OURS = sorted((Path(__file__).parents[1] / "notebooks").glob("*.ipynb"))
PARAMETERS = {
    "raw_dir",
    "processed_dir",
    "vocabulary_dir",
    "review_dir",
    "reference_dir",
    "date_from",
    "date_to",
    "conflict",
    "engine",
    "scheduler",
}


@pytest.fixture
def notebook(tmp_path):
    """A function that writes a notebook of the given code cells, the first being its parameters."""

    def write(*sources):
        cells = [v4.new_code_cell(source) for source in sources]
        cells[0].metadata["tags"] = ["parameters"]
        path = tmp_path / "07_count_pages.ipynb"
        kernel = {"name": "a-kernel-nobody-has", "display_name": "?", "language": "python"}
        nbformat.write(
            v4.new_notebook(cells=[v4.new_markdown_cell("# Pages"), *cells], metadata={"kernelspec": kernel}), path
        )
        return path

    return write


def printed(path):
    cells = nbformat.read(path, as_version=4).cells
    return "".join(output.get("text", "") for cell in cells if cell.cell_type == "code" for output in cell.outputs)


def test_parameters_reach_the_cells_and_empty_ones_keep_their_default(notebook, tmp_path):
    source = notebook("folder = 'here'\nuntil = '2019'", "print(folder, until)")
    notebooks.run(source, tmp_path / "reports", {"folder": "there", "until": ""})
    assert printed(tmp_path / "reports" / source.name) == "there 2019\n"


def test_the_kernel_is_this_interpreter_whatever_the_notebook_names(notebook, tmp_path):
    source = notebook("", "import sys; print(sys.executable)")
    notebooks.run(source, tmp_path / "reports", {})
    assert printed(tmp_path / "reports" / source.name).strip() == sys.executable


def test_the_notebook_itself_stays_as_it_was(notebook, tmp_path):
    source = notebook("n = 1", "print(n)")
    before = source.read_bytes()
    notebooks.run(source, tmp_path / "reports", {"n": "2"})
    assert source.read_bytes() == before


def test_page_and_report_stand_beside_the_executed_notebook(notebook, tmp_path):
    source = notebook("n = 1", "from IPython.display import Markdown\nMarkdown('forty' + ' two')")
    assert notebooks.main([str(source), "n=3", "--reports", str(tmp_path / "r"), "--report", "report.html"]) == 0
    assert sorted(path.name for path in (tmp_path / "r").iterdir()) == [
        "07_count_pages.html",
        "07_count_pages.ipynb",
        "report.html",
    ]
    page, report = (
        (tmp_path / "r" / name).read_text(encoding="utf-8") for name in ("07_count_pages.html", "report.html")
    )
    assert "forty two" in page
    assert "forty two" in report
    assert "IPython" in page
    assert "IPython" not in report


def test_the_same_run_gives_the_same_bytes(notebook, tmp_path):
    source = notebook("n = 1", "print(n)")
    for folder in ("one", "two"):
        notebooks.run(source, tmp_path / folder, {"n": "2"}, "report.html")
    for name in (source.name, "07_count_pages.html", "report.html"):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_the_page_that_make_asks_for_comes_last(notebook, tmp_path, monkeypatch):
    moved = []
    monkeypatch.setattr(Path, "replace", lambda self, target: moved.append(Path(target).name))
    notebooks.run(notebook("n = 1"), tmp_path, {}, "report.html")
    assert moved[-3:] == ["07_count_pages.ipynb", "07_count_pages.html", "report.html"]


def test_bars_leave_no_trace_on_the_page(notebook, tmp_path):
    source = notebook(
        "", "import sys\nfor n in range(9): print(f'\\rbar {n}', end='', file=sys.stderr)", "print('done')"
    )
    notebooks.run(source, tmp_path / "reports", {})
    assert printed(tmp_path / "reports" / source.name) == "done\n"


def test_a_failing_cell_is_named_and_leaves_earlier_results_whole(notebook, tmp_path, capsys):
    reports = tmp_path / "reports"
    source = notebook("n = 1", "pages = []", "first = pages[0]\nprint(first)\nprint(first)\nprint(first)")
    reports.mkdir()
    (reports / "07_count_pages.html").write_text("of yesterday")
    assert notebooks.main([str(source), "n=2", "--reports", str(reports)]) == 1
    told = capsys.readouterr().err
    assert "07_count_pages.ipynb stopped in code cell 3:" in told
    assert "first = pages[0]" in told
    assert "IndexError: list index out of range" in told
    assert len(told.splitlines()) < 10
    assert (reports / "07_count_pages.html").read_text() == "of yesterday"
    assert sorted(path.name for path in reports.iterdir()) == ["07_count_pages.html", "failed"]
    assert (reports / "failed" / "07_count_pages.ipynb").exists()


def test_what_failed_is_forgotten_once_it_runs(notebook, tmp_path):
    reports = tmp_path / "reports"
    with pytest.raises(notebooks.NotebookError):
        notebooks.run(notebook("", "1 / 0"), reports, {})
    notebooks.run(notebook("", "1 / 1"), reports, {})
    assert not (reports / "failed" / "07_count_pages.ipynb").exists()


def test_a_kernel_that_dies_is_told_of(notebook, tmp_path):
    with pytest.raises(notebooks.NotebookError, match="kernel died"):
        notebooks.run(notebook("", "import os; os._exit(1)"), tmp_path / "reports", {})


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.stem)
def test_ours_are_committed_without_outputs(path):
    cells = [cell for cell in json.loads(path.read_text(encoding="utf-8"))["cells"] if cell["cell_type"] == "code"]
    assert not any(cell["outputs"] or cell["execution_count"] for cell in cells)


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.stem)
def test_ours_start_with_the_same_parameters(path):
    cells = [cell for cell in json.loads(path.read_text(encoding="utf-8"))["cells"] if cell["cell_type"] == "code"]
    assert cells[0]["metadata"]["tags"] == ["parameters"]
    values = {}
    exec("".join(cells[0]["source"]), values)
    assert set(values) >= PARAMETERS


def test_there_are_five_of_ours():
    assert [path.stem[:2] for path in OURS] == ["01", "02", "03", "04", "05"]


def test_kernels_started_side_by_side_share_no_socket():
    one, other = notebooks.OwnKernel(), notebooks.OwnKernel()
    assert one.ip != other.ip
    assert Path(one.connection_file).parent != Path(other.connection_file).parent


def test_the_folder_with_all_figures_is_there_only_where_the_page_leads_to_it(notebook, tmp_path, monkeypatch):
    def write(folder, processed, words):
        folder.mkdir()
        (folder / "index.html").write_text(f"{processed.name}: {len(words['sources']) > 0}")

    monkeypatch.setattr(complete, "write", write)
    display = "from IPython.display import HTML\nHTML(page)"
    reports, folders = tmp_path / "reports", {"processed_dir": str(tmp_path), "vocabulary_dir": str(vocabulary.HOME)}
    leading = notebook("page = '<a href=\"evidence/index.html\">all</a>'", display)
    for _ in range(2):
        notebooks.run(leading, reports, folders, evidence=True)
        assert (reports / "evidence" / "index.html").read_text() == f"{tmp_path.name}: True"
    notebooks.run(notebook("page = 'no link'", display), reports, folders, evidence=True)
    assert sorted(path.name for path in reports.iterdir()) == ["07_count_pages.html", "07_count_pages.ipynb"]
