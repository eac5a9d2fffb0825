# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What a whole life came to, per household, as a folder of Parquet parts: written where it is lived, here or by a cluster."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TypeVar

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from werkzaam.app.results import draft, writing
from werkzaam.core.errors import InputError
from werkzaam.simulation.life import Lived
from werkzaam.simulation.people import People
from werkzaam.simulation.record import Column, Record, kept
from werkzaam.simulation.streamed import Take

Taken = TypeVar("Taken")
TOTALLED = ("on", "works", "short", "wages", "bijstand", "income", "claimed", "premium", "contacts")
"""Of these columns of a life: in how many months they are not 0, and their sum over all months."""
STAMP = {"werkzaam": "synthetisch / synthetic: nobody in it exists; amounts are whole euro cents over all months"}


@contextmanager
def per_household(out: Path) -> Iterator[Callable[[Take[Taken]], Take[Taken]]]:
    """Makes what takes a life also write it: `with per_household(out) as keeping: streamed(..., keeping(measure))`.

    The folder gets its name when everything went well; otherwise nothing is left. On a cluster all machines must see it under the
    same name. Raises InputError when there is something of that name, or it cannot be written.
    """
    if out.exists():
        raise InputError(f"{out} is there already; give another name for the folder of households.")
    folder = draft(out).resolve()
    with writing(out):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
    try:
        yield lambda take: partial(_both, folder, take)
        with writing(out):
            folder.rename(out)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def totals_of(record: Record) -> pa.Table:
    """A row for each household: its number, arm, and of each column of TOTALLED the months with it and the sum."""
    people = record.people
    found = {"household": people.number, "arm": people.arm.astype(np.int16)}
    for name in TOTALLED:
        found[f"{name}_months"] = np.count_nonzero(record[name], axis=0).astype(np.int16)
        found[name] = record[name].sum(axis=0, dtype=np.int64)
    return pa.table(found).replace_schema_metadata(STAMP)


def _both(folder: Path, take: Take[Taken], people: People, life: Iterable[Lived], months: int) -> Taken:
    """Take the life, and write it under a name for this attempt, then under its own: who is tried twice is the same."""
    columns = {name: np.zeros((months, len(people.number)), np.int32) for name in TOTALLED}
    found = take(people, _noted(people, life, columns), months)
    part = folder / f"part-{people.number[0]:012}.parquet"
    attempt = part.with_suffix(f".{os.getpid()}")
    with writing(part):
        pq.write_table(totals_of(Record(people, columns)), attempt, compression="zstd")
        attempt.replace(part)
    return found


def _noted(people: People, life: Iterable[Lived], columns: Mapping[str, Column]) -> Iterator[Lived]:
    """The months of a life as they come, each noted."""
    for lived in life:
        month = kept(people, lived)
        for name, column in columns.items():
            column[lived.at] = month[name]
        yield lived
