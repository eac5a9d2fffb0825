# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A small design to try things with: the Amsterdam one in short."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from werkzaam.core.months import Month
from werkzaam.experiment.design import (
    Arm,
    Condition,
    Contrast,
    Control,
    Design,
    Estimand,
    Exclusion,
    Family,
    Kind,
    Lottery,
    Outcome,
    Population,
    Sample,
    Source,
    Stopping,
    Strata,
    Strategy,
    Variable,
    Wave,
    Window,
    Words,
)

GROUNDS = ("status_holder", "multi_problem", "homeless", "addiction", "psychiatric")
WHY = Words("te kwetsbaar voor eigen regie", "too vulnerable for self-direction")
WINDOWS = (Window(date(2018, 1, 1), date(2018, 7, 1)), Window(date(2019, 1, 1), date(2019, 3, 1)))
ARMS = (
    Arm("extra", Words("extra aandacht", "extra attention"), "amsterdam_2018_extra_aandacht", 1),
    Arm("zelfregie", Words("zelfregie", "self-direction"), "amsterdam_2018_zelfregie", 1),
    Arm("vergelijking", Words("vergelijking", "comparison"), "amsterdam_2018_regulier", 1),
)
WAVES = tuple(
    Wave(id_, Words(id_, id_), Month.parse(first), Month.parse(last), voucher)
    for id_, first, last, voucher in (
        ("T0", "2018-03", "2019-11", 0), ("T1", "2019-04", "2020-12", 1500), ("T2", "2020-10", "2021-06", 2000),
        ("T3", "2022-02", "2022-07", 2500),
    )
)  # fmt: skip
OUTFLOW = Outcome(
    "outflow", Words("uitstroom", "outflow"), Source.REGISTER, Kind.SHARE, "out", None, Month.parse("2022-03"),
    Estimand(Population.DRAWN, Words("aandeel", "share"), {"moved": Strategy.TREATMENT_POLICY}), 1,
)  # fmt: skip


def grounds(*arms: str) -> tuple[Exclusion, ...]:
    """The five grounds, for everything or for some arms."""
    return tuple(Exclusion(id_, WHY, arms) for id_ in GROUNDS)


AMSTERDAM = Design(
    id="amsterdam_kort", title=Words("Meer werk, meer waard", "More work, more worth"), municipality="Amsterdam", version=1,
    start=date(2018, 4, 1), end=date(2021, 2, 28), windows=WINDOWS, exclusions=grounds(),
    variables=(
        Variable("sex", Words("geslacht", "sex"), ("woman", "man")),
        Variable("age", Words("leeftijd", "age"), ("18-34", "35-54", "55-65")),
        Variable("duration", Words("duur", "duration"), ("under_12_months", "longer")),
    ),
    strata=Strata(("sex", "age"), 3, ("age",)), selection=Sample(None, Condition({})), survey=Sample(None, Condition({})),
    arms=ARMS, equal=("premium",), waves=WAVES, outcomes=(OUTFLOW,),
    families=(Family("main", ("outflow",), (Contrast("extra", "vergelijking"),), Control.FAMILYWISE, 50),), subgroups=(),
    covariates=("sex", "age"), stopping=Stopping((), (), Words("geen", "none")),
    lottery=Lottery("52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971", 24, 10,
                    Words("de eerste latere ronde deelbaar door 20", "the first later round divisible by 20")),
)  # fmt: skip


def design(**changes: object) -> Design:
    """The Amsterdam design with something else in it."""
    return replace(AMSTERDAM, **changes)  # type: ignore[arg-type]
