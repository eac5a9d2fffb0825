# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What a whole life came to, per household, as a folder of Parquet parts: written where it is lived, here or by a cluster."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TypeVar

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from werkzaam.app.results import draft, writing
from werkzaam.core.errors import InputError
from werkzaam.simulation.record import Record

Measured = TypeVar("Measured")
Measure = Callable[[Record], Measured]
TOTALLED = ("on", "works", "short", "wages", "bijstand", "income", "claimed", "premium", "contacts")
"""Of these columns of a life: in how many months they are not 0, and their sum over all months."""
STAMP = {"werkzaam": "synthetisch / synthetic: nobody in it exists; amounts are whole euro cents over all months"}


@contextmanager
def per_household(out: Path) -> Iterator[Callable[[Measure[Measured]], Measure[Measured]]]:
    """Makes a measure also write what it measured: `with per_household(out) as keeping: streamed(..., keeping(measure))`.

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
        yield lambda measure: partial(_both, folder, measure)
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


def _both(folder: Path, measure: Measure[Measured], record: Record) -> Measured:
    """Write the part under a name for this attempt, then under its own: a part that is tried twice is the same part."""
    if len(record.people.number):
        part = folder / f"part-{record.people.number[0]:012}.parquet"
        attempt = part.with_suffix(f".{os.getpid()}")
        pq.write_table(totals_of(record), attempt, compression="zstd")
        attempt.replace(part)
    return measure(record)
