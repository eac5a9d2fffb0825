# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The chain in OpenFisca-Core: a table's columns in, every output for every month out.

`EUROS` is how its users write: euros in `value_type=float`, which the library keeps as float32, rounded half up to a cent
wherever the law rounds. `CENTS` runs the same formulas over whole cents. What is timed is a new simulation, `set_input`
for every column and month, and `calculate` for every output and month; input and output stay in OpenFisca's own layout,
one array for each variable and month.
"""

from __future__ import annotations

import chain_data as chain
import numpy as np
from chain_data import MONTHS, Columns
from openfisca_core.periods import period
from openfisca_core.simulations import SimulationBuilder
from openfisca_rules import AMOUNTS, CENTS, COUNTS, EUROS, FIRST_YEAR, FLAGS, Rules, Unit

__all__ = ["CENTS", "EUROS", "Chain"]

PERIODS = [period(f"{FIRST_YEAR + month // 12}-{1 + month % 12:02d}") for month in range(MONTHS)]

Calculated = dict[str, list[np.ndarray]]


class Chain:
    """The chain in one unit, with the columns of a table as its input."""

    def __init__(self, columns: Columns, unit: Unit, copies: int = 1) -> None:
        self.unit = unit
        self.rules = Rules(unit, copies)
        self.wanted = (*chain.OUTPUTS, chain.CHECK) if copies > 1 else chain.OUTPUTS
        self.households = len(columns["month"]) // MONTHS
        self.columns = {name: self._by_month(name, columns[name]) for name in (*COUNTS, *FLAGS, *AMOUNTS)}

    def _by_month(self, name: str, column: np.ndarray) -> np.ndarray:
        table = np.ascontiguousarray(column.reshape(self.households, MONTHS).T)
        if name in AMOUNTS:
            return table if self.unit is CENTS else (table / 100).astype(np.float32)
        return table.astype(bool) if name in FLAGS else table.astype(np.int32)

    def calculate(self) -> Calculated:
        """Every output for every month: the part that is timed."""
        simulation = SimulationBuilder().build_default_simulation(self.rules.system, self.households)
        for name, table in self.columns.items():
            for month, row in zip(PERIODS, table, strict=True):
                simulation.set_input(name, month, row)
        return {name: [simulation.calculate(name, month) for month in PERIODS] for name in self.wanted}

    def in_cents(self, calculated: Calculated) -> Columns:
        """The outputs as columns of the table, to the nearest cent; the marginal rate is in basis points either way."""
        return {name: self._column(months, 1 if name == "emr_bp" else self.unit) for name, months in calculated.items()}

    def _column(self, months: list[np.ndarray], unit: Unit | int) -> np.ndarray:
        cents_in_one = 100 if unit is EUROS else 1
        return np.rint(np.stack(months).T.reshape(-1).astype(np.float64) * cents_in_one).astype(np.int64)
