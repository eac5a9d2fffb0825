# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What Toyland knows of a household, and the numbers its council sets."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from fractions import Fraction

from werkzaam.core.months import Month, Span
from werkzaam.engine.explain import Given
from werkzaam.engine.formula import Cents, Choice, Count, Months, Share, Table, Truth
from werkzaam.engine.rule import BAAN, HUISHOUDEN, PERSOON, Input, Parameter, Parameters, option_input

MONTHS = tuple(Span.parse("2021-01", "2022-12"))


class Woonvorm(Enum):
    """How a household lives."""

    POPPENHUIS = ("poppenhuis", "dolls' house")
    BLOKKENTOREN = ("blokkentoren", "tower of blocks")
    TREIN = ("trein", "train")


class Werk(Enum):
    """What a job is."""

    MOLEN = ("op de molen", "at the mill")
    CIRCUS = ("in het circus", "in the circus")


class Stand(Enum):
    """How a person stands in the town; without labels, so that the names speak."""

    RUST = 1
    BEGIN = 2
    VAST = 3


class Speelnorm(Parameters, group="speelnorm"):
    """What a household needs."""

    bedrag: Table[Woonvorm, Cents] = {woonvorm: f"norm {woonvorm.name}" for woonvorm in Woonvorm}  # noqa: RUF012
    basis: Count = "norm basis"
    per_hoofd: Count = "norm per hoofd"
    geheel: Count = "norm geheel"
    per_kind: Cents = "norm per kind"
    kinderen_hoogstens: Cents = "norm kinderen hoogstens"
    meerderjarig: Count = "meerderjarig"


class Loonregel(Parameters, group="loonregel"):
    """What wages do."""

    aandeel: Share = "loon aandeel"
    aandeel_werk: Table[Werk, Share] = {werk: f"loon aandeel {werk.name}" for werk in Werk}  # noqa: RUF012
    maximum: Cents = "loon maximum"
    duur: Months = "loon duur"
    verruimd: Truth = "loon verruimd"


class Spaarpot(Parameters, group="spaarpot"):
    """What is put aside for each job, and what is asked back of a household."""

    uitkeren_vanaf: Cents = "spaarpot uitkeren vanaf"
    stand_bij_begin: Choice[Stand] = "spaarpot stand"
    schuld_hoogstens: Cents = "schuld hoogstens"
    termijn: Cents = "schuld termijn"


INPUTS = (
    option_input("woonvorm", Woonvorm, HUISHOUDEN, "Hoe het huishouden woont.", "How the household lives."),
    Input("kinderen", Count, HUISHOUDEN, 0, 12, "Aantal kinderen.", "Number of children."),
    Input("huur", Cents, HUISHOUDEN, 0, 200_000, "Huur per maand.", "Rent a month."),
    Input("leeftijd", Count, PERSOON, 0, 120, "Leeftijd in jaren.", "Age in years."),
    Input("zorg", Truth, PERSOON, 0, 1, "Of iemand zorgt voor een ander.", "Whether somebody cares for another."),
    Input("loon", Cents, BAAN, -100_000, 1_000_000, "Loon, met correcties.", "Wage, with corrections."),
    Input("schatting", Cents, BAAN, 0, 1_000_000, "Geschat loon.", "Estimated wage."),
    Input("reiskosten", Cents, BAAN, 0, 50_000, "Reiskosten.", "Travel costs."),
    option_input("werk", Werk, BAAN, "Soort werk.", "Sort of work."),
)

_PERCENT = Fraction(1, 100)
VALUES: Mapping[str, Mapping[str, int | Fraction]] = {
    "norm POPPENHUIS": {"2021-01": 107_870, "2022-01": 109_115},
    "norm BLOKKENTOREN": {"2021-01": 154_099, "2021-07": 154_331, "2022-01": 155_878},
    "norm TREIN": {"2021-01": 33_333},
    "norm basis": {"2021-01": 40},
    "norm per hoofd": {"2021-01": 30},
    "norm geheel": {"2021-01": 100},
    "norm per kind": {"2021-01": 4_517, "2022-07": 4_999},
    "norm kinderen hoogstens": {"2021-01": 20_001},
    "meerderjarig": {"2021-01": 18},
    "loon aandeel": {"2021-01": 25 * _PERCENT, "2022-01": 15 * _PERCENT},
    "loon aandeel MOLEN": {"2021-01": Fraction(1, 16)},
    "loon aandeel CIRCUS": {"2021-01": 8 * _PERCENT},
    "loon maximum": {"2021-01": 21_700, "2021-07": 21_900},
    "loon duur": {"2021-01": 6},
    "loon verruimd": {"2021-01": 0, "2022-03": 1},
    "spaarpot uitkeren vanaf": {"2021-01": 25_000},
    "spaarpot stand": {"2021-01": 1},
    "schuld hoogstens": {"2021-01": 500_000},
    "schuld termijn": {"2021-01": 3_210},
}


class Book:
    """The numbers of Toyland; `changed` gives some another value in every month."""

    def __init__(self, changed: Mapping[str, int | Fraction] | None = None) -> None:
        self.changed = changed or {}

    def given(self, parameter: Parameter, month: Month) -> tuple[Given, ...]:
        """One value, or one per option in the order of the enumeration."""
        if isinstance(parameter.source, Mapping):
            return tuple(self._one(source, month) for source in parameter.source.values())
        return (self._one(parameter.source, month),)

    def _one(self, source: str, month: Month) -> Given:
        if source in self.changed:
            return Given(self.changed[source], source)
        since, value = [(m, v) for m, v in VALUES[source].items() if Month.parse(m) <= month][-1]
        return Given(value, source, Month.parse(since))
