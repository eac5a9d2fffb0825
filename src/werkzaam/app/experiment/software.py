# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""One fingerprint of the program that draws: what is promised of it, and what an auditor compares."""

from __future__ import annotations

from importlib.resources import files

from werkzaam.experiment.lottery.encoding import framed

PARTS = ("deal.py", *(f"lottery/{name}.py" for name in (
    "beacon", "commitment", "draw", "encoding", "merkle", "plan", "result", "roster", "strata")))  # fmt: skip
"""The files that decide on the outcome of a draw."""


def software_digest() -> bytes:
    """SHA-256 over the names and the bytes of the files that decide on a draw, in the order of their names."""
    folder = files("werkzaam.experiment")
    return framed(*(part for name in sorted(PARTS) for part in (name, folder.joinpath(name).read_bytes())))
