# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A month's page tells of every pay period and every kind of money what became of it, and why."""

from __future__ import annotations

from typing import Any

import pytest

from tests.app.conftest import ANNA, BRAM, COUPLE, Desk, estimate, four_weekly, income, slip, wage
from tests.app.test_month_page import adds_up, line, page, section, sums
from werkzaam.app.month_page import MonthPage
from werkzaam.app.page_lines import BESIDE, EQUALS, MINUS, PLUS

YEAR: dict[str, Any] = {"months": ("2021-01", "2021-12"), "regime": '"participatiewet_2018"'}


def wages(found: MonthPage) -> list[tuple[str, str, str]]:
    """The lines of the wages up to the holiday money."""
    lines = section(found, "wages").lines
    end = next(at for at, one in enumerate(lines) if one.name.startswith("vakantiegeld"))
    return [(one.sign, one.title, one.shown) for one in lines[:end]]


def said(found: MonthPage) -> str:
    return " ".join(text for part in found.sections for one in part.lines for text in (one.sentence, *one.details))


# -- pay periods ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lang", "texts"),
    [("nl", ("2 van de 7 dagen van deze loonstrook horen bij maart 2021. Van € 70,00 hoort daarom € 20,00 bij deze maand.",
             "De andere dagen horen bij april 2021.")),
     ("en", ("2 of the 7 days of this payslip belong to March 2021. So of €70.00 this month gets €20.00.",
             "The other days belong to April 2021."))],
)  # fmt: skip
def test_a_payslip_over_two_months_says_which_days_belong_to_this_one(desk: Desk, lang: str, texts: tuple[str, ...]) -> None:
    found = page(desk, slip("2021-03-30", "2021-04-05", "70.00"), month="2021-03", lang=lang, **YEAR)
    assert line(found, "wages", "loon").details[1:] == texts
    assert line(found, "wages", "loon").amount == 20_00


def test_days_that_lie_outside_the_case_are_named(desk: Desk) -> None:
    found = page(desk, slip("2021-03-30", "2021-04-05", "70.00"), month="2021-04", **{**YEAR, "months": ("2021-04", "2021-04")})
    assert "Wat bij maart 2021 hoort, valt buiten deze berekening." in line(found, "wages", "loon").details


def test_four_weekly_pay_stands_beside_what_it_is_a_month(desk: Desk) -> None:
    found = page(desk, *four_weekly("2021-01-04", ["480.00"]), month="2021-01", **YEAR)
    assert wages(found) == [(BESIDE, "Loon over vier weken: winkel", "480,00"), (PLUS, "Loon: winkel", "520,00")]
    assert "dertien keer per jaar" in said(found)
    assert all(map(adds_up, sums(section(found, "wages"))))


def test_the_thirteenth_pay_of_a_year_is_free_and_says_so(desk: Desk) -> None:
    rows = four_weekly("2021-04-05", ["480.00", "500.00"])
    found = page(desk, *rows, month="2021-05", **{**YEAR, "months": ("2021-05", "2021-05")})
    assert wages(found) == [
        (BESIDE, "Loon over vier weken: winkel", "480,00"), (BESIDE, "Dertiende loon: winkel", "500,00"),
        (PLUS, "Loon: winkel", "520,00"),
    ]  # fmt: skip
    assert "Dit loon telt nu niet mee: elke maand telde er al een stukje van mee." in said(found)
    assert line(found, "wages", "meetellend_loon").amount == 390_00


def test_over_thirteen_pays_nothing_counts_twice(desk: Desk) -> None:
    case = desk.read(*four_weekly("2020-12-28", ["480.00"] * 13), **YEAR)
    months = case.calculate().months
    assert sum(month.value("loon", ("Anna", "winkel")) for month in months) == 13 * 480_00 == 12 * 520_00
    assert months[-1].value("vierweken_verschil", ("Anna", "winkel")) == 0


def test_a_payslip_that_is_not_there_yet_leaves_the_estimate_and_shows_what_is_there(desk: Desk) -> None:
    week = slip("2021-03-22", "2021-03-28", "70.00", 'tijdvak = "week"')
    found = page(desk, week, estimate("2021-03", 'netto = "300.00"'), month="2021-03", **YEAR)
    assert wages(found) == [(BESIDE, "Loon: winkel", "70,00"), (PLUS, "Loon: winkel", "300,00")]
    assert "Van winkel is de loonstrook er nog niet." in " ".join(section(found, "estimate").notes)


