# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The experiments of a town: the design of each, and the key by which a participant is found again.

They stand beside the town's file: `experiment*.toml` are designs, `experiment_key.txt` is the municipality's key. A design that
ships needs no file.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from werkzaam.app.experiment.design_file import read_design, shipped_design, shipped_names
from werkzaam.app.experiment.enrol import read_key
from werkzaam.app.ledger.desk import Desk
from werkzaam.core.errors import UnknownName
from werkzaam.experiment.canonical import design_hash
from werkzaam.experiment.design import Design
from werkzaam.store.database import Database
from werkzaam.store.experiments import designs, experiments

KEY_FILE = "experiment_key.txt"


def experiments_here(desk: Desk) -> list[str]:
    """The ids of the town's experiments that have people, in order."""
    return experiments(desk.database, desk.town.id)


def design_here(desk: Desk, experiment: str) -> Design:
    """The design by which people of an experiment were enrolled; raises UnknownName where its file is not at hand."""
    recorded = designs(desk.database, desk.town.id, experiment)
    found = _beside(desk.town.folder).get(experiment) if desk.town.folder else None
    if found is None and experiment in shipped_names():
        found = shipped_design(experiment)
    if found is None or design_hash(found).hex() not in recorded:
        raise UnknownName(
            f"The design of {experiment[:40]} is not at hand as it was recorded. Put its file, experiment*.toml, beside the file "
            "of the town."
        )
    return found


def key_here(desk: Desk) -> bytes | None:
    """The municipality's key for pseudonyms; None where there is none beside the town's file."""
    path = None if desk.town.folder is None else desk.town.folder / KEY_FILE
    return read_key(path) if path is not None and path.is_file() else None


def ends_at(database: Database, municipality: str, experiment: str) -> str:
    """The moment of the last event of an experiment, as text; empty before the first."""
    query = "SELECT COALESCE(head_at, '') FROM experiment WHERE municipality = ? AND experiment = ?"
    found = database.value(query, (municipality, experiment))
    return "" if found is None else str(found)


def head_of(database: Database, municipality: str, experiment: str) -> str:
    """The hash of the last event of an experiment: another one as soon as anything is known anew."""
    query = "SELECT COALESCE(head_hash, '') FROM experiment WHERE municipality = ? AND experiment = ?"
    return str(database.value(query, (municipality, experiment)) or "")


def not_before(desk: Desk, experiment: str) -> Desk:
    """The same desk, at the last moment of the experiment where that lies ahead of the desk's own.

    That is so in an example only: its clock is set back, and its draw waited for a beacon that is younger.
    """
    last = ends_at(desk.database, desk.town.id, experiment)
    return desk if last <= desk.moment else replace(desk, moment=last)


def _beside(folder: Path) -> dict[str, Design]:
    """The designs beside a town's file, by their ids."""
    found = (_read(path, path.stat().st_mtime_ns) for path in sorted(folder.glob("experiment*.toml")))
    return {design.id: design for design in found}


@lru_cache(maxsize=16)
def _read(path: Path, _: int) -> Design:
    """A design, read again only when its file changed."""
    return read_design(path)
