# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Why a month changed, and until when it may go down."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkzaam.core.months import Month
from werkzaam.facts.read import read_facts
from werkzaam.ledger.cause import Cause, Change, cause_of
from werkzaam.ledger.term import in_term, last_month_of_term


@pytest.mark.parametrize(
    ("changes", "cause"),
    [
        ([], Cause.ONBEKEND),
        ([Change.OTHER], Cause.OVERIG),
        ([Change.REPORTED], Cause.LATE_MELDING),
        ([Change.WAGE_WITHOUT_ESTIMATE], Cause.TE_LATE_LOONSTROOK),
        ([Change.WAGE_AFTER_ESTIMATE], Cause.SCHATTING),
        ([Change.EMPLOYER_CORRECTION], Cause.WERKGEVER),
        ([Change.TABLE], Cause.NIEUWE_TABEL),
        ([Change.OUR_RULES], Cause.GEMEENTE),
        ([Change.OUR_ENTRY], Cause.GEMEENTE),
        ([Change.REPORTED, Change.WAGE_AFTER_ESTIMATE], Cause.SCHATTING),
        ([Change.WAGE_AFTER_ESTIMATE, Change.EMPLOYER_CORRECTION], Cause.WERKGEVER),
        ([Change.REPORTED, Change.OUR_ENTRY], Cause.GEMEENTE),
    ],
)
def test_the_cause_is_what_others_did_before_what_was_reported(changes: list[Change], cause: Cause) -> None:
    assert cause_of(changes) is cause


@given(st.sets(st.sampled_from(Change), min_size=1))
def test_a_report_is_the_cause_only_when_nothing_else_is(changes: set[Change]) -> None:
    found = cause_of(changes)
    assert found in {change.cause for change in changes}
    assert (found is Cause.LATE_MELDING) is (changes - {Change.OTHER} == {Change.REPORTED})


def test_every_cause_has_words_and_a_stored_text() -> None:
    assert Cause.TE_LATE_LOONSTROOK.stored == "te_late_loonstrook"
    assert Cause.TE_LATE_LOONSTROOK.words() == "de loonstrook kwam later dan de betaling"
    assert Cause.TE_LATE_LOONSTROOK.words("en") == "the payslip came later than the payment"
    assert len({cause.words(lang) for cause in Cause for lang in ("nl", "en")}) == 2 * len(Cause)


def test_january_may_be_set_off_until_july() -> None:
    january = Month.parse("2019-01")
    assert [in_term(january, Month.of(2019, number)) for number in (1, 2, 7, 8, 12)] == [True, True, True, False, False]
    assert last_month_of_term(january) == Month.parse("2019-07")


@given(st.integers(2018 * 12, 2030 * 12), st.integers(0, 24))
def test_the_last_month_of_the_term_is_the_last_one_in_it(index: int, later: int) -> None:
    month = Month(index)
    assert in_term(month, month + later) is (month + later <= last_month_of_term(month))


def test_the_term_is_that_of_the_facts() -> None:
    window = read_facts().on("terugvordering_verrekenvenster", Month.parse("2019-01"))
    assert last_month_of_term(Month.parse("2019-01")) == Month.parse("2019-01") + int(window.value)
