# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Printed aggregates, again from their own figures."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import ttest_ind_from_stats

from werkzaam.core.errors import InputError
from werkzaam.experiment.claims import Claim, Printed, Retest, Side, Standing, disagreements, retest, together
from werkzaam.experiment.two_groups import compare_means, compare_shares

SHARES = st.integers(0, 100)
PEOPLE = st.integers(2, 5000)


def claim(a: float, b: float, n: tuple[int, ...] = (171,), printed: Printed = Printed.SIGNIFICANT, /, **other: object) -> Claim:
    plain = Claim("c", "f", "outflow", "T3", True, Side("extra", a, n), Side("self", b, n), 0, printed)
    return replace(plain, **other)


def only(one: Claim, level: float = 0.05) -> Retest:
    (done,) = retest([one], level)
    return done


def test_outflow_does_not_follow_and_work_does() -> None:
    outflow, work = retest([claim(40, 35, (171, 271)), claim(64, 49, id="w", outcome="work", family="g")])
    assert outflow.standing is Standing.DOES_NOT_FOLLOW
    assert [round(one.p, 2) for one in outflow.comparisons] == [0.34, 0.23]
    assert outflow.comparisons[0].needed == 1468
    assert work.standing is Standing.FOLLOWS
    assert work.comparisons[0].p == pytest.approx(0.00465, abs=5e-6)
    assert work.comparisons[0].found.error == pytest.approx((64 * 36 / 171 + 49 * 51 / 171) ** 0.5)


def test_a_family_takes_its_toll() -> None:
    kin = [claim(62, 49, id=str(at), outcome=str(at)) for at in range(2)] + [claim(50, 49, id=str(at)) for at in range(6)]
    done = retest(kin)
    alone = only(claim(62, 49))
    assert alone.standing is Standing.FOLLOWS
    assert done[0].standing is Standing.ALONE
    assert done[0].comparisons[0].adjusted == pytest.approx(8 * alone.comparisons[0].p)
    assert done[0].family == 8


def test_what_rounding_leaves_open_is_not_decided() -> None:
    one = only(claim(45, 35))
    assert one.comparisons[0].p_least <= 0.05 < one.comparisons[0].p_most
    assert one.standing is Standing.DEPENDS
    finer = only(claim(45, 35, decimals=2))
    assert finer.comparisons[0].p_most - finer.comparisons[0].p_least < 0.002


@pytest.mark.parametrize(
    ("a", "b", "printed", "standing"),
    [
        (64, 49, Printed.NOT_SIGNIFICANT, Standing.CONTRADICTED),
        (40, 35, Printed.NOT_SIGNIFICANT, Standing.AGREES),
        (64, 49, Printed.SILENT, Standing.SHOWN),
        (40, 35, Printed.SILENT, Standing.NOT_SHOWN),
        (40, 40, Printed.SIGNIFICANT, Standing.DOES_NOT_FOLLOW),
    ],
)
def test_every_verdict_is_held_against_the_figures(a: float, b: float, printed: Printed, standing: Standing) -> None:
    assert only(claim(a, b, printed=printed)).standing is standing


def test_means_are_compared_by_welch() -> None:
    sides = Side("extra", 19.9, (113,), (8, 10, 12)), Side("self", 17.4, (96,), (8, 10, 12))
    one = only(claim(0, 0, share=False, a=sides[0], b=sides[1], decimals=1))
    assert [round(each.p, 2) for each in one.comparisons] == [0.03, 0.07, 0.13]
    assert one.standing is Standing.DEPENDS
    peer = ttest_ind_from_stats(19.9, 10, 113, 17.4, 10, 96, equal_var=False)
    assert one.comparisons[1].p == pytest.approx(peer.pvalue, rel=1e-12)


@given(a=SHARES, b=SHARES, n=PEOPLE, m=PEOPLE)
def test_exchanging_the_groups_turns_everything_round(a: int, b: int, n: int, m: int) -> None:
    one, other = compare_shares(a, b, (n, m), 0.05), compare_shares(b, a, (m, n), 0.05)
    assert one.difference == -other.difference
    assert one.low == pytest.approx(-other.high, abs=1e-9)
    assert one.p == pytest.approx(other.p, abs=1e-12)
    assert 0 <= one.p <= 1
    assert one.low <= one.difference + 1e-9 <= one.high + 2e-9


