# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What each person of a household built up in premium, per month of payment, also through months without bijstand.

In a month without bijstand nothing is earned for a premium. But a half-year closes in it, a year begins, and what was built up
comes to its month of payment. So those months go through the same rules, with the household as it was in its last month with
bijstand and without its jobs (decision 0169). All that is kept of them is the premium: whatever else was counted stands still
(decision 0090).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from werkzaam.app.case import Case
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.dues import PremiumDue, dues, encoded, premiums_of, state_of, state_text
from werkzaam.app.ledger.household_file import HouseholdFile
from werkzaam.app.ledger.missing_slips import estimates
from werkzaam.core.errors import LedgerError, WerkzaamError
from werkzaam.core.months import Month, Span
from werkzaam.engine.explain import MonthInput
from werkzaam.engine.rule import BAAN
from werkzaam.rules.calculate import calculate

BuiltUp = dict[str, dict[Month, int]]
"""Cents by person and month of payment."""
WAITING = ("premie_opgebouwd", "premie_blijft_klaar")
"""The rules that say how much premium is built up and not paid yet."""
OF_PREMIUM = (*WAITING, "premie_opgebouwd_dit_jaar", "premie_dit_jaar")
"""The rules about premium that a next month looks back at."""


def built_up(desk: Desk, file: HouseholdFile, month: Month, *, estimated: bool = False) -> BuiltUp:
    """What each person built up until a month, by the wages that are known now; no estimate counts, unless `estimated`.

    Raises LedgerError where it cannot be computed: then nothing of this household is kept, and a person must look.
    """
    try:
        found: BuiltUp = {}
        for at, premium in _premiums(_case(desk, file, month, estimated=estimated), file, month):
            found.setdefault(premium.person, {})[at] = premium.cents
    except WerkzaamError as error:
        raise LedgerError(f"The premium of household {file.household} cannot be computed up to {month}: {error}") from error
    return found


def _case(desk: Desk, file: HouseholdFile, month: Month, *, estimated: bool) -> Case:
    if not estimated:
        known = replace(file, known=tuple(one for one in file.known if one.kind != "estimate"))
        return known.case(month, desk.facts, desk.regime)
    case = file.case(month, desk.facts, desk.regime)
    return file.case(month, desk.facts, desk.regime, estimates(case, file, month))


def _premiums(case: Case, file: HouseholdFile, until: Month) -> Iterator[tuple[Month, PremiumDue]]:
    """Every premium that the rules pay until a month, period by period; months that an officer must look at are left out."""
    left, last = "", None
    for settled, some in groupby(Span(file.first_month, until), file.settles):
        months = [month for month in some if not settled or month not in case.part]
        if settled and months:
            found = dues(case, months, left)
            yield from ((due.month, premium) for due in found for premium in due.premiums)
            left, last = found[-1].state, months[-1]
        elif not settled and last is not None:
            closing = calculate(
                _idle(case, last, months), case.regime, case.facts, before=state_of(left),
                rechtsdatum=case.rechtsdatum, bedragen_van=case.bedragen_van,
            ).months  # fmt: skip
            yield from ((steps.month, premium) for steps in closing for premium in premiums_of(steps))
            left = _with_premium_of(left, state_text(closing[-1].state))


def _idle(case: Case, last: Month, months: Sequence[Month]) -> list[MonthInput]:
    """Months in which nobody earns anything: the household of its last month with bijstand, without jobs."""
    records = {**case.month(last).records, BAAN: {}}
    return [MonthInput(month, records) for month in months]


def _with_premium_of(state: str, other: str) -> str:
    """A state with the premium of another one, and all else as it was."""
    kept = {key: value for key, value in state_of(state).items() if key[0] not in OF_PREMIUM}
    return state_text({**kept, **{key: value for key, value in state_of(other).items() if key[0] in OF_PREMIUM}})


def waits_in(states: Iterable[str], person: str) -> bool:
    """Whether some state says that a person has premium that was not paid; what is nothing does not stand in a state."""
    rows = [encoded([rule, person])[:-1] for rule in WAITING]
    return any(row in state for state in states for row in rows)
