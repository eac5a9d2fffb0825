# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A city's month in the ledger, on SQLite and on PostgreSQL: `make bench-ledger`.

The city is invented and made from a seed (ledger_city.py). Beside each run stands the floor: the same rows, written by the same
connection into tables without a single constraint. PostgreSQL is the server at --postgres, or a throw-away one.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any

from ledger_depth import as_known, fill
from ledger_page import write

from werkzaam.store.database import open_database

HERE = Path(__file__).parent
AMSTERDAM, DEPTH = 40_300, 4_000_000
Step = dict[str, Any]


def main() -> int:
    """Measures, prints and writes; returns the exit code."""
    options = parser().parse_args()
    busy = os.getloadavg()[0]
    found: dict[str, Any] = {"households": options.households, "load": busy, "runs": {}, "depth": {}}
    with tempfile.TemporaryDirectory(prefix="werkzaam-bench-") as name, places(Path(name), options.postgres) as urls:
        for kind in options.on:
            found["runs"][kind] = city(urls[kind, "city"], options.households)
        for kind in options.on if options.depth else ():
            say(f"{options.depth:,} decisions on {kind}")
            with open_database(urls[kind, "depth"]) as database:
                fill(database, options.depth)
                found["depth"][kind] = as_known(database, options.depth)
    found["load_after"] = os.getloadavg()[0]
    sys.stdout.write(write(options.out, found) + "\n")
    return 0


def parser() -> argparse.ArgumentParser:
    """The options; without any, everything is measured as the targets ask."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--households", type=int, default=AMSTERDAM, help="households in the city")
    options.add_argument("--depth", type=int, default=DEPTH, help="decisions for `as known then`; 0 leaves it out")
    options.add_argument("--on", nargs="+", default=["sqlite", "postgresql"], choices=["sqlite", "postgresql"], help="databases")
    options.add_argument("--postgres", help="the address of a PostgreSQL database that may make others")
    options.add_argument("--out", type=Path, default=HERE.parent / "docs/reference", help="folder for the page and the JSON")
    return options


@contextmanager
def places(folder: Path, postgres: str | None) -> Iterator[dict[tuple[str, str], str]]:
    """Empty databases for each measurement."""
    sys.path.insert(0, str(HERE.parent))
    from tests.databases import Cluster, started

    files = folder / "sqlite"
    files.mkdir()
    found = {("sqlite", name): f"sqlite:///{files / name}.db" for name in ("city", "depth")}
    server = folder / "postgresql"
    server.mkdir()
    folder.chmod(0o755)
    with (
        started(server) if postgres is None else nullcontext(Cluster(postgres)) as cluster,
        cluster.database(schema=False) as one,
        cluster.database(schema=False) as other,
    ):
        yield found | {("postgresql", "city"): one, ("postgresql", "depth"): other}


def city(url: str, households: int) -> dict[str, Step]:
    """The three steps, each in a process of its own."""
    return {step: process(step, url, households) for step in ("prepare", "run", "floor")}


def process(step: str, url: str, households: int) -> Step:
    """What `ledger_process.py` tells; when it fails, its error is shown and the benchmark ends."""
    say(f"{step}, {households:,} households, {url.partition(':')[0]}")
    command = [sys.executable, str(HERE / "ledger_process.py"), step, url, str(households)]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{step} on {url} ended with {done.returncode}; its error stands above.")
    told: Step = json.loads(done.stdout)
    return told


def say(what: str) -> None:
    """What is being measured, on the error stream."""
    print(f"[{time.strftime('%H:%M:%S')}] {what}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
