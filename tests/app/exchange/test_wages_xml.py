# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Wages from a wage tax return: the same rows as from a CSV file, and a question where the return cannot tell the net wage."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.app.exchange.returns import BRAM, NAMESPACE, STRANGER, correction, period, relationship, wage_return, whose, withdrawal
from werkzaam.app.earnings import People, read_payslip
from werkzaam.app.exchange.reported import BadRow, Question, Remark, ReportedWage, RowsRefused, Standing
from werkzaam.app.exchange.wage_return import APART, KINDS, NOT_USED
from werkzaam.app.exchange.wages_xml import read_wages_xml
from werkzaam.app.rows import Document, Row
from werkzaam.core.errors import InputError

SOURCE = "loonaangifte 123456782L01 over 2026-03-01 tot en met 2026-03-31, betaaldag niet gemeld"


def only(inside: str, **days: str) -> ReportedWage:
    """The one wage of a return."""
    (wage,) = read_wages_xml(wage_return(period(inside, **days)), whose).wages()
    return wage


def refused(content: bytes) -> BadRow:
    """The one thing that is wrong."""
    with pytest.raises(RowsRefused) as error:
        read_wages_xml(content, whose)
    (bad,) = error.value.rows
    return bad


def asked(inside: str) -> Question:
    """The one question of a return."""
    found = read_wages_xml(wage_return(period(inside)), whose)
    (question,) = found.questions()
    assert list(found.wages()) == []
    return question


def test_a_relationship_becomes_a_row_of_a_case_file(tmp_path: Path) -> None:
    file = tmp_path / "maart.xml"
    file.write_bytes(wage_return(period(relationship())))
    found = read_wages_xml(file, whose)
    row = {
        "baan": "Koffiehuis De Hoek", "gewerkt_van": date(2026, 3, 1), "gewerkt_tot": date(2026, 3, 31),
        "betaald_op": date(2026, 3, 31), "bron": SOURCE, "netto": "820.00", "bruto": "900.00",
        "loonaangifte": {"loon_voor_heffing": "900.00", "ingehouden_loonheffing": "80.00"},
    }  # fmt: skip
    assert list(found.rows()) == [ReportedWage(7, 1, row, 2, "maart.xml#2", Standing.NEW)]
    assert (found.wages_found, found.questions_found, found.remarks) == (1, 0, ())


def test_the_net_wage_is_what_is_left_of_the_taxable_wage() -> None:
    amounts = {"LnLbPh": "1000", "IngLbPh": "100.50", "BijdrZvw": "50.25", "WrdPrGebrAut": "30", "WrknBijdrAut": "10.00",
               "LnInGld": "980.00", "Reisk": "25.00"}  # fmt: skip
    row = only(relationship(amounts)).row
    assert row["netto"] == "829.25"
    assert row["reiskosten_onbelast"] == "25.00"
    assert row["loonaangifte"] == {"loon_voor_heffing": "1000.00", "ingehouden_loonheffing": "100.50", "ingehouden_zvw": "50.25",
                                   "voordeel_auto": "20.00"}  # fmt: skip


def test_no_wage_is_a_wage_of_nothing() -> None:
    row = only(relationship({"LnLbPh": "0", "IngLbPh": "0", "LnInGld": "0"})).row
    assert (row["netto"], "bruto" in row, "correctie" in row) == ("0.00", False, False)


def test_an_own_payment_for_a_car_above_its_value_takes_nothing_off() -> None:
    row: dict[str, Any] = only(relationship({"WrdPrGebrAut": "10", "WrknBijdrAut": "30"})).row
    assert row["netto"] == "820.00"
    assert "voordeel_auto" not in row["loonaangifte"]


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_row_can_be_read_by_a_case(kind: str) -> None:
    row = only(relationship(kind=kind)).row
    slip = read_payslip(Row(Document("x", "", {}), "loon", 1, row), People(["x"]))
    assert slip.net == 82000
    assert slip.returned["dienstbetrekking"] == (KINDS[kind] == "werk")
    assert row.get("loonsoort", "werk") == KINDS[kind]


@pytest.mark.parametrize(
    ("began", "ended", "first", "last"),
    [
        ("2024-02-01", "", "2026-03-01", "2026-03-31"),
        ("1985-02-01", "", "2026-03-01", "2026-03-31"),
        ("2026-03-10", "", "2026-03-10", "2026-03-31"),
        ("2024-02-01", "2026-03-20", "2026-03-01", "2026-03-20"),
        ("2026-03-05", "2026-04-30", "2026-03-05", "2026-03-31"),
        ("2024-02-01", "2026-02-15", "2026-03-01", "2026-03-31"),
    ],
)
def test_the_days_are_those_of_the_period_on_which_the_job_was_there(began: str, ended: str, first: str, last: str) -> None:
    row = only(relationship(began=began, ended=ended)).row
    assert (f"{row['gewerkt_van']}", f"{row['gewerkt_tot']}") == (first, last)


