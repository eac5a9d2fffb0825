# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Which limits hold for an experiment, by its design: nothing of interviews where none were held, nor of a later pandemic."""

from __future__ import annotations

from typing import Final

from werkzaam.app.experiment.report.words import LIMITS
from werkzaam.core.months import Month
from werkzaam.experiment.design import Design

CORONA: Final = (Month.parse("2020-03"), Month.parse("2023-05"))
"""The months of the pandemic: national measures in the Netherlands from 12 March 2020, and the end of the emergency by the World
Health Organization on 5 May 2023.

Sources: https://www.nu.nl/coronavirus/6040831/tijdlijn-het-coronavirus-in-nederland.html and
https://www.semafor.com/article/05/05/2023/covid-no-longer-global-health-emergency, both seen on 2026-11-23.
"""


def limits_of(design: Design, lang: str) -> tuple[str, ...]:
    """The limits of this experiment, without which nothing leaves the house."""
    holds = {
        "selection": True,
        "drop_out": bool(design.waves),
        "corona": met_corona(design),
        "self_report": any(one.wave for one in design.outcomes),
        "contamination": True,
        "small_groups": True,
        "equal_treatment": bool(design.equal),
        "closed": any(one.arms for one in design.exclusions),
    }
    return tuple(said for name, said in LIMITS[lang].items() if holds[name])


def met_corona(design: Design) -> bool:
    """Whether the arms differed, or people were followed, during the pandemic."""
    return Month.of_day(design.start) <= CORONA[1] and CORONA[0] <= _last(design)


def _last(design: Design) -> Month:
    """The last month of which the design measures anything."""
    last = [wave.last for wave in design.waves] + [one.month for one in design.outcomes if one.month is not None]
    return max([Month.of_day(design.end), *last])
