# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The regimes of the arms: each beside its design or among the shipped ones, within the law, and in force while arms differ."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

from werkzaam.app.regimes import within_law
from werkzaam.app.rows import Row
from werkzaam.core.errors import InputError, WerkzaamError
from werkzaam.core.months import Month, Span
from werkzaam.experiment.design import Arm, Design
from werkzaam.facts.read import read_facts
from werkzaam.regime.read import read_regime, regime_ids
from werkzaam.regime.regime import Regime


def regimes_of(design: Design, folder: Path | None = None) -> Mapping[str, Regime]:
    """The regime of each arm, by arm; `folder` is where the design stands, for regimes of the town's own."""
    return {arm.id: _read(arm.regime, folder) for arm in design.arms}


def regime_of_arm(arm: Arm, row: Row, folder: Path | None, start: date, end: date) -> Regime:
    """The regime of one arm; refuses, at its line, one that does not load, goes beyond the law or does not hold all the time."""
    try:
        regime = _read(arm.regime, folder)
        within_law([regime], read_facts(), Month.of_day(end - timedelta(days=1)))
    except WerkzaamError as error:
        row.refuse("regime", f"the regime of the arm {arm.id} does not load: {error}")
    first, last = Month.of_day(start), Month.of_day(end - timedelta(days=1))
    missing = next((month for month in Span(first, last) if month not in regime.span), None)
    if missing is not None:
        row.refuse("regime", f"the arms differ from {start} until {end}, but {regime.id} holds {regime.span} and not in "
                             f"{missing}. Correct start or end, or name a regime that holds all the time.")  # fmt: skip
    return regime


def _read(name: str, folder: Path | None) -> Regime:
    if name.endswith(".toml"):
        raise InputError(f"A regime is named by its id, not by its file: {name.removesuffix('.toml')!r}. Its file stands beside "
                         "the design, under the same name with .toml.")  # fmt: skip
    own = None if folder is None else folder / f"{name}.toml"
    if own is None or not own.is_file():
        return read_regime(name)
    if name in regime_ids():
        raise InputError(f"{name} is both shipped and in {folder}. Give the own regime another id and file name.")
    return read_regime(own)
