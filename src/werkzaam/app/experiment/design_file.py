# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A design file becomes a `Design`: read strictly, refused with file, line, table and key (docs/reference/design-file.md)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from werkzaam.app.experiment import design_outcomes, design_tables
from werkzaam.app.experiment.design_regimes import regime_of_arm
from werkzaam.app.experiment.design_rows import ident, names, whole, words
from werkzaam.app.rows import Document, Row, near, read_toml
from werkzaam.core.errors import UnknownName
from werkzaam.experiment.design import Arm, Design
from werkzaam.experiment.elements import ELEMENTS, unequal

SHIPPED = Path(__file__).with_name("designs")
_TOP = ("id", "title", "municipality", "version", "start", "end", "equal", "covariates")
_TABLES = ("window", "exclusion", "variable", "strata", "selection", "survey", "arm", "wave", "estimand", "outcome", "family",
           "subgroup", "stopping", "lottery")  # fmt: skip


def read_design(path: Path) -> Design:
    """The design in a file; raises InputError that names file, line, table and key, what was found and what to do."""
    return _design(read_toml(path), path.parent)


def shipped_design(name: str) -> Design:
    """A design that ships; raises UnknownName with the names that there are."""
    return read_design(shipped_file(name))


def shipped_file(name: str) -> Path:
    """The file of a design that ships."""
    if name not in shipped_names():
        raise UnknownName(f"No design called {name!r} ships. {near(name, shipped_names())}")
    return SHIPPED / f"{name}.toml"


def shipped_names() -> tuple[str, ...]:
    """The ids of the designs that ship."""
    return tuple(sorted(path.stem for path in SHIPPED.glob("*.toml") if not path.stem.endswith("_assumptions")))


def _design(document: Document, folder: Path) -> Design:
    top = document.top
    design_tables.one_by_one(top)
    top.only(*_TOP, *_TABLES)
    start, end = _days(top)
    variables, arms = design_tables.variables(document), design_tables.arms(document)
    waves = {wave.id: wave for wave in design_tables.waves(document, end)}
    outcomes = design_outcomes.outcomes(document, waves, start)
    design_tables.lasting(document, waves.values(), outcomes.values(), start, end)
    selection = design_tables.sample(document, "selection", variables)
    design = Design(
        id=ident(top, ()), title=words(top, "title"), municipality=top.text("municipality"), version=whole(top, "version", 1),
        start=start, end=end, windows=design_tables.windows(document, variables, end),
        exclusions=design_tables.exclusions(document, arms), variables=tuple(variables.values()),
        strata=design_tables.strata(document, variables), selection=selection,
        survey=design_tables.sample(document, "survey", variables, selection.seats),
        arms=tuple(arm for arm, _ in arms.values()), equal=names(top, "equal", ELEMENTS, "element of a regime"),
        waves=tuple(waves.values()), outcomes=tuple(outcomes.values()),
        families=design_outcomes.families(document, arms, outcomes),
        subgroups=design_outcomes.subgroups(document, variables, outcomes, waves),
        covariates=names(top, "covariates", variables, "variable"),
        stopping=design_outcomes.stopping(document, outcomes, start, end), lottery=design_tables.lottery(document),
    )  # fmt: skip
    _regimes(document, design, arms, folder)
    return design


def _days(top: Row) -> tuple[date, date]:
    start, end = top.day("start"), top.day("end")
    if end <= start:
        top.refuse("end", f"the arms end on {end}, not after they begin on {start}. Correct one of the two.")
    return start, end


def _regimes(document: Document, design: Design, arms: dict[str, tuple[Arm, Row]], folder: Path) -> None:
    """Refuse arms whose regime does not load, and elements called equal in which regimes differ."""
    regimes = {one: regime_of_arm(arm, row, folder, design.start, design.end) for one, (arm, row) in arms.items()}
    for element in design.equal:
        found = unequal(element, regimes, design.start, design.end)
        if found:
            document.top.refuse("equal", f"{element} is called equal for all arms, but {found} Make the regimes alike, or leave "
                                         f"{element} out.")  # fmt: skip
