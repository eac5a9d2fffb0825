# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A page names the assumptions that its month rests on, and no others."""

from __future__ import annotations

from typing import Any

import pytest

from tests.app.conftest import Desk, income, wage
from tests.app.test_month_page import page
from werkzaam.app.rests_on import _mattered
from werkzaam.core.errors import NotCovered
from werkzaam.core.money import HALF_UP
from werkzaam.engine.formula import Cents, Share, Truth, largest, share, smallest, when

YEAR: dict[str, Any] = {"months": ("2021-01", "2021-12"), "regime": '"participatiewet_2018"', "month": "2021-03"}
A, B = Cents("name", "a"), Cents("name", "b")
YES, NO = Truth("name", "yes"), Truth("name", "no")
CENTS, PART, CHOSEN, OTHER = Cents("param", "cents"), Share("param", "part"), Truth("param", "chosen"), Truth("param", "other")
READ: dict[str, Any] = {"a": 0, "b": 500, "yes": 1, "no": 0, "cents": 0, "part": 1, "chosen": 0, "other": 1}
FORMULAS = {
    "the branch that was taken": ((), when(YES, A, otherwise=CENTS)),
    "the condition": (("chosen",), when(CHOSEN, A, otherwise=B)),
    "one false part settles an and": ((), NO & CHOSEN),
    "the false parameter of an and": (("chosen",), YES & CHOSEN),
    "all of a true and": (("other",), YES & OTHER),
    "one true part settles an or": ((), YES | OTHER),
    "both of a false or": (("chosen",), NO | CHOSEN),
    "a share of nothing": ((), share(A, PART, HALF_UP)),
    "a share of something": (("part",), share(B, PART, HALF_UP)),
    "nothing is the smallest beside a share": ((), smallest(A, share(B, PART, HALF_UP))),
    "the smallest of two that could change": (("cents",), smallest(B, CENTS)),
    "the largest": (("cents",), largest(B, CENTS)),
    "a sum": (("cents",), B + CENTS),
    "a comparison": (("cents",), B > CENTS),
    "not": (("chosen",), ~CHOSEN),
}  # fmt: skip


@pytest.mark.parametrize("name", FORMULAS)
def test_a_formula_rests_on_what_could_have_changed_it(name: str) -> None:
    expected, formula = FORMULAS[name]
    assert tuple(node.label for node in _mattered(formula, READ)) == expected


def assumed(desk: Desk, *rows: str) -> set[str]:
    return {one.name for one in page(desk, *rows, **YEAR).assumptions}


def test_sick_pay_is_an_assumption_for_somebody_who_is_sick(desk: Desk) -> None:
    assert "inkomsten.ziekengeld_is_werk" not in assumed(desk, wage("2021-03", "500.00"))
    assert "inkomsten.ziekengeld_is_werk" in assumed(desk, wage("2021-03", "500.00", 'loonsoort = "ziekengeld"'))


def test_the_ceiling_of_a_debt_is_an_assumption_for_somebody_with_one(desk: Desk) -> None:
    assert "recht.aflossing_plafond" not in assumed(desk)
    assert "recht.aflossing_plafond" in assumed(desk, '[[aflossing]]\nmaand = "2021-03"\nbedrag = "40.00"\n')


def test_what_happens_at_the_norm_is_an_assumption_for_somebody_at_it(desk: Desk) -> None:
    assert "recht.bij_gelijk_inkomen" not in assumed(desk, wage("2021-03", "500.00"))
    exact = '[aannames]\nnorm_21_alleenstaande_of_ouder_incl_vt = "500.00"\n'
    worked = wage("2021-03", "500.00", 'loonsoort = "uitkering"')
    assert "recht.bij_gelijk_inkomen" in assumed(desk, worked, exact)


def test_profit_is_refused_for_somebody_with_a_business_and_not_mentioned_to_others(desk: Desk) -> None:
    assert "inkomen.onderneming" not in assumed(desk, income("gift", "5.00", received="2021-03-03"))
    with pytest.raises(NotCovered, match="business"):
        page(desk, income("onderneming", "5.00", received="2021-03-03"), **YEAR)
