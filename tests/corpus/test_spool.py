import subprocess
import sys
from pathlib import Path

import pytest

from helpers.corpus import spool

FILLED = """
import os, sqlite3, sys
from helpers.corpus import spool
with spool.opened() as disk:
    disk.execute("CREATE TABLE texts (text TEXT)")
    disk.executemany("INSERT INTO texts VALUES (?)", (("x" * 100_000,) for _ in range(1000)))
    if sys.argv[1] == "killed":
        os._exit(1)
"""


@pytest.mark.parametrize("end", ["whole", "killed"])
def test_nothing_is_left_on_disk(end, tmp_path):
    run = subprocess.run(
        [sys.executable, "-c", FILLED, end], env={"SQLITE_TMPDIR": str(tmp_path), "PYTHONPATH": ":".join(sys.path)}
    )
    assert run.returncode == (end == "killed")
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_is_said_plainly():
    def fill():
        with spool.opened() as disk:
            disk.execute("PRAGMA max_page_count = 2")
            disk.execute("CREATE TABLE texts (text TEXT)")
            disk.execute("INSERT INTO texts VALUES (?)", ("x" * 100_000,))

    with pytest.raises(OSError, match="name a folder with more room in TMPDIR"):
        fill()


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the kernel does not tell the peak of a process")
def test_of_much_only_a_share_is_in_memory():
    told = FILLED + "    print(next(line for line in open('/proc/self/status') if line.startswith('VmHWM')))"
    few, many = (
        subprocess.run([sys.executable, "-c", code, "whole"], capture_output=True, check=True, text=True).stdout
        for code in (told.replace("range(1000)", "range(1)"), told)
    )
    assert int(many.split()[1]) - int(few.split()[1]) < 50_000
