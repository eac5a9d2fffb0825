# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The exit premium of a life: paid to who left bijstand for work, by the choices of the regime.

The rules of one month see that there is no right to bijstand. They cannot tell somebody who left from somebody whose wages were
above the norm for once. A life knows who left, so it pays by that: in the months after, as long as there are wages, less by a
share each month, and within what the law leaves out of account in a calendar year (Pw 31:2:j).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

import numpy as np

from werkzaam.core.money import HALF_UP, share_of
from werkzaam.core.months import Month
from werkzaam.regime.regime import Regime, Timeline
from werkzaam.rules.book import RuleBook
from werkzaam.simulation.leaving import Left
from werkzaam.simulation.life import Lived
from werkzaam.simulation.people import People

SWITCH = "premie.uitstroom"
MOST_A_YEAR = "premie_max_per_kalenderjaar"


@dataclass(frozen=True, slots=True)
class ExitPremium:
    """Cents in each month after bijstand, and the same for who was on it for `long` months or more."""

    each: tuple[int, ...]
    each_long: tuple[int, ...]
    long: int


def exit_premium_of(regime: Regime | Timeline, month: Month) -> ExitPremium | None:
    """The exit premium that a regime chose; None where there is none. Raises NotStated."""
    if not regime.value(SWITCH, month).typed(bool):
        return None
    less = regime.value("premie.uitstroom_afbouw", month).typed(Fraction)
    months = regime.value("premie.uitstroom_termijn", month).typed(int)

    def each(path: str) -> tuple[int, ...]:
        cents = regime.value(path, month).typed(int)
        return tuple(max(cents - share_of(cents * after, less, HALF_UP), 0) for after in range(months))

    long = regime.value("premie.uitstroom_lang", month).typed(int)
    return ExitPremium(each("premie.uitstroom_bedrag"), each("premie.uitstroom_bedrag_lang"), long)


def without_exit(regime: Regime | Timeline) -> Regime | Timeline:
    """The regime as the rules of a month are to see it: without an exit premium."""
    if isinstance(regime, Timeline):
        return Timeline([_without(one) for one in regime.regimes])
    return _without(regime)


def _without(regime: Regime) -> Regime:
    stated = (replace(one, value=False) if one.path == SWITCH else one for one in regime.stated)
    return replace(regime, stated=tuple(stated))


def paying(life: Iterable[Lived], people: People, premium: ExitPremium, book: RuleBook) -> Iterator[Lived]:
    """The same life in which who left for work is paid the exit premium: changes the month's `premium` and `income`."""
    count, months = len(people.number), len(premium.each)
    after, long, year = np.full(count, months), np.zeros(count, dtype=bool), np.zeros(count, np.int64)
    amounts = np.array([[*premium.each, 0], [*premium.each_long, 0]], np.int64)
    for lived in life:
        if lived.month.number == 1:
            year[:] = 0
        most = int(book.fact(MOST_A_YEAR, lived.month)[0].value)
        after[lived.on] = months
        due = np.where(lived.wages > 0, amounts[long.astype(np.int64), after], 0)
        extra = np.minimum(due, np.maximum(most - year - lived.paid.premium, 0))
        lived.paid.premium[:] += extra
        lived.paid.income[:] += extra
        year += lived.paid.premium
        after = np.minimum(after + 1, months)
        left = lived.standing.ended & (lived.standing.left == Left.WORK)
        after[left], long[left] = 0, (people.months_before + lived.at + 1 >= premium.long)[left]
        yield lived