def test_a_wage_by_the_tax_return_stands_beside_the_payslip(desk: Desk) -> None:
    facts = '[aannames]\nuniform_whk_pct = "1.00"\n'
    row = wage("2026-01", "870.00", 'loonaangifte = { loon_voor_heffing = "1000.00", ingehouden_loonheffing = "120.00" }')
    desk.income_town(nettoloon='"loonaangifte"', vierweken='"naar_dagen"')
    uses = ("nl_act_in_balance", "nl_no_premium", "nl_norm_details", "nl_no_city_pass", "inkomen")
    desk.town("dorp", *uses, first="2027-01", last="2027-12")
    given: dict[str, Any] = {"months": ("2026-01", "2026-01"), "regime": '"dorp.toml"', "top": 'rechtsdatum = "2027-01"\n'}
    found = page(desk, row, facts, month="2026-01", **given)
    assert wages(found) == [
        (BESIDE, "Loon: winkel", "870,00"),
        (PLUS, "Nettoloon volgens de loonaangifte: winkel", "870,00"),
    ]  # 1,000 − 120 − 10
    assert found.regime.endswith("proef met de wet van januari 2027")


# -- what stands beside a wage ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lang", "words"), [("nl", "Vraag uw werkgever om de korting"), ("en", "Ask your employer to apply the credit")]
)
def test_a_tax_credit_that_was_missed_counts_and_the_person_is_warned(desk: Desk, lang: str, words: str) -> None:
    row = wage("2021-03", "500.00", "heffingskorting_toegepast = false", 'gemiste_heffingskorting = "80.00"')
    found = page(desk, row, month="2021-03", lang=lang, **YEAR)
    assert [(one.sign, one.name, one.amount) for one in section(found, "wages").lines[:3]] == [
        (PLUS, "nettoloon", 500_00), (PLUS, "gemiste_heffingskorting", 80_00), (EQUALS, "loon", 580_00),
    ]  # fmt: skip
    assert words in said(found)


def test_untaxed_travel_allowance_is_shown_and_does_not_count(desk: Desk) -> None:
    with_travel = page(desk, wage("2021-03", "500.00", 'reiskosten_onbelast = "45.00"'), month="2021-03", **YEAR)
    without = page(desk, wage("2021-03", "500.00"), month="2021-03", **YEAR)
    travel = line(with_travel, "wages", "niet_meegeteld")
    assert (travel.sign, travel.title, travel.amount) == (BESIDE, "Onbelaste reiskosten: winkel", 45_00)
    for name in ("middelen", "bijstand"):
        assert line(with_travel, "bijstand", name).amount == line(without, "bijstand", name).amount
    assert line(with_travel, "account", "op_rekening").amount == (line(without, "account", "op_rekening").amount or 0) + 45_00


def test_gross_travel_allowance_is_wage(desk: Desk) -> None:
    assert line(page(desk, wage("2021-03", "545.00"), month="2021-03", **YEAR), "wages", "loon").amount == 545_00


def test_end_of_year_pay_says_over_which_months_it_was_built_up(desk: Desk) -> None:
    lines = ('eindejaarsuitkering_uitbetaald = "120.00"', "opgebouwd_van = 2020-07-01", "opgebouwd_tot = 2021-06-30")
    found = page(desk, wage("2021-06", "500.00", *lines), month="2021-03", **YEAR)
    told = line(found, "wages", "eindejaarsuitkering_over_loon")
    assert (told.sign, told.amount) == (PLUS, 10_00)
    assert told.details == (
        (
            "Uw werkgever betaalde op 30 juni 2021 € 120,00 eindejaarsuitkering. "
            "Die is opgebouwd van 1 juli 2020 t/m 30 juni 2021. Daarvan hoort € 10,00 bij maart 2021."
        ),
        "Wat bij juli 2020 t/m december 2020 hoort, valt buiten deze berekening.",
    )
    assert all(adds_up(lines) for part in found.sections for lines in sums(part))


