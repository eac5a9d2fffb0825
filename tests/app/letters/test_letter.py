# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A letter says the amount, the month, the reason, the next payment, what can be done and who to call, on one page."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.app.letters.printed import page_count
from tests.app.letters.readability import BLAME, MEAN_WORDS, banned, mean_words, too_long
from tests.app.letters.samples import INEZ, RABIA, SAMPLES, to_account
from werkzaam.app.letters import as_pdf, as_text, copies, letter, reason_of, statement
from werkzaam.app.letters.content import PaidPart, Payee, Payment
from werkzaam.app.letters.model import Part
from werkzaam.core.errors import InputError
from werkzaam.core.months import Month

LANGS = ("nl", "en")
SIX = (Part.AMOUNT, Part.MONTH, Part.REASON, Part.NEXT_PAYMENT, Part.OPTIONS, Part.PERSON)


@pytest.mark.requirement("R-077")
@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("nl", {Part.AMOUNT: "€ 120,00 minder", Part.MONTH: "maart 2026", Part.REASON: "loonstrook",
                Part.NEXT_PAYMENT: "8 mei 2026", Part.OPTIONS: "28 april 2026", Part.PERSON: "Inez Bakker: 020 555 01 23"}),
        ("en", {Part.AMOUNT: "€120.00 less", Part.MONTH: "March 2026", Part.REASON: "payslip",
                Part.NEXT_PAYMENT: "8 May 2026", Part.OPTIONS: "28 April 2026", Part.PERSON: "Inez Bakker: 020 555 01 23"}),
    ],
)  # fmt: skip
def test_a_correction_of_minus_120_for_march_has_all_six_parts_on_one_page(lang: str, told: dict[Part, str]) -> None:
    made = letter(SAMPLES["lower"], lang)
    printed = " ".join(as_text(made).split())
    assert {part: any(words in text for text in made.said(part)) for part, words in told.items()} == dict.fromkeys(SIX, True)
    assert {"nl": "−120,00", "en": "−120.00"}[lang] in printed
    assert [word for word in banned([printed], lang) if any(word.startswith(repr(blame)) for blame in BLAME[lang])] == []
    assert mean_words(made.passages()) <= MEAN_WORDS
    assert too_long(made.passages()) == []
    assert page_count(as_pdf(made)) == 1


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", SAMPLES)
def test_every_letter_has_all_six_parts_and_the_law(name: str, lang: str) -> None:
    made = letter(SAMPLES[name], lang)
    assert [part for part in (*SIX, Part.OBJECTION, Part.LAW) if not made.said(part)] == []
    assert INEZ.phone in " ".join(made.said(Part.PERSON))


@pytest.mark.requirement("R-065")
def test_a_payment_with_two_corrections_adds_up_and_each_line_names_one_month() -> None:
    content = replace(
        SAMPLES["settled"],
        payment=Payment(
            date(2026, 4, 16),
            (
                PaidPart(Payee.RECOVERY, 90_00, month=Month.of(2026, 1)),
                PaidPart(Payee.RECOVERY, 60_00, month=Month.of(2026, 2)),
                PaidPart(Payee.ACCOUNT, 650_00, account_end="4300"),
            ),
        ),
    )
    (table,) = (section.table for section in letter(content, "nl").sections if section.heading == "Waar het geld heen gaat")
    assert table is not None
    *lines, total = table.rows
    assert sum(row.cents for row in lines) == total.cents == 800_00
    assert [(row.label, row.shown) for row in lines] == [
        ("Terugbetaling over januari 2026", "90,00"),
        ("Terugbetaling over februari 2026", "60,00"),
        ("Uw rekening die eindigt op 4300, over maart 2026", "650,00"),
    ]


def test_what_was_becomes_and_differs_stands_below_the_sum() -> None:
    rows = [(row.label, row.cents) for row in _sum("lower") if row.strong or row.label == "Eerder was dit"]
    assert rows == [("Uw bijstand over maart 2026", 680_00), ("Eerder was dit", 800_00), ("Verschil", -120_00)]


def test_a_proposal_takes_nothing_yet_names_who_decides_and_how_to_answer() -> None:
    text = _flat("lower")
    assert "Dit is een voorstel. Er is nog niets besloten." in text
    assert "Er gaat nu niets van uw geld af." in text
    assert "Selin Yilmaz besluit na 28 april 2026." in text
    assert "Bel of schrijf ons tot en met 28 april 2026." in text
    assert "Uw betaling van 8 mei 2026 verandert hierdoor niet." in text
    assert "U kunt bezwaar maken tot" not in text


