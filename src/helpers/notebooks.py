"""Runs one notebook on a corpus and makes its page.

    python -m helpers.notebooks notebooks/01_clean_corpus.ipynb --reports reports raw_dir=data/raw

papermill executes the notebook with the parameters given; the executed copy and its HTML page come to stand in the
reports folder together, and only when every cell has run. A failing cell leaves what was there before.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

# ruff: noqa: E402
# Everything around notebooks imports jsonschema, which spends a second on building this grammar of web addresses if it
# finds it. No notebook's validation asks for it.
sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]

import nbformat
import papermill
import traitlets
from jupyter_client.kernelspec import KernelSpec
from jupyter_client.manager import AsyncKernelManager
from nbclient.exceptions import DeadKernelError
from papermill.exceptions import PapermillExecutionError

from helpers import progress, project, vocabulary
from helpers.show import page

EVIDENCE = "evidence"
"""The folder with all figures, beside the pages."""


class NotebookError(Exception):
    """A notebook that could not be run to its end; the message names the notebook, the cell and the error."""


class OwnKernel(AsyncKernelManager):
    """A kernel of the interpreter that runs this, whichever kernels are installed beside it.

    It is spoken to over sockets in the file system: kernels that start side by side may choose the same port.
    """

    transport = traitlets.CaselessStrEnum(["tcp", "ipc"], default_value="ipc" if os.name == "posix" else "tcp")

    def __init__(self, **settings: object) -> None:
        super().__init__(**settings)
        self._folder = tempfile.TemporaryDirectory(prefix="kernel-")
        self.connection_file = str(Path(self._folder.name, "kernel.json"))

    @property
    def kernel_spec(self) -> KernelSpec:
        """The command that starts ``sys.executable`` as a kernel."""
        command = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}", "--log-level=CRITICAL"]
        return KernelSpec(argv=command, display_name="Python 3", language="python")


def execute(notebook: Path, executed: Path, parameters: Mapping[str, str]) -> None:
    """Run ``notebook`` and keep it with its outputs as ``executed``; parameters left empty keep their default.

    Raises NotebookError where a cell fails or the kernel dies; ``executed`` then ends with the failing cell.
    """
    try:
        papermill.execute_notebook(
            notebook,
            executed,
            parameters={name: value for name, value in parameters.items() if value},
            progress_bar={"desc": _title(notebook), "leave": False, "disable": None},
            kernel_name="python3",
            language="python",
            kernel_manager_class=OwnKernel,
            stderr_file=sys.stderr if sys.stderr.isatty() else None,
        )
    except PapermillExecutionError as error:
        raise NotebookError(_describe(notebook, error)) from error
    except DeadKernelError as error:
        raise NotebookError(f"{notebook} stopped: its kernel died, perhaps for want of memory.") from error
    _rub_out_bars(executed)


def _rub_out_bars(executed: Path) -> None:
    """Take out of the outputs the bars that told how far work had come."""
    notebook = nbformat.read(executed, as_version=4)
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            if output.output_type == "stream":
                output.text = progress.without_bars(output.text)
        if "outputs" in cell:
            cell.outputs = [output for output in cell.outputs if output.get("text", "all")]
    nbformat.write(notebook, executed)


def run(
    notebook: Path, reports: Path, parameters: Mapping[str, str], report: str | None = None, *, evidence: bool = False
) -> None:
    """Execute ``notebook`` and put its copy and page into ``reports``; where ``report`` names a file, that one too.

    The page shows the code folded; the report is the same results as a story without code. With ``evidence`` the folder
    with all figures is made anew if the page leaves some out, and else is not left standing.
    Raises NotebookError; the executed part is then kept in ``reports/failed`` and everything else is as it was.
    """
    failed = reports / "failed" / notebook.name
    with _working_folder(reports / f".running-{notebook.stem}") as folder:
        executed = folder / notebook.name
        try:
            execute(notebook, executed, parameters)
        except NotebookError as failure:
            failed.parent.mkdir(exist_ok=True)
            executed.replace(failed)
            message = f"{failure}\nThe whole error is in {failed}; earlier results are as they were."
            raise NotebookError(message) from failure
        _leave_out_times(executed)
        made = [executed, executed.with_suffix(".html")]
        page.export(executed, made[-1], "notebook")
        if report:
            made.append(folder / report)
            page.export(executed, made[-1], "report")
        if evidence:
            _replace_evidence(reports / EVIDENCE, folder / EVIDENCE, executed.with_suffix(".html"), parameters)
        # Make asks for the last of them: it must not stand there before the others do.
        for result in made:
            result.replace(reports / result.name)
    failed.unlink(missing_ok=True)


def _replace_evidence(old: Path, new: Path, html: Path, parameters: Mapping[str, str]) -> None:
    """Write the folder with all figures if the page ``html`` leads to it, and put it in the place of an ``old`` one."""
    if page.leads_to_all(html.read_text(encoding="utf-8")):
        from helpers.show import complete

        words = vocabulary.load(project.path(parameters["vocabulary_dir"]))
        complete.write(new, project.path(parameters["processed_dir"]), words)
    if old.exists():
        shutil.rmtree(old)
    if new.exists():
        new.replace(old)


def _leave_out_times(executed: Path) -> None:
    """Take out what differs from run to run, so that the same articles give the same notebook byte for byte."""
    content = nbformat.read(executed, as_version=4)
    for part in (content, *content.cells):
        for key in ("papermill", "execution"):
            part.metadata.pop(key, None)
        if "injected-parameters" in part.metadata.get("tags", ()):
            part.id = "injected-parameters"
    nbformat.write(content, executed)


@contextlib.contextmanager
def _working_folder(folder: Path) -> Iterator[Path]:
    """The folder, empty: whatever a run that was killed left there is gone, and so is the folder in the end."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    try:
        yield folder
    finally:
        shutil.rmtree(folder)


def _describe(notebook: Path, error: PapermillExecutionError) -> str:
    """Which cell of the notebook as it is committed failed, its first lines and the error, in a few lines."""
    cells = [cell for cell in json.loads(notebook.read_text(encoding="utf-8"))["cells"] if cell["cell_type"] == "code"]
    number = next((n for n, cell in enumerate(cells, 1) if "".join(cell["source"]) == error.source), "?")
    lines = error.source.strip().splitlines()
    shown = "\n".join(f"    {line}" for line in lines[:3] + ["..."] * (len(lines) > 3))
    return f"{notebook} stopped in code cell {number}:\n{shown}\n{error.ename}: {error.evalue}"


def _title(notebook: Path) -> str:
    return notebook.stem.replace("_", " ")


def main(arguments: list[str] | None = None) -> int:
    """The command line; 0 when the notebook ran to its end."""
    parser = argparse.ArgumentParser(prog="python -m helpers.notebooks", description=run.__doc__.splitlines()[0])
    parser.add_argument("notebook", type=Path)
    parser.add_argument("parameters", nargs="*", metavar="name=value")
    parser.add_argument("--reports", type=Path, required=True, help="folder for the executed notebook and its page")
    parser.add_argument("--report", metavar="FILE", help="also write a page without code under this name")
    parser.add_argument("--evidence", action="store_true", help="also write all figures where the page leaves some out")
    given = parser.parse_intermixed_args(arguments)
    parameters = dict(parameter.split("=", 1) for parameter in given.parameters)
    began = time.monotonic()
    try:
        run(given.notebook, given.reports, parameters, given.report, evidence=given.evidence)
    except NotebookError as failure:
        print(failure, file=sys.stderr)
        return 1
    print(f"{_title(given.notebook):24}{time.monotonic() - began:5.1f} s", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
