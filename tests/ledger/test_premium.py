# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Premium once per person and half-year; what is corrected later changes the next one."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkzaam.core.digest import digest
from werkzaam.core.errors import InputError, LedgerError, NotAllowed
from werkzaam.core.money import HALF_UP, share_of
from werkzaam.ledger.decision import Unchanged, Verdict
from werkzaam.ledger.premium import Award, PremiumReclaim, approve_reclaim, award, reclaim

CAP = 2_402_00
"""The maximum of part j in these tests."""


def payout(before: Award | None, year: int, half: int, built: int, earlier: int = 0, *, cap: int = CAP) -> Award:
    made = award(before, half, built, person=7, year=year, earlier=earlier, cap=cap, evidence=digest(year, half, built, earlier))
    assert isinstance(made, Award)
    return made


def of_earnings(*euros: int) -> int:
    """Half of each month's earnings, at most 200 a month."""
    return sum(min(share_of(one * 100, Fraction(1, 2), HALF_UP), 200_00) for one in euros)


def test_a_half_year_is_paid_once() -> None:
    made = payout(None, 2019, 1, 900_00)
    assert (made.cents, made.seq, made.cum_before, made.cum_after, made.carried) == (900_00, 1, 0, 900_00, 0)
    again = award(made, 1, 950_00, person=7, year=2019, earlier=0, cap=CAP, evidence=digest("again"))
    assert again == Unchanged()


@pytest.mark.requirement("R-101")
def test_a_corrected_march_lowers_the_next_build_up_by_50_and_nobody_gets_a_letter() -> None:
    paid = payout(None, 2019, 1, of_earnings(300, 300, 400, 0, 450, 800))
    corrected, second = of_earnings(300, 300, 300, 0, 450, 800), of_earnings(500, 500, 500, 500, 500, 500)
    assert (
        payout(paid, 2019, 2, second, earlier=paid.cents).cents - payout(paid, 2019, 2, second, earlier=corrected).cents == 50_00
    )
    assert reclaim(paid, corrected, threshold=100_00, evidence=digest("march")) == Unchanged()


def test_a_correction_upward_is_paid_with_the_next_payout() -> None:
    paid = payout(None, 2019, 1, 900_00)
    assert payout(paid, 2019, 2, 600_00, earlier=950_00).cents == 650_00


def test_what_a_payout_cannot_be_lowered_by_lowers_the_one_after() -> None:
    paid = payout(None, 2019, 1, 900_00)
    none = payout(paid, 2019, 2, 20_00, earlier=850_00)
    assert (none.cents, none.carried) == (0, -30_00)
    assert payout(none, 2020, 1, 100_00, earlier=870_00).cents == 70_00


def test_what_does_not_fit_in_the_year_waits_for_the_next() -> None:
    one = payout(None, 2019, 1, 1_500_00)
    two = payout(one, 2019, 2, 1_500_00, earlier=1_500_00)
    assert (two.seq, two.cents, two.cum_after, two.carried) == (2, 902_00, CAP, 598_00)
    three = payout(two, 2020, 1, 0, earlier=3_000_00)
    assert (three.seq, three.cum_before, three.cents) == (1, 0, 598_00)


def test_a_lower_maximum_than_was_already_paid_pays_nothing_more() -> None:
    one = payout(None, 2019, 1, 1_500_00)
    assert payout(one, 2019, 2, 500_00, earlier=1_500_00, cap=1_000_00).cents == 0


def test_a_payout_follows_the_same_person_and_an_earlier_half_year() -> None:
    paid = payout(None, 2019, 2, 900_00)
    with pytest.raises(LedgerError, match="was paid before"):
        payout(paid, 2019, 1, 0)
    with pytest.raises(LedgerError, match="of person 7"):
        award(paid, 1, 0, person=8, year=2020, earlier=0, cap=CAP, evidence=digest(1))


# -- asking back --------------------------------------------------------------------------------------


def asked_back() -> tuple[Award, PremiumReclaim]:
    paid = payout(None, 2019, 1, 900_00)
    proposal = reclaim(paid, 300_00, threshold=100_00, evidence=digest("wrong person"))
    assert isinstance(proposal, PremiumReclaim)
    return paid, proposal


def yes(proposal: PremiumReclaim) -> Verdict:
    return Verdict(proposal.evidence, "s.yilmaz", "m.bakker", True, "Loon van een ander.", "Boven de beslagvrije voet.")


def test_premium_is_asked_back_above_the_threshold_only() -> None:
    paid, proposal = asked_back()
    assert proposal == PremiumReclaim(7, 1, 600_00, digest("wrong person"))
    assert reclaim(paid, 800_00, threshold=100_00, evidence=digest(1)) == Unchanged()
    assert reclaim(paid, 799_99, threshold=100_00, evidence=digest(1)) == PremiumReclaim(7, 1, 100_01, digest(1))
    with pytest.raises(InputError):
        reclaim(paid, 0, threshold=-1, evidence=digest(1))


