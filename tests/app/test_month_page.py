# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A month's page is a sum that a person can follow, with who to ask and what it rests on."""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest

from tests.app.conftest import ALONE, ANNA, BRAM, BY_RECEIPT, COUPLE, REST, Desk, estimate, slips, wage
from werkzaam.app.cases import read_case
from werkzaam.app.month_page import MonthPage, Section, month_pages
from werkzaam.app.page_json import pages_json
from werkzaam.app.page_lines import BESIDE, EQUALS, MINUS, PLUS, Line
from werkzaam.app.page_text import page_text
from werkzaam.core.errors import InputError
from werkzaam.core.months import Month

EXAMPLES = sorted(Path("src/werkzaam/app/examples").glob("*.toml"))
JANUARY = ("2018-01", "2018-01")


def page(desk: Desk, *rows: str, lang: str = "nl", month: str = "2018-01", **given: object) -> MonthPage:
    (found,) = month_pages(desk.read(*rows, **given), lang, Month.parse(month))
    return found


def section(found: MonthPage, key: str) -> Section:
    return next(one for one in found.sections if one.key == key)


def line(found: MonthPage, key: str, name: str) -> Line:
    return next(one for one in section(found, key).lines if one.name == name)


def adds_up(lines: Sequence[Line]) -> bool:
    """Whether every line with = is what stands above it, taken together; the total of one of several jobs is no step."""
    total = 0
    for one in lines:
        if one.amount is None or one.sign == BESIDE or (one.sign, one.name) == ("", "loon"):
            continue
        if one.sign == EQUALS and one.amount != total:
            return False
        total = one.amount if one.sign in ("", EQUALS) else total - abs(one.amount) if one.sign == MINUS else total + one.amount
    return True


def sums(part: Section) -> list[list[Line]]:
    """The lines of a section, those of each person apart."""
    return [list(lines) for _, lines in groupby(part.lines, lambda one: one.whose[:1])]


def every_page(lang: str = "nl") -> list[MonthPage]:
    return [found for file in EXAMPLES for found in month_pages(read_case(file), lang)]


# -- the sum ----------------------------------------------------------------------------------------


def test_the_sections_stand_in_the_order_of_the_sum(desk: Desk) -> None:
    assert [one.key for one in page(desk).sections] == ["wages", "bijstand", "premium", "together", "account"]


def test_bijstand_is_the_norm_less_what_counts_less_the_reserve(desk: Desk) -> None:
    lines = section(page(desk, wage("2018-01", "500.00")), "bijstand").lines
    assert [(one.sign, one.name, one.amount) for one in lines] == [
        ("", "bijstandsnorm", 992_12), (MINUS, "middelen", 500_00), (EQUALS, "bijstand", 492_12),
        (MINUS, "reservering", 24_61), (EQUALS, "uit_te_betalen", 467_51), (BESIDE, "vakantietoeslag_gereserveerd", 24_61),
    ]  # fmt: skip


@pytest.mark.parametrize("key", ["wages", "bijstand", "premium", "together", "account", "estimate"])
def test_in_every_month_of_the_examples_each_sum_adds_up(key: str) -> None:
    parts = [lines for found in every_page() for one in found.sections if one.key == key for lines in sums(one)]
    assert [lines for lines in parts if not adds_up(lines)] == []
    assert len(parts) > 10


def test_where_wages_are_kept_by_bands_no_share_of_nothing_is_told(desk: Desk) -> None:
    given: dict[str, Any] = {"months": ("2024-01", "2024-01"), "regime": '"bremen"'}
    kept = line(page(desk, wage("2024-01", "880.00", 'bruto = "1100.00"'), month="2024-01", **given), "wages", "vrijgelaten_loon")
    assert (kept.amount, kept.sentence) == (338_00, "Van uw loon mag u € 338,00 houden: de schijven samen.")


def test_a_month_after_the_end_of_bijstand_says_that_it_is_of_a_new_period(desk: Desk) -> None:
    ends = {"household": f'{ALONE}laatste_maand_bijstand = "2018-02"\n', "months": ("2018-01", "2018-03")}
    notes = [section(page(desk, month=month, **ends), "bijstand").notes for month in ("2018-01", "2018-02", "2018-03")]
    assert notes[:2] == [(), ()]
    assert notes[2][0].startswith(
        "De bijstand eindigde met februari 2018. Deze maand is berekend als deel van een nieuwe periode"
    )


