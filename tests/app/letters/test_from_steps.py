# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A letter from real steps: screen, text and PDF have the same sentences and the same cents."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.app.conftest import Desk, wage
from tests.app.letters.printed import amounts_in, text_of
from tests.app.letters.readability import MOST_WORDS, banned, sentences, words
from tests.app.letters.samples import SAMPLES, to_account
from tests.golden.texts import EXAMPLES
from werkzaam.app.cases import read_case
from werkzaam.app.letters import as_pdf, as_text, letter
from werkzaam.app.letters.from_steps import lines_of
from werkzaam.app.month_page import month_pages
from werkzaam.core.money import format_euro
from werkzaam.core.months import Month

MONTHS = (("samira_2018", "2018-06"), ("jan_en_amina_2026", "2026-02"), ("noor_2021", "2021-03"), ("bilal_2026", "2026-04"))
SHOWN = ("bijstandsnorm", "middelen", "reservering", "uit_te_betalen")


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize(("example", "month"), MONTHS)
def test_screen_letter_and_pdf_have_the_same_cents_and_sentences(example: str, month: str, lang: str) -> None:
    case = read_case(EXAMPLES / f"{example}.toml")
    (page,) = month_pages(case, lang, Month.parse(month))
    screen = {line.name: line for line in page.steps if line.name in SHOWN}
    (steps,) = [steps for steps in case.calculate().months if str(steps.month) == month]
    paid = screen["uit_te_betalen"].amount
    assert paid is not None
    made = letter(replace(SAMPLES["settled"], month=Month.parse(month), becomes=paid, lines=lines_of(steps), wages=(),
                          payment=to_account(paid) if paid else None), lang)  # fmt: skip
    printed = text_of(as_pdf(made))
    for name in SHOWN:
        amount = screen[name].amount
        assert amount is not None
        assert amounts_in(printed)[format_euro(abs(amount), lang)] + amounts_in(printed)[format_euro(-amount, lang)] > 0
        assert name == "uit_te_betalen" or screen[name].sentence in " ".join(as_text(made).split())
    assert made.amounts()[len(lines_of(steps))] == paid


@pytest.mark.parametrize(("net", "label"), [("400.00", "Inkomen dat meetelt"), ("1500.00", "Inkomen dat meetelt, tot de norm")])
def test_income_above_the_norm_is_shown_as_far_as_the_norm_goes(desk: Desk, net: str, label: str) -> None:
    (steps,) = desk.read(wage("2018-01", net)).calculate().months
    norm, income, *rest = lines_of(steps)
    assert income.label.nl == label
    assert norm.cents + income.cents == steps.value("bijstand")
    assert norm.cents + income.cents + sum(line.cents for line in rest) == steps.value("uit_te_betalen")


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_sentences_that_come_from_the_rules_are_as_readable_as_the_letters_own(lang: str) -> None:
    passages = []
    for example, _ in MONTHS:
        for steps in read_case(EXAMPLES / f"{example}.toml").calculate().months:
            passages += [line.sentence.of(lang) for line in lines_of(steps) if line.sentence]
    assert [sentence for sentence in sentences(passages) if len(words(sentence)) > MOST_WORDS] == []
    assert list(banned(passages, lang)) == []