def test_holiday_money_that_was_built_up_before_is_named(desk: Desk) -> None:
    lines = ('vakantiegeld_opgebouwd = "40.00"', 'vakantiegeld_uitbetaald = "90.00"', 'vakantiegeld_eerder_opgebouwd = "50.00"')
    found = page(desk, wage("2021-05", "500.00", *lines), month="2021-05", **YEAR)
    assert "Van het vakantiegeld dat uw werkgever betaalde, is € 50,00 opgebouwd voor deze berekening begint." in said(found)


@pytest.mark.parametrize(
    ("month", "told"),
    [
        (wage("2021-05", "300.00", 'vakantiegeld_uitbetaald = "240.00"'), "Over € 240,00 daarvan zegt geen loonstrook"),
        (wage("2021-05", "300.00", 'vakantiegeld_uitbetaald = "8.00"', 'vakantiegeld_opgebouwd = "8.00"'), ""),
        (wage("2021-05", "300.00", 'vakantiegeld_uitbetaald = "9.00"', 'vakantiegeld_eerder_opgebouwd = "9.00"'), ""),
    ],
)
def test_holiday_money_that_no_payslip_built_up_is_never_left_out_without_a_word(desk: Desk, month: str, told: str) -> None:
    found = said(page(desk, month, month="2021-05", **YEAR))
    assert told in found
    assert ("zegt geen loonstrook" in found) is bool(told)


@pytest.mark.parametrize(("born", "told"), [("1950-03-12", True), ("1985-03-12", False)])
def test_who_has_the_state_pension_age_reads_that_part_of_an_own_pension_should_not_count(
    desk: Desk, born: str, told: bool
) -> None:
    pension = wage("2021-05", "300.00", 'loonsoort = "uitkering"')
    found = said(page(desk, pension, month="2021-05", persons=ANNA.replace("1985-03-12", born), **YEAR))
    assert ("pensioen dat u zelf opbouwde" in found) is told


@pytest.mark.parametrize(
    ("lang", "told"),
    [("nl", "Van uw eigen pensioen telt € 20,85 toch niet mee. Dat houdt u naast uw bijstand."),
     ("en", "Of your private pension €20.85 does not count after all. You keep that beside your bijstand.")],
)  # fmt: skip
def test_the_part_of_a_private_pension_that_does_not_count_is_a_line(desk: Desk, lang: str, told: str) -> None:
    """300.00 of pension, of which 20.85 of 2021 does not count: 279.15 does."""
    row = income("oudedagsvoorziening", "300.00", received="2021-05-23")
    found = page(desk, row, month="2021-05", persons=ANNA.replace("1985-03-12", "1950-03-12"), lang=lang, **YEAR)
    assert line(found, "other", "ander_inkomen_telt").amount == 300_00
    assert line(found, "other", "oudedagsvoorziening_vrij").sentence == told
    assert line(found, "other", "eigen_middelen").amount == 279_15


def test_what_is_left_of_it_for_a_partner_without_a_right_stands_in_the_sum(desk: Desk) -> None:
    both = ANNA.replace("1985-03-12", "1950-03-12") + BRAM + 'rol = "partner_zonder_recht"\n'
    row = income("oudedagsvoorziening", "300.00", 'persoon = "Bram"', received="2021-05-23")
    found = page(desk, row, month="2021-05", household=COUPLE, persons=both, **YEAR)
    free, his = (line(found, "wages", name) for name in ("oudedagsvoorziening_vrij_van_partner", "inkomen_partner"))
    assert (free.sign, free.amount, his.amount) == (MINUS, 41_70, 258_30)
    assert all(adds_up(lines) for lines in sums(section(found, "wages")))


# -- found late -------------------------------------------------------------------------------------