@pytest.mark.parametrize("name", [name for name in SAMPLES if name != "lower" and not name.startswith("objection")])
def test_a_decision_says_until_when_one_can_object(name: str) -> None:
    assert "U kunt bezwaar maken tot en met 26 mei 2026." in _flat(name)
    assert "kenmerk B-2026-03-0418" in _flat(name)
    assert "Gemeente Teststad, Postbus 100, 1000 AA Teststad" in _flat(name)


def test_our_own_mistake_says_sorry_and_what_to_do_about_missed_bills() -> None:
    text = _flat("higher_ours")
    assert "Wij hebben een fout gemaakt. Het spijt ons." in text
    assert "Bel Inez Bakker vandaag nog. Dan kunt u € 130,00 met spoed krijgen." in text
    assert "brief voor wie nog geld van u krijgt" in text
    assert "spijt" not in _flat("higher")
    assert "met spoed" not in _flat("higher")


@pytest.mark.parametrize(("lang", "amount"), [("nl", "€ 130,00 te weinig geld van ons"), ("en", "€130.00 too little money")])
def test_the_statement_for_a_creditor_is_of_the_same_day_and_tells_no_more_than_needed(lang: str, amount: str) -> None:
    content = SAMPLES["higher_ours"]
    made = statement(content, lang)
    text = as_text(made)
    assert made.day == letter(content, lang).day == content.day
    assert amount in " ".join(text.split())
    assert [word for word in ("bijstand", "Participatiewet", "norm", "Kade", *content.address) if word in text] == []
    assert page_count(as_pdf(made)) == 1


def test_no_statement_is_made_where_we_made_no_mistake() -> None:
    for name in ("higher", "lower", "settled"):
        with pytest.raises(InputError, match="no mistake of the municipality"):
            statement(SAMPLES[name], "nl")


def test_part_of_a_higher_amount_goes_off_what_is_paid_back() -> None:
    text = _flat("higher_off_claim")
    assert "Op 16 april 2026 krijgt u € 50,00 op uw rekening die eindigt op 4300." in text
    assert "€ 80,00 gaat af van het bedrag dat u terugbetaalt." in text


def test_a_claim_says_that_an_objection_stops_the_taking() -> None:
    assert "Maakt u bezwaar? Dan houden we dit bedrag niet in tot u antwoord hebt." in _flat("claim")
    assert "Tot die tijd gaat er niets af." in _flat("claim")
    assert "Vanaf 8 juni 2026 houden we € 50,00 per maand in" in _flat("claim_plan")
    assert "Selin Yilmaz keek eerst of u genoeg geld overhoudt om van te leven." in _flat("claim")


def test_a_plan_offers_the_holiday_allowance() -> None:
    assert "U betaalt € 3.000,00 terug in 60 maanden. Elke maand is dat € 50,00." in _flat("plan")
    assert "Wilt u ook € 600,00 per jaar betalen uit uw vakantietoeslag? Dan bent u na 30 maanden klaar." in _flat("plan")
    assert "De laatste keer is in mei 2031." in _flat("plan")


def test_one_instalment_is_said_to_be_one() -> None:
    plan = SAMPLES["claim_plan"].plan
    assert plan is not None
    once = as_text(letter(replace(SAMPLES["claim_plan"], plan=replace(plan, instalment=120_00)), "nl"))
    assert "Op 8 juni 2026 houden we € 120,00 in op uw bijstand." in " ".join(once.split())


def test_whoever_leaves_by_income_reads_how_to_come_back() -> None:
    text = _flat("stopped")
    assert "Uw inkomen dat meetelt is € 23,40 hoger dan de norm." in text
    assert "Tot en met 31 maart 2027 hoeft u niet alles opnieuw aan te vragen." in text
    assert "Er staat nog € 181,20 vakantietoeslag voor u klaar." in text


def test_a_month_that_waits_for_a_payslip_asks_for_nothing_that_cannot_be_there() -> None:
    text = _flat("provisional")
    assert "De loonstrook van Koffiehuis De Hoek over maart 2026 is er nog niet." in text
    assert "Hebt u hem nog niet? Dan hoeft u niets te doen." in text
    assert "Er gaat niets af zonder een brief vooraf." in text
    assert "Beste Jan de Boer en Amina Yilmaz," in text


def test_a_month_without_bijstand_is_told_and_goes_on() -> None:
    assert "Uw bijstand loopt door. U hoeft niets opnieuw aan te vragen." in _flat("settled_zero")
    assert "Uw bijstand over maart 2026 blijft € 800,00." in _flat("settled_same")