@given(a=SHARES, b=SHARES, n=PEOPLE)
def test_a_wider_rounding_never_leaves_less_open(a: int, b: int, n: int) -> None:
    fine, coarse = (only(claim(a, b, (n,), decimals=digits)).comparisons[0] for digits in (1, 0))
    if not fine.found.exact:
        assert coarse.p_least <= fine.p_least + 1e-12
        assert coarse.p_most >= fine.p_most - 1e-12
    assert coarse.p_least <= coarse.p <= coarse.p_most


@given(a=st.integers(5, 95), b=st.integers(5, 95))
def test_the_people_needed_find_the_difference_and_fewer_do_not(a: int, b: int) -> None:
    needed = only(claim(a, b)).comparisons[0].needed
    assert (needed is None) == (a == b)
    if needed is not None and needed > 100:
        assert only(claim(a, b, (needed,))).comparisons[0].detectable <= abs(a - b)
        assert only(claim(a, b, (needed - 2,))).comparisons[0].detectable > abs(a - b)


def test_rare_outcomes_are_computed_exactly() -> None:
    rare = compare_shares(10, 0, (20, 20), 0.05)
    assert rare.exact
    assert rare.p == pytest.approx(0.4872, abs=1e-4)  # fisher.test(matrix(c(2, 18, 0, 20), 2)) in R
    assert compare_shares(0, 0, (20, 20), 0.05).p == 1
    assert not compare_shares(40, 35, (171, 171), 0.05).exact
    assert compare_means(1, 1, (5, 9), (1, 2), 0.05).p == 1


@pytest.mark.parametrize(
    ("first", "second", "low", "high"),
    [
        ((9, 10), (3, 10), 0.1705, 0.8090),
        ((5, 56), (0, 29), -0.0381, 0.1926),
        ((0, 10), (0, 20), -0.1611, 0.2775),
        ((10, 10), (0, 20), 0.6791, 1.0000),
    ],
)
def test_newcombe_agrees_with_his_own_examples(
    first: tuple[int, int], second: tuple[int, int], low: float, high: float
) -> None:  # fmt: skip
    """Newcombe 1998, table II, method 10."""
    found = compare_shares(100 * first[0] / first[1], 100 * second[0] / second[1], (first[1], second[1]), 0.05)
    assert found.exact
    assert (round(found.low / 100, 4), round(found.high / 100, 4)) == (low, high)


def test_three_groups_are_tested_together() -> None:
    groups = {"extra": 16, "self": 20, "comparison": 25}
    pairs = [("extra", "self"), ("extra", "comparison"), ("comparison", "self")]
    claims = [claim(0, 0, id=f"{a}{b}", a=Side(a, groups[a], (171, 271)), b=Side(b, groups[b], (171, 271))) for a, b in pairs]
    (joint,) = together(claims)
    assert joint.groups == ("extra", "self", "comparison")
    assert joint.tests[0].p == pytest.approx(0.117, abs=5e-4)
    assert len(joint.tests) == 2
    assert list(together(claims[:1])) == []


def test_two_figures_for_one_thing_are_found() -> None:
    first, second = claim(40, 35), claim(41, 35, id="d", b=Side("comparison", 42, (171,)))
    ((one, other, known, side),) = disagreements([first, second])
    assert (one.id, other.id, known.value, side.value) == ("c", "d", 40, 41)
    assert list(disagreements([first, first])) == []


@pytest.mark.parametrize(
    ("wrong", "match"),
    [
        ({"a": Side("self", 40, (171,))}, "two different groups"),
        ({"a": Side("extra", 101, (171,))}, "0 to 100"),
        ({"a": Side("extra", 40, ())}, "at least 1"),
        ({"a": Side("extra", 40, (0,))}, "at least 1"),
        ({"a": Side("extra", 40, (171, 271))}, "as many values"),
        ({"share": False}, "standard deviation"),
        ({"a": Side("extra", 40, (171,), (3.0,))}, "without a standard deviation"),
        ({"share": False, "a": Side("extra", 4, (1,), (3.0,)), "b": Side("self", 4, (9,), (3.0,))}, "at least 2"),
        ({"share": False, "a": Side("extra", 4, (9,), (0.0,)), "b": Side("self", 4, (9,), (3.0,))}, "above 0"),
    ],
)
def test_a_claim_that_cannot_be_tested_is_refused(wrong: dict[str, object], match: str) -> None:
    with pytest.raises(InputError, match=match):
        claim(40, 35, **wrong)
