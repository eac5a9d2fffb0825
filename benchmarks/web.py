# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The page of the month under load: `make bench-web`, and `make soak-web` for half an hour of it.

A city of 40,300 households in PostgreSQL (ledger_city.py), served by granian with two workers, asked a hundred times a second by
sessions of many different people. Server, database and the one who asks share the machine's cores. Beside it: how many bytes a
first and a next view take, how many queries a page makes, and in how many seconds it can be used on a slow telephone network.
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

from ledger import process, say
from web_page import write

HERE = Path(__file__).parent
AMSTERDAM, A_SECOND, SECONDS, PEOPLE, WORKERS = 40_300, 100, 60, 2_000, 2
Step = dict[str, Any]


def main() -> int:
    """Measures, prints and writes; returns the exit code: 1 when a request of a soak failed or the memory grew."""
    options = parser().parse_args()
    busy = os.getloadavg()[0]
    sys.path.insert(0, str(HERE.parent))
    with tempfile.TemporaryDirectory(prefix="werkzaam-bench-") as name, city(Path(name), options) as url:
        found = measured(url, Path(name), options)
    found |= {"households": options.households, "load": busy, "load_after": os.getloadavg()[0]}
    sys.stdout.write(write(options.out, found, soak=options.soak) + "\n")
    return int(options.soak and bool(found["stream"]["wrong"] or found["grown"] > found["memory"] / 10))


def parser() -> argparse.ArgumentParser:
    """The options; without any, everything is measured as the targets ask."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--households", type=int, default=AMSTERDAM, help="households in the city")
    options.add_argument("--rate", type=int, default=A_SECOND, help="requests a second")
    options.add_argument("--seconds", type=int, default=SECONDS, help="how long; at most two hours")
    options.add_argument("--people", type=int, default=PEOPLE, help="how many of them are signed in")
    options.add_argument("--soak", action="store_true", help="print what came of it, write no page, and fail on any error")
    options.add_argument("--postgres", help="the address of a PostgreSQL database that may make others")
    options.add_argument("--out", type=Path, default=HERE.parent / "docs/reference", help="folder for the page and the JSON")
    return options


@contextmanager
def city(folder: Path, options: argparse.Namespace) -> Iterator[str]:
    """The ledger of the city with its months decided."""
    from tests.databases import Cluster, started

    server = folder / "postgresql"
    server.mkdir()
    folder.chmod(0o755)
    with (
        started(server) if options.postgres is None else nullcontext(Cluster(options.postgres)) as cluster,
        cluster.database(schema=False) as url,
    ):
        process("prepare", url, options.households)
        process("run", url, options.households)
        yield url


def measured(url: str, folder: Path, options: argparse.Namespace) -> Step:
    """Everything, of a server on the city."""
    from web_city import Served, in_process, ready

    say(f"signing in {options.people:,} people")
    environment, asked = ready(url, folder, min(options.people, options.households))
    found: Step = {"queries": in_process(asked)}
    with Served(environment, WORKERS, folder) as served:
        from web_load import Stream

        Stream(served.port, asked).send(min(options.rate, 20), 5)
        seconds, stream = min(options.seconds, 7_200), Stream(served.port, asked)
        say(f"{options.rate} requests a second for {seconds} seconds")
        stream.send(options.rate, seconds / 3)
        before = served.memory()  # By now a process keeps so many pages as it ever will; what comes after is growth.
        told = stream.send(options.rate, seconds - seconds / 3)
        found |= {"memory": before, "grown": served.memory() - before, "rate": options.rate, "seconds": seconds,
                  "stream": {"asked": options.rate * seconds, "answered": len(told.seconds), "wrong": told.wrong,
                             "p50": told.at(0.5), "p99": told.at(0.99), "most": told.at(1.0)}}  # fmt: skip
        if not options.soak:
            found["slow"] = _on_a_slow_network(served.port, asked[0].cookie, asked[0].path)
    return found


def _on_a_slow_network(port: int, cookie: str, path: str) -> Step:
    """The page in Chromium on a throttled network, in a process of its own."""
    say("the page on a slow telephone network")
    command = [sys.executable, str(HERE / "web_slow.py"), str(port), cookie, path]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        raise SystemExit("The page on a slow network was not measured; the error stands above.")
    told: Step = json.loads(done.stdout)
    return told


if __name__ == "__main__":
    started_at = time.monotonic()
    code = main()
    say(f"done in {time.monotonic() - started_at:.0f} seconds")
    sys.exit(code)