def test_the_sum_adds_up_with_corrections_in_one_of_two_jobs(desk: Desk) -> None:
    rows = [wage("2018-01", "80.00", job="markt"), wage("2018-01", "500.00"), wage("2018-01", "-30.00", "correctie = true")]
    lines = section(page(desk, *rows), "wages").lines
    assert adds_up(lines)
    expected = [(PLUS, 80_00), (PLUS, 500_00), (MINUS, -30_00), ("", 470_00), (EQUALS, 550_00)]
    assert [(one.sign, one.amount) for one in lines[:5]] == expected


def test_the_sum_adds_up_when_holiday_money_comes_back_and_there_is_no_income(desk: Desk) -> None:
    january = wage("2018-01", "500.00", 'vakantiegeld_opgebouwd = "40.00"')
    february = wage("2018-02", "0.00", 'vakantiegeld_uitbetaald = "10.00"')
    rows = [january, february, estimate("2018-02", 'netto = "0.00"')]
    found = page(desk, *rows, month="2018-02", months=("2018-01", "2018-02"))
    assert line(found, "wages", "vakantiegeld_terug").amount == 30_00
    assert line(found, "bijstand", "nabetaling_vakantiegeld").amount == 30_00
    assert line(found, "account", "vakantiegeld_op_rekening").amount == 10_00
    assert [part.key for part in found.sections if not all(map(adds_up, sums(part)))] == []


def test_every_wage_has_its_own_line_and_a_correction_is_taken_off(desk: Desk) -> None:
    lines = section(page(desk, wage("2018-01", "500.00"), wage("2018-01", "-30.25", "correctie = true")), "wages").lines
    assert [(one.sign, one.title, one.shown) for one in lines[:3]] == [
        (PLUS, "Loon: winkel", "500,00"), (MINUS, "Correctie: winkel", "30,25"), (EQUALS, "Loon samen: winkel", "469,75"),
    ]  # fmt: skip


def test_a_correction_alone_in_its_month_stands_with_its_wage_and_counts_no_less_than_nothing(desk: Desk) -> None:
    town = desk.income_town(maandregel='"maand_van_ontvangst"')
    rows = (wage("2021-01", "20.00"), wage("2021-01", "-30.25", "correctie = true", paid="2021-02-05"))
    found = page(desk, *rows, month="2021-01", **town)
    shown = [one.title for one in section(found, "wages").lines if one.amount == -30_25]
    assert (shown, line(found, "wages", "meetellend_loon").amount) == (["Correctie: winkel"], 0)


def test_a_wage_says_when_was_worked_when_it_was_paid_and_where_that_stands(desk: Desk) -> None:
    same = page(desk, wage("2018-01", "500.00"))
    assert line(same, "wages", "loon").details == (
        "Gewerkt 1 t/m 31 januari 2018, betaald op 31 januari 2018, bron: loonstrook.",
    )


def test_a_wage_paid_in_another_month_says_which_month_it_belongs_to(desk: Desk) -> None:
    later = line(page(desk, wage("2018-01", "500.00", paid="2018-02-05")), "wages", "loon")
    assert later.details[1] == "Dit loon hoort bij januari 2018: de maand van het werk."
    desk.part("ontvangst", BY_RECEIPT)
    desk.town("dorp", "nl_participation_act", "nl_no_premium", "ontvangst", *REST)
    over = wage("2021-01", "500.00", paid="2021-02-05").replace("van = 2021-01-01", "van = 2020-12-28")
    found = page(desk, over, lang="en", month="2021-02", months=("2021-02", "2021-02"), regime='"dorp.toml"')
    assert line(found, "wages", "loon").details == (
        "Worked 28 December 2020 to 31 January 2021, paid on 5 February 2021, source: loonstrook.",
        "This wage belongs to February 2021: the month in which you received it.",
    )


def test_lines_that_are_zero_are_shown_with_a_sentence_of_their_own(desk: Desk) -> None:
    found = page(desk)
    zeros = {one.name: one.sentence for part in found.sections for one in part.lines if one.amount == 0}
    assert zeros["meetellend_loon"] == "Er telt deze maand niets mee."
    assert zeros["premie_van_de_maand"] == "U bouwt deze maand geen premie op."
    assert {"loon_samen", "vakantiegeld_samen", "vrijgelaten_loon", "middelen", "premie_uitbetaling", "lonen"} <= zeros.keys()


def test_income_above_the_norm_is_shown_when_there_is_any(desk: Desk) -> None:
    above = page(desk, wage("2018-01", "1000.00"))
    assert line(above, "bijstand", "inkomen_boven_norm").amount == 7_88
    assert "inkomen_boven_norm" not in [one.name for one in section(page(desk), "bijstand").lines]