@pytest.mark.parametrize(("late", "known"), [(False, "2021-07-31"), (True, "2021-08-01")])
def test_income_found_after_more_than_six_months_needs_a_decision(desk: Desk, late: bool, known: str) -> None:
    rows = (
        wage("2021-01", "500.00", f"bekend_op = {known}"),
        income("alimentatie", "50.00", f"bekend_op = {known}", received="2021-01-31"),
    )
    found = page(desk, *rows, month="2021-01", **YEAR)
    words = (
        "meer dan zes maanden na januari 2021. De gemeente mag het dan niet zomaar van uw bijstand aftrekken (artikel 58 lid 4"
    )
    assert [
        words in text for text in (*line(found, "wages", "loon").details, *line(found, "other", "ander_inkomen_telt").details)
    ].count(True) == 2 * late


# -- other money ------------------------------------------------------------------------------------


def test_there_is_no_part_for_other_money_without_any(desk: Desk) -> None:
    assert "other" not in [part.key for part in page(desk, wage("2021-03", "500.00"), month="2021-03", **YEAR).sections]


@pytest.mark.requirement("R-085")
@pytest.mark.parametrize("kind", ["onbekend", "studietoelage"])
def test_nothing_is_deducted_before_a_decision(desk: Desk, kind: str) -> None:
    row = income(kind, "250.00", 'naam = "beurs"', received="2021-03-10")
    before, without = page(desk, row, month="2021-03", **YEAR), page(desk, month="2021-03", **YEAR)
    asked = line(before, "other", "inkomen_te_beslissen")
    assert (asked.sign, asked.amount) == (BESIDE, 250_00)
    assert "Tot die tijd gaat er niets van" in asked.sentence
    assert line(before, "other", "te_beslissen").amount == 250_00
    assert line(before, "bijstand", "bijstand").amount == line(without, "bijstand", "bijstand").amount


@pytest.mark.requirement("R-085")
def test_after_a_decision_what_was_decided_is_deducted_and_told(desk: Desk) -> None:
    row = income("onbekend", "250.00", 'besluit_telt_mee = "100.00"', 'besluit = "brief van 3 april"', received="2021-03-10")
    found, without = page(desk, row, month="2021-03", **YEAR), page(desk, month="2021-03", **YEAR)
    told = line(found, "other", "ander_inkomen_telt")
    assert (told.sign, told.amount, told.details[-1]) == (
        PLUS, 100_00, "De gemeente besloot dat hiervan € 100,00 meetelt (brief van 3 april).",
    )  # fmt: skip
    assert line(found, "bijstand", "bijstand").amount == (line(without, "bijstand", "bijstand").amount or 0) - 100_00


@pytest.mark.requirement("R-084")
def test_a_quarterly_profit_counts_a_third_each_month_and_the_page_shows_the_split(desk: Desk) -> None:
    town = desk.income_town(onderneming='"winst_gespreid"')
    row = income("onderneming", "900.00", "van = 2021-01-01", "tot = 2021-03-31", received="2021-04-10")
    for month in ("2021-01", "2021-02", "2021-03"):
        told = line(page(desk, row, month=month, **town), "other", "ander_inkomen_telt")
        assert told.amount == 300_00
        assert "Dit bedrag hoort bij 3 maanden, januari 2021 t/m maart 2021. Van € 900,00 hoort € 300,00 bij" in told.details[1]


def test_money_that_is_no_means_is_shown_beside_the_sum(desk: Desk) -> None:
    found = page(desk, income("toeslag", "110.00", received="2021-03-10"), month="2021-03", **YEAR)
    assert (line(found, "other", "niet_meegeteld").sign, line(found, "bijstand", "middelen").amount) == (BESIDE, 0)
    assert line(found, "other", "ander_inkomen_samen").amount == 0


def test_gifts_wait_for_a_decision_and_one_about_all_of_them_counts(desk: Desk) -> None:
    row = income("gift", "500.00", received="2021-03-10")
    waiting = page(desk, row, month="2021-03", **YEAR)
    assert line(waiting, "other", "giften_te_beslissen").amount == 500_00
    decided = page(desk, row, '[[giften]]\nmaand = "2021-03"\ntelt_mee = "200.00"\n', month="2021-03", **YEAR)
    assert line(decided, "other", "giften_geteld").amount == 200_00
    assert line(decided, "bijstand", "middelen").amount == 200_00