def test_a_wage_after_the_end_of_a_job_is_remarked() -> None:
    (remark,) = read_wages_xml(wage_return(period(relationship(ended="2026-02-15"))), whose).remarks
    assert remark == Remark("DatEind: the job ended before the period; all days of the period were taken", 2, 1)


@pytest.mark.parametrize(
    ("first", "last", "tijdvak"),
    [
        ("2026-01-26", "2026-02-22", "vier_weken"),
        ("2026-02-01", "2026-02-28", None),
        ("2026-03-01", "2026-03-31", None),
        ("2026-01-01", "2026-01-25", None),
        ("2026-03-31", "2026-03-31", None),
    ],
)
def test_four_weeks_are_named_and_a_month_of_28_days_is_not(first: str, last: str, tijdvak: str | None) -> None:
    assert only(relationship(), first=first, last=last).row.get("tijdvak") == tijdvak


def test_a_second_relationship_with_one_employer_is_another_job() -> None:
    found = read_wages_xml(wage_return(period(relationship() + relationship(serial="2"))), whose)
    assert [wage.row["baan"] for wage in found.wages()] == ["Koffiehuis De Hoek", "Koffiehuis De Hoek (2)"]


@pytest.mark.parametrize("name", APART)
def test_what_does_not_simply_count_in_the_period_becomes_a_question(name: str) -> None:
    question = asked(relationship({name: "72.00"}))
    assert (question.household, question.person, question.line, question.source) == (7, 1, 2, "delivered#2")
    assert question.why == f"{name}: {APART[name]}"
    assert question.said == {
        "baan": "Koffiehuis De Hoek", "van": "2026-03-01", "tot": "2026-03-31", "LnLbPh": "900.00", "IngLbPh": "80.00",
        "LnInGld": "900.00", name: "72.00", "SrtIV": "15", "IndLhKort": "J",
    }  # fmt: skip


def test_income_that_is_no_wage_becomes_a_question() -> None:
    assert asked(relationship(kind="22")).why == "SrtIV: 22 is no kind of wage known here"
    two = relationship().replace("<Werknemersgegevens>", "<Inkomstenperiode><DatAanv>2026-03-15</DatAanv><SrtIV>31</SrtIV>"
                                 "<IndLhKort>J</IndLhKort></Inkomstenperiode><Werknemersgegevens>")  # fmt: skip
    assert asked(two).why == "SrtIV: two kinds of income in one period, 15 and 31"


def test_what_was_told_and_not_used_is_remarked_with_how_often() -> None:
    more = dict.fromkeys(NOT_USED, "72.00")
    inside = relationship(more, credit="N") + relationship(more, bsn=BRAM)
    found = read_wages_xml(wage_return(period(inside)), whose)
    assert found.wages_found == 2
    assert {(one.what.split(":")[0], one.line, one.times) for one in found.remarks} == {
        ("OpgRchtVakBsl", 2, 2), ("OpbAvwb", 2, 2), ("IndLhKort", 2, 1),
    }  # fmt: skip


def test_unknown_elements_are_remarked_and_not_lost_in_silence() -> None:
    odd = relationship(more="<Nieuw><Diep/></Nieuw>").replace("</NatuurlijkPersoon>", "<Kleur>x</Kleur></NatuurlijkPersoon>")
    content = wage_return(period(odd + relationship(bsn=BRAM, more="<Nieuw/>")), "<Elders/>")
    assert {(one.what, one.line, one.times) for one in read_wages_xml(content, whose).remarks} == {
        ("InkomstenverhoudingInitieel/Nieuw is not known here and was not used", 2, 2),
        ("NatuurlijkPersoon/Kleur is not known here and was not used", 2, 1),
        ("AdministratieveEenheid/Elders is not known here and was not used", 4, 1),
    }


def test_a_corrected_period_takes_the_place_of_what_was_reported() -> None:
    content = wage_return(period(relationship()), correction(relationship({"LnLbPh": "850"}) + withdrawal(bsn=BRAM)))
    now, then, gone = read_wages_xml(content, whose).wages()
    assert (now.standing, now.row["netto"]) == (Standing.NEW, "820.00")
    assert (then.standing, then.row["netto"], f"{then.row['gewerkt_van']}") == (Standing.REPLACES, "770.00", "2026-01-01")
    assert "correctie" not in then.row
    assert (gone.standing, gone.person, gone.row["netto"]) == (Standing.WITHDRAWN, 2, "0.00")
    assert (f"{gone.row['gewerkt_van']}", f"{gone.row['gewerkt_tot']}") == ("2026-01-01", "2026-01-31")