def test_what_may_be_kept_names_the_exemption(desk: Desk) -> None:
    found = page(desk, wage("2018-01", "500.00"), regime='"participatiewet_2018"')
    assert line(found, "wages", "soort_vrijlating").shown == "begin met werken (25%)"
    kept = line(found, "wages", "vrijgelaten_loon")
    assert (kept.sign, kept.amount, kept.formula) == (
        MINUS,
        125_00,
        "het laagste van (25% van 500,00 = 125,00 en 202,00) = 125,00",
    )
    assert kept.sentence == "U mag 25% van € 500,00 houden, hoogstens € 202,00: € 125,00."


def test_two_persons_are_told_apart_by_name(desk: Desk) -> None:
    rows = [wage("2018-01", "500.00", 'persoon = "Anna"'), wage("2018-01", "310.00", 'persoon = "Bram"')]
    found = page(desk, *rows, household=COUPLE, persons=ANNA + BRAM)
    titles = [one.title for one in section(found, "wages").lines]
    assert {"Loon: winkel (Anna)", "Loon: winkel (Bram)", "Wat meetelt (Anna)", "Vakantiegeld over loon: winkel (Bram)"} <= set(
        titles
    )


def test_the_lines_are_the_steps_of_the_calculation_to_the_cent() -> None:
    for file in EXAMPLES:
        case = read_case(file)
        for found, done in zip(month_pages(case, "nl"), case.calculate().months, strict=True):
            own = [one for part in found.sections for one in part.lines if (one.name, one.whose) in done.steps]
            assert all(one.amount in (None, done.value(one.name, one.whose)) for one in own)
            assert [(one.name, one.whose) for one in found.steps] == list(done.steps)


# -- what each line rests on ------------------------------------------------------------------------


def test_a_line_names_its_article_its_version_and_its_sources(desk: Desk) -> None:
    norm = line(page(desk, month="2018-07", months=("2018-07", "2018-07")), "bijstand", "bijstandsnorm")
    assert (norm.law, norm.law_url) == ("art. 21 Participatiewet", "https://wetten.overheid.nl/BWBR0015703")
    assert norm.version == "bedragen en keuzes sinds juli 2018"
    assert [source.endswith("participatiewet/2018-07-01.yaml") for source in norm.sources] == [True]


def test_a_rule_that_changed_says_since_when(desk: Desk) -> None:
    found = page(desk, month="2023-02", months=("2023-02", "2023-02"), regime='"participatiewet_2018"')
    assert line(found, "wages", "soort_vrijlating").version.startswith("regel sinds januari 2023")


def test_what_no_source_states_is_marked_and_explained(desk: Desk) -> None:
    found = page(desk, '[aannames]\nnorm_21_alleenstaande_of_ouder_incl_vt = "1078.00"\n')
    assert line(found, "bijstand", "bijstandsnorm").assumed
    assert not line(found, "bijstand", "uit_te_betalen").assumed
    why = {one.name: (one.shown, one.why) for one in found.assumptions}
    assert why["norm.bedrag"] == ("1.078,00", "Dit getal is met de hand ingevuld, in het bestand van deze berekening.")
    assert why["inkomsten.maandregel"][0] == "maand van werk"
    assert why["premie.uitbetaling"][0] == "7, 12"


def test_a_number_that_is_not_certain_is_an_assumption_with_its_source(desk: Desk) -> None:
    july = {"month": "2026-07", "months": ("2026-07", "2026-07"), "regime": '"participatiewet_2026"'}
    found = page(desk, wage("2026-07", "100.00"), lang="en", **july)
    kept = {one.name: one.why for one in found.assumptions}["vrijlating.maximum_2023"]
    assert kept.startswith("This number is not certain yet. The source: https://")


def test_the_chosen_reading_of_the_premium_cap_is_printed(desk: Desk) -> None:
    said = line(page(desk, wage("2018-01", "500.00")), "premium", "premie_van_de_maand").sentence
    assert said == "Over uw loon bouwt u 50% premie op, hoogstens € 200,00 per maand (gerekend per maand): € 200,00."


@pytest.mark.requirement("R-221")
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_month_gives_reason_rule_and_a_person_who_answers(desk: Desk, lang: str) -> None:
    found = page(desk, wage("2018-01", "500.00"), lang=lang)
    printed, data = page_text(found), json.loads(pages_json([found]))["months"][0]
    assert "Inez Bakker" in printed
    assert data["contact"] == "Inez Bakker"
    flat = " ".join(printed.split())
    for one in (one for part in found.sections for one in part.lines):
        assert one.sentence in flat
        assert one.formula in flat
        assert one.law in flat
    for one in (one for part in data["sections"] for one in part["lines"]):
        assert one["sentence"]
        assert one["law"]