def test_income_of_a_case_adds_up_in_every_part(desk: Desk) -> None:
    rows = (wage("2021-03", "300.00"), income("alimentatie", "120.00", received="2021-03-02"),
            income("gift", "50.00", received="2021-03-09"), income("verhuur", "80.00", received="2021-03-09"))  # fmt: skip
    found = page(desk, *rows, month="2021-03", **YEAR)
    assert [part.key for part in found.sections if not all(map(adds_up, sums(part)))] == []
    assert line(found, "other", "ander_inkomen_samen").amount == 200_00


# -- the norm ---------------------------------------------------------------------------------------


def mate(name: str, born: str, *lines: str) -> str:
    return "\n".join(["[[persoon]]", f'naam = "{name}"', f"geboortedatum = {born}", 'rol = "huisgenoot"', *lines, ""])


def test_each_housemate_has_a_reason_to_count_or_not(desk: Desk) -> None:
    persons = ANNA + mate("Cas", "1990-02-03") + mate("Dirk", "2010-02-03")
    persons += mate("Eva", "1990-02-03", 'huisgenoot_als = "huurder"') + mate("Fay", "1990-02-03", 'huisgenoot_als = "student"')
    found = page(desk, month="2021-03", persons=persons, **YEAR)
    told = {one.title: (one.shown, one.sentence) for one in section(found, "norm").lines if one.name == "telt_als_kostendeler"}
    assert {name: shown for name, (shown, _) in told.items()} == {
        "Cas": "telt mee", "Dirk": "telt niet mee", "Eva": "telt niet mee", "Fay": "telt niet mee",
    }  # fmt: skip
    words = {"Cas": "21 jaar of ouder", "Dirk": "nog geen 21 jaar", "Eva": "gewone prijs", "Fay": "opleiding"}
    assert all(word in told[name][1] for name, word in words.items())
    per_person = line(found, "norm", "norm_per_persoon").amount
    assert line(found, "bijstand", "bijstandsnorm").amount == per_person
    assert "50% van" in line(found, "norm", "norm_per_persoon").formula


def test_who_moves_in_after_the_first_day_is_told_that_the_norm_stays(desk: Desk) -> None:
    persons = ANNA + mate("Cas", "1990-02-03", "woont_hier_van = 2021-03-14")
    march = page(desk, month="2021-03", persons=persons, **YEAR)
    assert section(march, "norm").notes == (
        "Cas woont hier sinds 14 maart 2021. Wij kijken naar de eerste dag van de maand, dus deze maand verandert uw norm niet.",
    )
    assert "norm" in [part.key for part in page(desk, month="2021-04", persons=persons, **YEAR).sections]


def test_a_housemate_who_comes_later_is_not_in_the_norm_of_the_months_before(desk: Desk) -> None:
    persons = ANNA + mate("Cas", "1970-02-03") + mate("Dirk", "1990-02-03", "woont_hier_van = 2021-04-01")
    march, april = (page(desk, month=month, persons=persons, **YEAR) for month in ("2021-03", "2021-04"))
    assert [one.title for one in section(march, "norm").lines if one.name == "telt_als_kostendeler"] == ["Cas"]
    assert [one.title for one in section(april, "norm").lines if one.name == "telt_als_kostendeler"] == ["Cas", "Dirk"]


def test_somebody_who_lives_alone_has_no_part_about_the_norm(desk: Desk) -> None:
    assert "norm" not in [part.key for part in page(desk, month="2021-03", **YEAR).sections]


def test_of_one_in_an_institution_the_norm_of_each_as_a_single_person_is_added(desk: Desk) -> None:
    persons = ANNA + "in_inrichting = true\n" + BRAM + mate("Cas", "1970-05-05")
    found = page(desk, month="2021-03", persons=persons, household=COUPLE, **YEAR)
    lines = [(one.sign, one.title, one.amount) for one in section(found, "norm").lines if one.name != "telt_als_kostendeler"]
    assert lines == [
        ("", "Anna", 374_53), ("", "Norm met huisgenoten, zonder partner (Bram)", 768_17), (PLUS, "Bram", 768_17),
        (EQUALS, "Norm", 1142_70),
    ]  # fmt: skip
    assert line(found, "bijstand", "bijstandsnorm").amount == 1142_70
    assert "voor ieder van u apart" in line(found, "norm", "bijstandsnorm").because


