# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What a town chose for something that it ended: it still holds for what people built up under it (decision 0207)."""

from __future__ import annotations

from werkzaam.core.months import Month
from werkzaam.regime.model import CHOICES
from werkzaam.regime.regime import Chosen, Regime, Timeline


def lasting(regime: Regime | Timeline, path: str, month: Month) -> Chosen | None:
    """The last that a town chose before a month, in a month in which what it hangs on was on; None where it never was.

    Such as the months in which premium is paid, of a town that has no premium any more.
    """
    regimes = regime.regimes if isinstance(regime, Timeline) else (regime,)
    stated = [chosen for one in regimes for chosen in one.stated]
    ends = [one.span.last for one in stated if one.path == CHOICES[path].only_if and one.value is True and one.span.last]
    last = max((end for end in ends if end < month), default=None)
    return next((one for one in stated if one.path == path and last is not None and last in one.span), None)


def chosen_or_lasting(regime: Regime | Timeline, path: str, month: Month) -> Chosen | None:
    """What a town chose in a month, or what lasts of it where that is off; None where nothing does.

    Raises RegimeError and NotStated as `value` does.
    """
    switch = CHOICES[path].only_if
    off = switch is not None and not regime.value(switch, month).value
    return lasting(regime, path, month) if off else regime.value(path, month)
