# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Speed and exactness beside the peer and the physical limit: `make bench`.

Every measurement of the chain is a process of its own, all sizes in turn, several rounds; within a process the contenders
take turns again. The table shows medians with the target beside each; BELOW fails the run only with --strict.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import chain_oracle
import real_measures  # noqa: F401 - its functions name the goals they measure
import real_rules
import spark_figures
from report import Figure, screen, write
from summary import NONE_WRONG, Run, chain_figures, row_growth, rule_growth

HERE = Path(__file__).parent
SIZES = (100_000, 1_000_000, 10_000_000)
COPIES, COPIED_ROWS = 10, 1_000_000
PROVED_ROWS = 6_000

Task = tuple[int, int]  # rows, copies of the chain


def main() -> int:
    """Measures, prints and writes; returns the exit code."""
    options = parser().parse_args()
    busy = os.getloadavg()[0]
    tasks = [(size, 1) for size in options.sizes] + ([] if options.no_copies else [(COPIED_ROWS, 1), (COPIED_ROWS, COPIES)])
    tasks = list(dict.fromkeys(tasks))
    progress = clock(len(tasks) * options.rounds)
    runs = measured(tasks, options.rounds, progress)
    figures = [proof(progress), *compared(runs, options.sizes), *real_rules.figures(progress)]
    figures += spark_figures.figures(progress, options.spark_rows) if options.spark_rows else []
    print(screen(figures))
    kept = [{"rows": rows, "copies": copies, "runs": found} for (rows, copies), found in runs.items()]
    write(options.out, figures, kept, busy=busy)
    below = sum(figure.verdict == "BELOW" for figure in figures)
    print(f"\nThe load of the machine before we began: {busy:.1f} on {os.cpu_count()} cores.")
    print(f"{below} below target. Written to {options.out}/benchmarks.md and benchmarks.json.")
    return 1 if below and options.strict else 0


def parser() -> argparse.ArgumentParser:
    """The options; without any, everything is measured as the targets ask."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--sizes", type=int, nargs="+", default=list(SIZES), help="household-months")
    options.add_argument("--rounds", type=int, default=3, help="processes for each size")
    options.add_argument("--no-copies", action="store_true", help=f"leave out the chain x{COPIES}")
    options.add_argument("--spark-rows", type=int, default=spark_figures.ROWS, help="household-months on Spark; 0 leaves it out")
    options.add_argument("--strict", action="store_true", help="exit with 1 when a figure is below its target")
    options.add_argument("--out", type=Path, default=HERE.parent / "docs/reference", help="folder for the page and the JSON")
    return options


def clock(steps: int) -> Callable[[str], None]:
    """Says on the error stream what is being measured and how far we are."""
    start, said = time.monotonic(), 0

    def progress(what: str) -> None:
        nonlocal said
        said += 1
        of = f"/{steps}" if said <= steps else ""
        print(f"[{said}{of}, {time.monotonic() - start:.0f} s] {what}", file=sys.stderr, flush=True)

    return progress


def measured(tasks: list[Task], rounds: int, progress: Callable[[str], None]) -> dict[Task, list[Run]]:
    """Every task in every round, each in a process of its own; amounts are judged in the first round."""
    runs: dict[Task, list[Run]] = {task: [] for task in tasks}
    for turn in range(rounds):
        for rows, copies in tasks:
            progress(f"chain{f' x{copies}' if copies > 1 else ''}, {rows:,} household-months, round {turn + 1}")
            runs[rows, copies].append(one_process(rows, copies, judge=turn == 0))
    return runs


def one_process(rows: int, copies: int, *, judge: bool) -> Run:
    """What `chain_process.py` prints; when it fails, its error is shown and the run ends."""
    command = [sys.executable, str(HERE / "chain_process.py"), str(rows), str(copies), *(["--judge"] if judge else [])]
    found = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
    if found.returncode:
        raise SystemExit(f"{' '.join(command[1:])} ended with {found.returncode}; its error stands above.")
    return json.loads(found.stdout)  # type: ignore[no-any-return]


def proof(progress: Callable[[str], None]) -> Figure:
    """The oracle beside exact fractions."""
    progress(f"the oracle beside exact fractions, {PROVED_ROWS:,} rows")
    return Figure("The oracle", "amounts unlike exact fractions", "", chain_oracle.prove(PROVED_ROWS), NONE_WRONG)


def compared(runs: dict[Task, list[Run]], sizes: list[int]) -> list[Figure]:
    """The figures of every size, and how cost grows with rows and rules."""
    figures = [figure for size in sizes for figure in chain_figures(runs[size, 1])]
    if len(sizes) > 1:
        fewer, more = sorted(sizes)[-2:]
        figures += row_growth(runs[fewer, 1], runs[more, 1])
    if (COPIED_ROWS, COPIES) in runs:
        figures += rule_growth(runs[COPIED_ROWS, 1], runs[COPIED_ROWS, COPIES], COPIES)
    return figures


if __name__ == "__main__":
    sys.exit(main())
