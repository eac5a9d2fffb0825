# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What each person of a household built up in premium, per month of payment, also through months without bijstand.

In a month without bijstand nothing is earned for a premium. But a half-year closes in it, a year begins, and what was built up
comes to its month of payment. So those months go through the same rules, with the household as it was in its last month with
bijstand and as one whose bijstand ended. All that is kept of them is the premium: whatever else was counted stands still
(decisions 0090, 0169). The same months are gone through for somebody who left a household that goes on, or died (decision 0208).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import TypeAlias

from werkzaam.app.case import Case
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.dues import PremiumDue, dues, encoded, premiums_of, state_of, state_text, welcomed
from werkzaam.app.ledger.household_file import HouseholdFile
from werkzaam.app.ledger.missing_slips import estimates
from werkzaam.app.ledger.premium_gone import members_in
from werkzaam.core.errors import LedgerError, WerkzaamError
from werkzaam.core.months import Month, Span
from werkzaam.engine.explain import Key, MonthInput
from werkzaam.engine.rule import BAAN, HUISHOUDEN, PERSOON
from werkzaam.rules.calculate import calculate

BuiltUp = dict[str, dict[Month, int]]
"""Cents by person and month of payment."""
WAITING = ("premie_opgebouwd", "premie_blijft_klaar")
"""The rules that say how much premium is built up and not paid yet."""
OF_PREMIUM = (*WAITING, "premie_opgebouwd_dit_jaar", "premie_dit_jaar")
"""The rules about premium that a next month looks back at."""
Paid: TypeAlias = "tuple[Month, PremiumDue]"
Jobs: TypeAlias = "Mapping[Key, Mapping[str, int]]"


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


def _premiums(case: Case, file: HouseholdFile, until: Month) -> Iterator[Paid]:
    """Every premium that the rules pay until a month, period by period; months that an officer must look at are left out."""
    walk = _Walk(case)
    for (settled, members), some in groupby(
        Span(file.first_month, until), lambda month: (file.settles(month), members_in(file, month))
    ):
        months = list(some)
        yield from walk.with_bijstand(months, members) if settled else walk.without(months)
        yield from walk.of_who_left(months)


@dataclass
class _Walk:
    """The months of a household in order: the state that the last one with bijstand left, and that of whoever is not there."""

    case: Case
    left: str = ""
    last: Month | None = None
    members: frozenset[str] = frozenset()
    away: dict[str, tuple[Month, str]] = field(default_factory=dict)

    def with_bijstand(self, all_months: Sequence[Month], members: frozenset[str]) -> Iterator[Paid]:
        """Months with bijstand of these members; who left waits with what they had, and who is back goes on from it."""
        if self.last is not None:
            self.away |= dict.fromkeys(self.members - members, (self.last, self.left))
        if months := [month for month in all_months if month not in self.case.part]:
            self.left = welcomed(self.left, self.case.month(months[0]))
        for name in members & set(self.away):
            self.left = _with_premium_of(self.left, self.away.pop(name)[1], name)
        self.members = members
        if months:
            found = dues(self.case, months, self.left)
            yield from ((due.month, premium) for due in found for premium in due.premiums)
            self.left, self.last = found[-1].state, months[-1]

    def without(self, months: Sequence[Month]) -> Iterator[Paid]:
        """Months without bijstand, with the household as it was in its last one with it."""
        if self.last is None:
            return
        paid, state = self._closing([self._ended(self.last, month, self._after_leaving(month)) for month in months], self.left)
        yield from (one for one in paid if one[1].person in self.members)
        self.left = _with_premium_of(self.left, state)

    def of_who_left(self, months: Sequence[Month]) -> Iterator[Paid]:
        """The same months for each who is not there any more."""
        for name, (last, left) in list(self.away.items()):
            paid, state = self._closing([self._ended(last, month, {}) for month in months], left)
            yield from (one for one in paid if one[1].person == name)
            self.away[name] = last, _with_premium_of(left, state)

    def _closing(self, months: Sequence[MonthInput], left: str) -> tuple[list[Paid], str]:
        case = self.case
        done = calculate(
            months, case.regime, case.facts, before=state_of(left), rechtsdatum=case.rechtsdatum,
            bedragen_van=case.bedragen_van,
        ).months  # fmt: skip
        return [(steps.month, premium) for steps in done for premium in premiums_of(steps)], state_text(done[-1].state)

    def _ended(self, last: Month, month: Month, jobs: Jobs) -> MonthInput:
        """A month after bijstand: the household of its last month, and these jobs of who was there."""
        records = self.case.month(last).records
        home = {key: {**record, "bijstand_beeindigd": 1} for key, record in records[HUISHOUDEN].items()}
        there = {key: record for key, record in jobs.items() if (key[0],) in records[PERSOON]}
        return MonthInput(month, {**records, HUISHOUDEN: home, BAAN: there})

    def _after_leaving(self, month: Month) -> Jobs:
        """The jobs of a month after an end, as far as wages were reported: only a premium on leaving asks for them."""
        if month in self.case.part or not self.case.regime.value("premie.uitstroom", self.case.law_date(month)).value:
            return {}
        return self.case.month(month).records[BAAN]


def _with_premium_of(state: str, other: str, person: str = "") -> str:
    """A state with the premium of another one, of everybody or of one person, and all else as it was."""

    def taken(key: tuple[str, tuple[str, ...]]) -> bool:
        return key[0] in OF_PREMIUM and (not person or key[1] == (person,))

    kept = {key: value for key, value in state_of(state).items() if not taken(key)}
    return state_text({**kept, **{key: value for key, value in state_of(other).items() if taken(key)}})


def waits_in(states: Iterable[str], person: str) -> bool:
    """Whether some state says that a person has premium that was not paid; what is nothing does not stand in a state."""
    rows = [encoded([rule, person])[:-1] for rule in WAITING]
    return any(row in state for state in states for row in rows)
