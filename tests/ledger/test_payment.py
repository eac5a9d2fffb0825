# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A payment in parts adds up to the payment, and a payee who gets less is named."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkzaam.core.errors import InputError, LedgerError
from werkzaam.core.months import Month
from werkzaam.ledger.claim import Recovery
from werkzaam.ledger.payment import Account, FixedPayee, Part, PartKind, Short, shortfalls, split

ACCOUNT = Account("NL91ABNA0417164300", "S. Voorbeeld")
HEALTH = FixedPayee("zorg", "Zorgverzekeraar", 130_00)
RENT = FixedPayee("huur", "Woningcorporatie", 450_00)
TAKEN = Recovery(Month.parse("2021-03"), 37_01, 0)


def test_recovery_then_payees_in_the_order_agreed_then_the_account() -> None:
    assert split(1_000_00, [TAKEN], [HEALTH, RENT], ACCOUNT) == (
        Part(PartKind.RECOVERY, "2021-03", "2021-03", 37_01),
        Part(PartKind.THIRD_PARTY, "zorg", "Zorgverzekeraar", 130_00),
        Part(PartKind.THIRD_PARTY, "huur", "Woningcorporatie", 450_00),
        Part(PartKind.ACCOUNT, "NL91ABNA0417164300", "S. Voorbeeld", 382_99),
    )


def test_payees_get_what_there_is_and_who_gets_less_is_named() -> None:
    """P5: when bijstand falls, rent and health premium do not stop unnoticed."""
    parts = split(200_00, [], [HEALTH, RENT], ACCOUNT)
    assert [(part.ref, part.cents) for part in parts] == [("zorg", 130_00), ("huur", 70_00)]
    assert shortfalls([HEALTH, RENT], parts) == (Short(RENT, 70_00),)
    assert shortfalls([HEALTH, RENT], parts)[0].missing == 380_00
    assert shortfalls([HEALTH, RENT], split(0, [], [HEALTH, RENT], ACCOUNT)) == (Short(HEALTH, 0), Short(RENT, 0))
    assert shortfalls([HEALTH], split(130_00, [], [HEALTH], ACCOUNT)) == ()


def test_a_payment_may_be_one_cent_and_all_of_it_taken() -> None:
    assert split(1, [Recovery(Month.parse("2021-03"), 1, 0)], [RENT], ACCOUNT) == (
        Part(PartKind.RECOVERY, "2021-03", "2021-03", 1),
    )


def test_a_payment_of_nothing_has_no_parts() -> None:
    assert split(0, [], [RENT], ACCOUNT) == ()
    assert split(37_01, [TAKEN], [RENT], ACCOUNT) == (Part(PartKind.RECOVERY, "2021-03", "2021-03", 37_01),)


@given(st.integers(0, 200_000), st.lists(st.integers(1, 60_000), max_size=4), st.integers(0, 100))
def test_the_parts_add_up_and_are_above_zero(pay: int, agreed: list[int], percent: int) -> None:
    withheld = pay * percent // 100
    taken = [Recovery(Month.parse("2021-01"), withheld, 0)] if withheld else []
    fixed = [FixedPayee(str(at), str(at), cents) for at, cents in enumerate(agreed)]
    parts = split(pay, taken, fixed, ACCOUNT)
    assert sum(part.cents for part in parts) == pay
    assert all(part.cents > 0 for part in parts)
    assert sum(one.missing for one in shortfalls(fixed, parts)) == max(sum(agreed) - (pay - withheld), 0)


@pytest.mark.parametrize(("pay", "cents"), [(37_00, [37_01]), (-1, []), (50_00, [-10_00]), (50_00, [30_00, 30_00]), (50_00, [0])])
def test_more_than_is_paid_cannot_be_taken_and_nothing_is_given_back_here(pay: int, cents: list[int]) -> None:
    with pytest.raises(LedgerError):
        split(pay, [Recovery(Month.parse("2021-01") + at, one, 90_00) for at, one in enumerate(cents)], [], ACCOUNT)


def test_a_payee_stands_once_in_a_payment() -> None:
    with pytest.raises(LedgerError, match="twice"):
        split(100, [], [RENT, RENT], ACCOUNT)


def test_a_payee_and_a_part_are_above_zero() -> None:
    with pytest.raises(InputError):
        FixedPayee("huur", "Woningcorporatie", 0)
    with pytest.raises(LedgerError):
        Part(PartKind.ACCOUNT, "x", "x", 0)