def test_beside_a_partner_without_a_right_the_page_ends_in_the_norm_that_is_used(desk: Desk) -> None:
    """Half of two of one's own age; with housemates the norm per person, but not for who is under 21."""
    without = 'rol = "partner_zonder_recht"\n'
    old, young = ANNA.replace("1985-03-12", "1950-03-12"), ANNA.replace("1985-03-12", "2001-07-01")
    cases = (
        (ANNA.replace("1985-03-12", "1961-03-12"), BRAM.replace("1980-07-01", "1950-07-01") + without, "norm_naast_partner"),
        (old, BRAM + without, "norm_naast_partner"),
        (young, BRAM + without + mate("Cas", "1970-05-05"), "norm_naast_partner"),
        (ANNA, BRAM + without + mate("Cas", "1970-05-05"), "norm_per_persoon"),
    )
    for one, partner, name in cases:
        found = page(desk, month="2021-03", persons=one + partner, household=COUPLE, **YEAR)
        last = section(found, "norm").lines[-1]
        assert (last.name, last.amount) == (name, line(found, "bijstand", "bijstandsnorm").amount)


def test_the_income_of_a_partner_without_a_right_is_compared_with_the_norm_for_two(desk: Desk) -> None:
    rows = (
        wage("2021-03", "900.00", 'persoon = "Bram"'),
        income("alimentatie", "50.00", 'persoon = "Bram"', received="2021-03-02"),
    )
    persons = ANNA + BRAM + 'rol = "partner_zonder_recht"\n'
    found = page(desk, *rows, month="2021-03", persons=persons, household=COUPLE, **YEAR)
    assert line(found, "wages", "inkomen_partner").amount == 950_00
    names = [one.name for one in section(found, "bijstand").lines if one.sign == BESIDE]
    assert names[:4] == ["eigen_middelen", "bijstand_zonder_partner", "norm_voor_beiden", "partner_telt_mee"]
    assert [part.key for part in found.sections if not all(map(adds_up, sums(part)))] == []


# -- what is paid -----------------------------------------------------------------------------------


def test_an_instalment_is_taken_off_what_is_paid(desk: Desk) -> None:
    found = page(desk, '[[aflossing]]\nmaand = "2021-03"\nbedrag = "40.00"\n', month="2021-03", **YEAR)
    due = line(found, "bijstand", "uit_te_betalen").amount or 0
    assert (line(found, "bijstand", "aflossing").amount, line(found, "bijstand", "overgemaakt").amount) == (40_00, due - 40_00)
    assert line(found, "account", "overgemaakt").amount == due - 40_00
    assert all(adds_up(lines) for part in found.sections for lines in sums(part))


def test_the_reserve_is_paid_in_may_with_what_was_taken_over(desk: Desk) -> None:
    household = '[huishouden]\nleefvorm = "alleenstaande"\nreserve_overgenomen = "300.00"\n'
    given: dict[str, Any] = {**YEAR, "months": ("2021-04", "2021-05"), "household": household}
    april = line(page(desk, month="2021-04", **given), "bijstand", "vakantietoeslag_gereserveerd").amount or 0
    found = page(desk, month="2021-05", **given)
    assert line(found, "account", "vakantietoeslag_uitbetaling").amount == april > 300_00
    assert adds_up(section(found, "account").lines)


@pytest.mark.requirement("R-067")
@pytest.mark.parametrize(("status", "net"), [("loopt", "1078.00"), ("stopt", "1078.01")])
def test_at_the_norm_and_above_it_the_page_says_whether_bijstand_goes_on(desk: Desk, status: str, net: str) -> None:
    facts = '[aannames]\nnorm_21_alleenstaande_of_ouder_incl_vt = "1078.00"\n'
    found = page(desk, wage("2021-03", net), facts, month="2021-03", persons=ANNA + "maanden_n_eerder = 6\n", **YEAR)
    assert (line(found, "bijstand", "bijstand").amount, line(found, "bijstand", "status").shown) == (0, status)


def test_far_below_the_norm_nothing_is_said_about_going_on(desk: Desk) -> None:
    assert "status" not in [one.name for one in section(page(desk, month="2021-03", **YEAR), "bijstand").lines]