def test_the_receipt_is_short_and_that_of_the_calculation(desk: Desk) -> None:
    case = desk.read()
    (found,) = month_pages(case, "nl")
    assert found.receipt == {part: digest[:12] for part, digest in case.calculate().receipt.items()}


# -- estimate beside actual -------------------------------------------------------------------------


def test_an_estimate_is_shown_beside_the_payslip_with_method_and_slips(desk: Desk) -> None:
    found = page(desk, wage("2018-01", "500.00"), estimate("2018-01", slips("800.00", "956.00")))
    made = line(found, "estimate", "geschat_nettoloon")
    assert made.sentence == "We schatten uw loon op € 878,00: het gemiddelde van uw loonstroken (€ 800,00 en € 956,00)."
    names = ("uit_te_betalen_geschat", "uit_te_betalen", "verschil_met_schatting")
    assert [line(found, "estimate", name).amount for name in names] == [108_41, 467_51, 359_10]
    assert section(found, "estimate").notes == ("Is er betaald volgens de schatting? Dan krijgt u er nog € 359,10 bij.",)


def test_an_estimate_that_was_too_low_is_told_without_blame(desk: Desk) -> None:
    found = page(desk, wage("2018-01", "500.00"), estimate("2018-01", 'netto = "400.00"'))
    assert section(found, "estimate").notes == (
        "Is er betaald volgens de schatting? Dan was dat € 95,00 te veel. De gemeente bespreekt met u hoe u dit terugbetaalt.",
    )


def test_an_estimate_that_was_right_leaves_nothing_to_settle(desk: Desk) -> None:
    found = page(desk, wage("2018-01", "500.00"), estimate("2018-01", 'netto = "500.00"'))
    assert line(found, "estimate", "verschil_met_schatting").sentence == (
        "Er is geen verschil met de schatting. Er is niets te verrekenen."
    )
    assert section(found, "estimate").notes == ()


def test_without_the_payslip_there_is_no_difference_yet(desk: Desk) -> None:
    found = page(desk, estimate("2018-01", 'netto = "500.00"'))
    assert line(found, "wages", "loon").details == ("Uw loonstrook is er nog niet. Tot die tijd rekenen we met de schatting.",)
    assert "verschil_met_schatting" not in [one.name for one in section(found, "estimate").lines]
    assert section(found, "estimate").notes == (
        "Van winkel is de loonstrook er nog niet. Pas daarna weten we of de schatting klopt.",
    )


def test_without_an_estimate_there_is_no_such_section(desk: Desk) -> None:
    assert "estimate" not in [one.key for one in page(desk, wage("2018-01", "500.00")).sections]


# -- months and data --------------------------------------------------------------------------------


def test_all_months_or_the_one_that_was_asked(desk: Desk) -> None:
    case = desk.read(months=("2018-01", "2018-03"))
    assert [str(one.month) for one in month_pages(case, "nl")] == ["2018-01", "2018-02", "2018-03"]
    assert [str(one.month) for one in month_pages(case, "nl", Month.parse("2018-02"))] == ["2018-02"]


def test_a_month_outside_the_case_is_refused(desk: Desk) -> None:
    with pytest.raises(InputError, match=r"zaak.toml: The month 2019-01 was asked; this case runs from 2018-01 to 2018-01"):
        month_pages(desk.read(), "nl", Month.parse("2019-01"))


def test_json_holds_whole_cents_and_the_same_sentences(desk: Desk) -> None:
    found = page(desk, wage("2018-01", "500.00"))
    document = json.loads(pages_json([found]))
    assert (document["format"], document["unit"], document["language"]) == ("werkzaam.explain/1", "cent", "nl")
    (month,) = document["months"]
    assert set(month) == {"month", "title", "regime", "summary", "sections", "contact", "assumptions", "receipt", "steps"}
    paid = next(one for part in month["sections"] for one in part["lines"] if one["name"] == "uit_te_betalen")
    assert (paid["amount"], paid["sentence"]) == (467_51, "U krijgt deze maand € 467,51 bijstand op uw rekening.")
    assert set(paid) == {
        "name", "person", "job", "title", "amount", "sign", "shown", "sentence", "details", "formula", "because", "law",
        "law_url", "version", "sources", "assumed",
    }  # fmt: skip
    assert all(type(one["amount"]) in (int, type(None)) for one in month["steps"])