def test_person_and_administrator_both_get_the_letter_and_know_it() -> None:
    content = replace(SAMPLES["settled"], representative=RABIA)
    own, copy = (letter(each, "nl") for each in copies(content))
    assert own.address[0] == "Mevrouw S. de Vries"
    assert own.note == "Deze brief gaat ook naar Karel Postma, bewindvoerder."
    assert copy.address == ("Karel Postma", "Postma Bewind", "Gracht 8", "1000 CC Teststad")
    assert copy.note == "Dit is een kopie voor u als bewindvoerder. De brief is voor Samira de Vries."
    assert own.sections == copy.sections
    assert copies(SAMPLES["settled"]) == (SAMPLES["settled"],)


def test_money_that_goes_to_an_administrator_is_told_to_the_person() -> None:
    assert "Op 16 april 2026 betalen we € 850,00 op de rekening bij Postma Bewind." in _flat("premium")


def test_the_next_payment_is_told_whichever_way_it_goes() -> None:
    base, coming = SAMPLES["settled"], SAMPLES["settled"].next_payment
    said = {change: letter(replace(base, next_payment=replace(coming, change=change)), "nl").said(Part.NEXT_PAYMENT)
            for change in (None, 0, 12_00, -12_00)}  # fmt: skip
    assert said == {
        None: ("Hoe hoog uw betaling van 8 mei 2026 wordt, hangt af van uw loon.",),
        0: ("Uw betaling van 8 mei 2026 verandert hierdoor niet.",),
        12_00: ("Uw betaling van 8 mei 2026 is € 12,00 hoger.",),
        -12_00: ("Uw betaling van 8 mei 2026 is € 12,00 lager.",),
    }


def test_each_act_is_named_once_with_its_articles_in_order() -> None:
    assert letter(SAMPLES["claim"], "nl").said(Part.LAW)[0] == (
        "Dit volgt uit art. 19 lid 3, art. 21, art. 32 lid 1, art. 58 lid 2 en art. 60 lid 3 Participatiewet."
    )


def test_who_decided_is_named_and_what_rules_alone_decide_is_said() -> None:
    assert "Selin Yilmaz heeft dit besloten." in _flat("claim")
    assert "De computer rekende dit uit met vaste regels (versie 2026.4)." in _flat("settled")


def test_the_account_without_its_end_is_just_the_account() -> None:
    content = replace(SAMPLES["settled"], payment=replace(to_account(800_00), parts=(PaidPart(Payee.ACCOUNT, 800_00),)))
    assert "krijgt u € 800,00 op uw rekening." in " ".join(as_text(letter(content, "nl")).split())


def test_a_premium_is_over_the_months_that_earned_it() -> None:
    assert "De premie gaat over juli 2025 tot en met december 2025." in _flat("premium")
    base = SAMPLES["premium"]
    one = replace(base, becomes=150_00, lines=base.lines[:1], payment=to_account(150_00))
    assert letter(one, "nl").said(Part.MONTH) == ("De premie gaat over juli 2025.",)


@pytest.mark.parametrize(("counts_by", "said"), [("work", "de maand van het werk"), ("receipt", "de maand waarin u het kreeg")])
def test_the_rule_that_gives_a_wage_its_month_is_named(counts_by: str, said: str) -> None:
    (wage,) = SAMPLES["settled"].wages
    content = replace(SAMPLES["settled"], wages=(replace(wage, counts_by=counts_by),))
    assert f"Dit loon hoort bij maart 2026: {said}." in " ".join(letter(content, "nl").said(Part.REASON))


def test_an_estimate_is_told_only_where_the_wage_differs_from_it() -> None:
    (wage,) = SAMPLES["lower"].wages
    made = [letter(replace(SAMPLES["lower"], wages=(replace(wage, estimate=each),)), "nl") for each in (None, wage.cents, 612_40)]
    assert ["We rekenden eerst met" in " ".join(one.said(Part.REASON)) for one in made] == [False, False, True]


def test_a_reason_is_said_in_both_languages() -> None:
    content = replace(SAMPLES["higher"], reason=reason_of("NIEUWE_TABEL"))
    assert "De overheid heeft de bedragen veranderd." in as_text(letter(content, "nl"))
    assert "The government changed the amounts." in as_text(letter(content, "en"))


def _sum(name: str):
    """The rows of the sum of a sample, in Dutch."""
    (table,) = (section.table for section in letter(SAMPLES[name], "nl").sections if section.heading == "De som")
    assert table is not None
    return table.rows


def _flat(name: str) -> str:
    """A sample in Dutch as one long line."""
    return " ".join(as_text(letter(SAMPLES[name], "nl")).split())
