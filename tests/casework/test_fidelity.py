# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What was promised against what was done: by client, by quarter, and as the contrast between groups."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from werkzaam.casework.dose import TALKS, Days, Definition, Tally, dose
from werkzaam.casework.entry import Entry, Kind, Role
from werkzaam.casework.fidelity import Kept, Outside, Promise, agreed_pace, contrasts, fidelity, outside, promises, quarterly
from werkzaam.casework.period import Period, Quarter
from werkzaam.core.errors import InputError
from werkzaam.core.months import Month
from werkzaam.regime.guidance import Guidance

YEAR = Period(date(2019, 1, 1), date(2019, 12, 31))
SELF = Guidance("self", "source", initiator="inwoner", contacts_least=1)
EXTRA = Guidance("extra", "source", initiator="klantmanager", contacts_least=6, contacts_most=24, frequency_by="samen")
SILENT = Guidance("silent", "source", initiator="klantmanager")
KNOWN = {"self": SELF, "extra": EXTRA, "silent": SILENT}


def kept(part: str, ours: int, pushed: int = 0, person: int = 1, under: Period = YEAR) -> Kept:
    return Kept(person, part, promises(under, KNOWN[part]), ours, 0, pushed)


def agreement(day: str, seq: int = 1, until: str | None = None, **body: object) -> Entry:
    last = date.fromisoformat(until) if until else None
    return Entry(1, Kind.FREQUENCY, date.fromisoformat(day), Role.SUPPORT, "j.visser", body, last, seq)


@pytest.mark.requirement("R-040")
def test_means_of_16_and_2_are_a_contrast_of_14_with_the_share_outside() -> None:
    people = 42
    tallies = [Tally(part, Month.of(2019, month), "telefoon", "klantmanager", "gesprek", people * times // 12)
               for part, times in (("extra", 16), ("self", 2)) for month in range(1, 13)]  # fmt: skip
    days = [Days(part, Month.of(2019, 7), people * 365) for part in ("extra", "self")]
    (found,) = contrasts(dose(Definition(YEAR, part), tallies, days) for part in ("self", "extra"))
    assert (found.more.definition.group, found.more.a_year, found.less.a_year, found.a_year) == ("extra", 16, 2, 14)
    clients = [kept("extra", 16) for _ in range(30)] + [kept("extra", 5) for _ in range(10)]
    clients += [kept("self", 1) for _ in range(36)] + [kept("self", 0) for _ in range(4)]
    shares = {one.part: one.share_outside for one in fidelity(clients, KNOWN)}
    assert shares == {"extra": Fraction(1, 4), "self": Fraction(1, 10)}


def test_a_contrast_compares_one_way_of_counting() -> None:
    days = [Days(part, Month.of(2019, 7), 365) for part in ("a", "b")]
    with pytest.raises(InputError, match="one way and one period"):
        contrasts([dose(Definition(YEAR, "a"), [], days), dose(Definition(YEAR, "b", TALKS), [], days)])
    assert contrasts([dose(Definition(YEAR, "a"), [], days), dose(Definition(YEAR, "nobody"), [], days)]) == []


@pytest.mark.parametrize(("found", "reasons"), [
    (kept("self", 0), {Outside.FEWER}), (kept("self", 1), set()), (kept("self", 3, pushed=2), {Outside.PUSHED}),
    (kept("extra", 5), {Outside.FEWER}), (kept("extra", 6), set()),
    (kept("extra", 24), set()), (kept("extra", 25), {Outside.MORE}),
    (kept("extra", 6, pushed=2), set()), (kept("silent", 0), set()),
    (kept("self", 0, under=Period(date(2019, 7, 1), date(2019, 12, 31))), set()),
    (kept("extra", 2, under=Period(date(2019, 7, 1), date(2019, 12, 31))), {Outside.FEWER}),
])  # fmt: skip
def test_who_is_outside_and_why(found: Kept, reasons: set[Outside]) -> None:
    assert outside(found, KNOWN[found.part]) == reasons


def test_a_lower_frequency_that_was_agreed_is_kept() -> None:
    """R-031: somebody at their maximum agreed on a talk every half year; two talks a year keep that, six are not asked."""
    agreed = agreed_pace([agreement("2019-01-01", months=6)], YEAR.last)
    assert agreed == [(YEAR, Fraction(2))]
    found = Kept(1, "extra", promises(YEAR, EXTRA, agreed), ours=0, talks=2)
    assert outside(found, EXTRA) == set()
    assert outside(Kept(1, "extra", found.promises, ours=6, talks=1), EXTRA) == {Outside.FEWER}
    (one,) = fidelity([found], KNOWN)
    assert (one.agreed, one.judged, one.outside) == (1, 1, 0)


def test_promises_follow_each_other() -> None:
    """Half a year by the regime, then every two weeks until October, then the regime again."""
    agreed = agreed_pace([agreement("2019-07-01", until="2019-09-30", weeks=2)], YEAR.last)
    found = promises(YEAR, EXTRA, agreed)
    assert [(str(one.period.last), one.least, one.agreed) for one in found] == [
        ("2019-06-30", 6, False), ("2019-09-30", Fraction(365, 14), True), ("2019-12-31", 6, False),
    ]  # fmt: skip
    assert Kept(1, "extra", found, ours=9, talks=4).done == 9


def test_an_agreement_ends_with_the_next_one_and_a_withdrawn_one_never_held() -> None:
    said = [agreement("2019-02-01", 1, weeks=6), agreement("2019-05-01", 2, months=3), agreement("2019-06-01", 3, weeks=1),
            Entry(1, Kind.WITHDRAWN, date(2019, 6, 2), Role.SUPPORT, "j.visser", {"about": 3}, seq=4)]  # fmt: skip
    assert [(str(period.first), str(period.last)) for period, _ in agreed_pace(said, YEAR.last)] == [
        ("2019-02-01", "2019-04-30"), ("2019-05-01", "2019-12-31"),
    ]  # fmt: skip


def test_a_part_without_a_stated_protocol_is_not_judged() -> None:
    (found,) = fidelity([kept("silent", 0)], KNOWN)
    assert (found.clients, found.judged, found.share_outside) == (1, 0, None)


def test_promised_and_given_by_quarter() -> None:
    clients = [kept("extra", 6, person=number) for number in range(73)]
    found = quarterly(clients, {("extra", Month.of(2019, 2)): 100, ("extra", Month.of(2019, 3)): 20}, YEAR)
    assert [(one.quarter, one.promised, one.done) for one in found[:2]] == [
        (Quarter(2019, 1), Fraction(73 * 6 * 90, 365), 120), (Quarter(2019, 2), Fraction(73 * 6 * 91, 365), 0),
    ]  # fmt: skip
    assert [one.promised for one in quarterly([kept("silent", 0)], {}, YEAR)] == [None] * 4
    assert promises(YEAR, None) == (Promise(YEAR, None, None),)
