# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Large files of wages, and how much memory a process of its own takes to read one."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from pathlib import Path

from tests.app.exchange.returns import HEADER
from tests.house.tree import ROOT
from werkzaam.app.exchange.wages_csv import read_wages_csv

LONG = "x" * 180
MIB = 1 << 20


def write_rows(file: Path, size: int, *, long: bool) -> int:
    """Rows of different people until the file has this size; how many there are."""
    source, number, written = LONG if long else "OIB", 0, 0
    with file.open("w", encoding="utf-8") as out:
        written += out.write(HEADER + "\n")
        while written < size:
            number += 1
            written += out.write(
                f"{number};1;Koffiehuis {source};2026-03-01;2026-03-31;2026-04-05;{number % 5_000},{number % 100:02d};{source}\n"
            )
    return number


def measured(file: Path) -> dict[str, int]:
    """The wages of a file and their cents, and the most memory that reading it twice took in a process of its own, in MiB."""
    code = [sys.executable, "-m", "tests.app.exchange.rows_of_wages", str(file)]
    done = subprocess.run(code, cwd=ROOT, check=True, capture_output=True, text=True)
    found: dict[str, int] = json.loads(done.stdout)
    return found


def main(file: Path) -> None:
    """Check the file, take all of it, and print what `measured` reads."""
    cents = wages = 0
    for wage in read_wages_csv(file).wages():
        wages += 1
        cents += int(str(wage.row["netto"]).replace(".", ""))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(json.dumps({"wages": wages, "cents": cents, "memory": memory}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