def test_an_added_return_takes_the_place_of_what_was_reported() -> None:
    (wage,) = read_wages_xml(wage_return(period(relationship(), kind="AanvullendeAangifte")), whose).wages()
    assert wage.standing is Standing.REPLACES


def test_only_a_corrected_period_may_be_below_zero() -> None:
    (wage,) = read_wages_xml(
        wage_return(correction(relationship({"LnLbPh": "-50.00", "IngLbPh": "-5", "LnInGld": "-50"}))), whose
    ).wages()
    assert (wage.row["netto"], wage.row["correctie"]) == ("-45.00", True)
    for amounts, place in (({"LnLbPh": "-50.00"}, "LnLbPh"), ({"IngLbPh": "-5"}, "IngLbPh"), ({"IngLbPh": "901"}, "LnLbPh")):
        bad = refused(wage_return(period(relationship(amounts))))
        assert (bad.line, bad.place) == (2, place)
        assert "Only a period that is corrected can have that" in bad.why


@pytest.mark.parametrize(
    ("content", "place", "why"),
    [
        (period(relationship(bsn=STRANGER)), "SofiNr", "nobody with this number is known here"),
        (period(relationship(bsn="123456789")), "SofiNr", "eleven check"),
        (period(relationship(bsn="")), "SofiNr", "it is missing"),
        (period(relationship({"LnLbPh": "900,00"})), "LnLbPh", "an amount with a point"),
        (period(relationship({"LnLbPh": ""})), "LnLbPh", "it is missing"),
        (period(relationship({"LnLbPh": "100001", "LnInGld": "0"})), "loonaangifte, loon_voor_heffing", "are these cents?"),
        (period(relationship(serial="0")), "NumIV", "a whole number above zero"),
        (period(relationship(began="2026-04-01")), "DatAanv", "a day up to 2026-03-31"),
        (period(relationship(credit="X")), "IndLhKort", "J or N was expected"),
        (period(relationship().replace("Inkomstenperiode", "Andere")), "Inkomstenperiode", "it is missing"),
        (period(relationship().replace("Werknemersgegevens", "Andere")), "Werknemersgegevens", "it is missing"),
        (period(relationship(), first="2026-04-01"), "DatEindTv", "a day on or after 2026-04-01"),
        (period(relationship(), first="2026-02-31"), "DatAanvTv", "is not in the calendar"),
        (period(relationship(), first="2024-03-01"), "gewerkt_tot", "at most a year"),
        (period(relationship()).replace("VolledigeAangifte", "Andere"), "TijdvakAangifte/Andere", "no wage stands here"),
        (period(relationship() + relationship()), "NumIV", "the same job and days of this person stand in the return twice"),
    ],
)
def test_what_cannot_be_right_is_refused_with_its_element(content: str, place: str, why: str) -> None:
    bad = refused(wage_return(content))
    assert bad.place == place
    assert why in bad.why
    assert not any(number in str(bad) for number in (STRANGER, "123456789"))


def test_every_bad_relationship_is_told_and_nothing_is_taken() -> None:
    inside = relationship(bsn=STRANGER) + relationship() + relationship({"IngLbPh": "x"}, bsn=BRAM)
    with pytest.raises(RowsRefused, match="2 things cannot be read, so nothing of this file is taken") as error:
        read_wages_xml(wage_return(period(inside)), whose)
    assert [(bad.line, bad.place) for bad in error.value.rows] == [(2, "SofiNr"), (4, "IngLbPh")]


@pytest.mark.parametrize(
    "content",
    [
        b"<Loonaangifte/>",
        wage_return(period(relationship()), namespace="http://example.org/Loonaangifte/2026/01"),
        wage_return(period(relationship())).replace(b"Loonaangifte", b"Jaarloonopgaaf"),
    ],
)
def test_another_document_is_refused(content: bytes) -> None:
    with pytest.raises(InputError, match="a wage tax return was expected"):
        read_wages_xml(content, whose)


def test_returns_of_other_years_and_in_latin_1_are_read() -> None:
    old = wage_return(period(relationship()), namespace=NAMESPACE.replace("2026", "2018"))
    assert read_wages_xml(old, whose).wages_found == 1
    latin = wage_return(period(relationship()), declaration='<?xml version="1.0" encoding="ISO-8859-1"?>')
    (wage,) = read_wages_xml(latin.replace(b"De Hoek", "Café".encode("latin-1")), whose).wages()
    assert wage.row["baan"] == "Koffiehuis Café"


def test_a_return_with_endless_kinds_of_unknown_things_is_refused() -> None:
    inside = relationship(more="".join(f"<N{number}/>" for number in range(1_001)))
    with pytest.raises(InputError, match="more than 1000 kinds of things that are not known here"):
        read_wages_xml(wage_return(period(inside)), whose)
