# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Who reads an amount sees whose law and whose amounts it rests on, where those are not of the month itself."""

from __future__ import annotations

import json
from fractions import Fraction

import pytest

from tests.app.conftest import Desk
from werkzaam.app.extra_work import ExtraWork
from werkzaam.app.law_words import file_words, other_amounts, regime_words
from werkzaam.app.month_page import month_pages
from werkzaam.app.settle import Settled
from werkzaam.app.whatif_answer import Question, what_if
from werkzaam.app.whatif_json import whatif_json
from werkzaam.app.whatif_text import whatif_text
from werkzaam.cli.settle import summary
from werkzaam.core.months import Month
from werkzaam.facts.read import read_facts
from werkzaam.regime.read import read_regime
from werkzaam.rules.book import RuleBook

LAW, LATER, JULY = Month.of(2019, 6), Month.of(2031, 1), Month.of(2026, 7)
PINNED = RuleBook(read_facts(), read_regime("amsterdam_2018"), LAW)
TRIAL = "Amsterdam during the experiment (amsterdam_2018), trial with the law of June 2019"


@pytest.mark.parametrize(("top", "amounts"), [("", "June 2019"), ('bedragen_van = "2026-07"\n', "July 2026")])
def test_a_month_without_amounts_of_its_own_says_whose_it_has_in_explain_and_whatif(desk: Desk, top: str, amounts: str) -> None:
    case = desk.read(months=("2031-01", "2031-01"), top=f'rechtsdatum = "2019-06"\n{top}')
    assert [page.regime for page in month_pages(case, "en")] == [f"{TRIAL} and the amounts of {amounts}"]
    answer = what_if(case, Question(ExtraWork(Fraction(8), 11_40)))
    told = " ".join(whatif_text(answer, "en").split())
    assert f"ASSUMPTIONS - {TRIAL} and the amounts of {amounts}. - " in told
    found = json.loads(whatif_json(answer, "en"))
    assert (found["law"], found["amounts_of"]) == ("2019-06", str(Month.parse("2026-07" if top else "2019-06")))


def test_a_month_with_amounts_of_its_own_only_says_the_law(desk: Desk) -> None:
    case = desk.read(months=("2022-01", "2022-01"), top='rechtsdatum = "2019-06"\n')
    assert [page.regime for page in month_pages(case, "en")] == [TRIAL]


def test_settle_tells_the_months_of_which_the_amounts_are_others() -> None:
    months = [JULY, Month.of(2026, 12), LATER, LATER + 1]
    assert list(other_amounts(PINNED, months)) == [(LAW, [LATER, LATER + 1])]
    told = summary(Settled(4, months={month.index for month in months}), 1, PINNED).splitlines()
    assert told[1:] == ["  trial with the law of June 2019",
                        "  assumption: the amounts of 2031-01 to 2031-02 are those of June 2019"]  # fmt: skip


def test_a_file_of_results_says_whose_law_and_amounts_it_has() -> None:
    assert file_words(PINNED)["law"] == "2019-06"
    assert file_words(PINNED)["amounts"] == "of the month itself; where it has none, of 2019-06 or the last before it"
    july = RuleBook(PINNED.facts, PINNED.regime, LAW, JULY)
    assert file_words(july)["amounts"] == "of 2026-07"
    own = RuleBook(PINNED.facts, PINNED.regime)
    assert set(file_words(own)) == {"werkzaam", "regime"}
    assert regime_words(own, Month.of(2018, 1), "nl") == "Amsterdam tijdens het experiment (amsterdam_2018)"