def test_no_more_is_asked_back_than_the_year_gave() -> None:
    one = payout(None, 2019, 2, 900_00)
    two = payout(one, 2020, 1, 100_00, earlier=900_00)
    assert reclaim(two, 0, threshold=0, evidence=digest(1)) == PremiumReclaim(7, 1, 100_00, digest(1))


def test_an_officer_makes_the_entry_below_zero_and_the_next_payout_is_not_lowered_again() -> None:
    paid, proposal = asked_back()
    made = approve_reclaim(paid, proposal, yes(proposal))
    assert (made.cents, made.seq, made.cum_after, made.approved_by) == (-600_00, 2, 300_00, "s.yilmaz")
    assert payout(made, 2019, 2, 200_00, earlier=300_00).cents == 200_00


def test_a_rejection_or_a_later_payout_asks_nothing_back() -> None:
    paid, proposal = asked_back()
    with pytest.raises(NotAllowed, match="rejected"):
        approve_reclaim(paid, proposal, Verdict(proposal.evidence, "s.yilmaz", "m.bakker", False, "Nee."))
    later = payout(paid, 2019, 2, 600_00, earlier=300_00)
    for before, verdict in ((later, yes(proposal)), (paid, replace(yes(proposal), about=digest("older")))):
        with pytest.raises(NotAllowed, match="replaced"):
            approve_reclaim(before, proposal, verdict)


@pytest.mark.parametrize(
    "wrong",
    [{"half": 0}, {"half": 3}, {"seq": 0}, {"cum_before": 1}, {"built": -1}, {"earlier": -1}, {"cents": -1}, {"cap": 899_99},
     {"evidence": "x"}, {"cents": -1, "approved_by": "s.yilmaz"}],
)  # fmt: skip
def test_an_award_that_does_not_add_up_cannot_be_made(wrong: dict[str, int | str]) -> None:
    with pytest.raises(LedgerError, match="does not add up"):
        replace(payout(None, 2019, 1, 900_00), **wrong)  # type: ignore[arg-type]


def test_no_cent_goes_beyond_the_maximum_of_the_year() -> None:
    full = payout(payout(None, 2019, 1, CAP), 2019, 2, 0, earlier=CAP)
    assert full.cents == 0
    with pytest.raises(LedgerError, match="above its maximum"):
        replace(full, cents=1)


def test_premium_is_not_asked_back_without_an_officer() -> None:
    second = payout(payout(None, 2019, 1, 900_00), 2019, 2, 600_00, earlier=900_00)
    assert replace(second, cents=-1, approved_by="s.yilmaz").cum_after == 899_99
    for nobody in (None, "", " "):
        with pytest.raises(LedgerError, match="without an officer"):
            replace(second, cents=-1, approved_by=nobody)


@given(st.lists(st.tuples(st.integers(0, 1_400_00), st.integers(-300_00, 300_00)), min_size=1, max_size=8))
def test_over_the_years_everybody_gets_what_was_built_up_as_far_as_the_years_allow(halves: list[tuple[int, int]]) -> None:
    """Each half-year is corrected once, after its payout; the oracle keeps one pot per person."""
    before, known, pot, year_total = None, 0, 0, 0
    for at, (built, correction) in enumerate(halves):
        year, half = 2019 + at // 2, 1 + at % 2
        year_total = 0 if half == 1 else year_total
        pot += built
        expected = max(min(pot, CAP - year_total), 0)
        before = payout(before, year, half, built, known)
        assert (before.cents, before.carried) == (expected, pot - expected)
        year_total += expected
        pot -= expected
        changed = max(correction, -built)
        pot += changed
        known += built + changed


@given(st.lists(st.integers(0, 1_400_00), max_size=6), st.integers(0, 40_000), st.integers(800_00, 2_402_00))
def test_who_leaves_is_paid_all_that_was_built_up_in_the_payouts_after_it(halves: list[int], rest: int, cap: int) -> None:
    """Half-years with work, the one in which somebody left, and then nothing more: no year gives more than its maximum."""
    built = [*halves, rest, *([0] * 24)]
    before, of_year, earlier = None, dict[int, int](), 0
    for at, cents in enumerate(built):
        year = 2019 + at // 2
        before = payout(before, year, 1 + at % 2, cents, earlier, cap=cap)
        of_year[year] = of_year.get(year, 0) + before.cents
        earlier += cents
    assert before is not None
    assert (before.paid_after, before.carried) == (sum(built), 0)
    assert max(of_year.values()) <= cap
