# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A case whose household changes: from which month that counts, which months are refused, and what cannot be."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from tests.app.conftest import ALONE, ANNA, BRAM, COUPLE, Desk, slip, wage
from werkzaam.app.case import Case
from werkzaam.app.cases import case_of
from werkzaam.app.changing import month_later
from werkzaam.app.extra_work import ExtraWork
from werkzaam.app.month_page import month_pages
from werkzaam.app.page_text import page_text
from werkzaam.app.rows import read_toml
from werkzaam.app.whatif_answer import Question, what_if
from werkzaam.core.errors import InputError, NotCovered
from werkzaam.core.months import Month
from werkzaam.engine.rule import BAAN, HUISHOUDEN, PERSOON

MONTHS = ("2018-01", "2018-06")
CAS = '[[persoon]]\nnaam = "Cas"\ngeboortedatum = 1990-02-03\nrol = "huisgenoot"\n'
FORMS = ("alleenstaande", "alleenstaande_ouder", "gehuwden")


def change(*lines: str) -> str:
    return "\n".join(["[[wijziging]]", *lines, ""])


COMES = change("van = 2018-03-01", 'erbij = "Bram"', 'leefvorm = "gehuwden"')
LEAVES = change("van = 2018-05-01", 'weg = "Bram"', 'leefvorm = "alleenstaande_ouder"', "kinderen = true")


MAINTENANCE = """
[[inkomen]]
persoon = "Bram"
soort = "alimentatie"
bedrag = "90.00"
van = 2018-01-01
tot = 2018-02-28
ontvangen_op = 2018-02-01
bron = "opgave"
"""


def whole(month: str, day: str) -> str:
    return f'[[hele_maand]]\nmaand = "{month}"\nzoals_op = "{day}"\nreden = "gezien"\n'


def course(case: Case) -> list[tuple[str, str]]:
    """Per month how they live, and who has a record."""
    return [(FORMS[dict(one.records[HUISHOUDEN][()])["leefvorm"]], "+".join(sorted(key[0] for key in one.records[PERSOON])))
            for one in case.months]  # fmt: skip


def test_a_partner_counts_from_the_first_day_of_a_month_and_until_it(desk: Desk) -> None:
    case = desk.read(COMES, LEAVES, persons=ANNA + BRAM, months=MONTHS)
    alone, both, after = ("alleenstaande", "Anna"), ("gehuwden", "Anna+Bram"), ("alleenstaande_ouder", "Anna")
    assert course(case) == [alone, alone, both, both, after, after]
    assert [dict(one.records[HUISHOUDEN][()])["kinderen"] for one in case.months] == [0, 0, 0, 0, 1, 1]


def test_the_order_of_the_rows_makes_no_difference(desk: Desk) -> None:
    case = desk.read(LEAVES, COMES, persons=ANNA + BRAM, months=MONTHS)
    assert course(case)[2:5] == [("gehuwden", "Anna+Bram")] * 2 + [("alleenstaande_ouder", "Anna")]


def test_wages_of_somebody_who_is_not_there_do_not_count(desk: Desk) -> None:
    slips = [wage(f"2018-0{at}", "300.00", 'persoon = "Bram"') for at in (2, 3, 5)]
    given = read_toml(desk.write(COMES, LEAVES, *slips, persons=ANNA + BRAM, months=MONTHS))
    case = case_of(given, refuse_absent=False)  # As a ledger reads it, to which wages come of whoever lived there once.
    assert [sorted(one.records[BAAN]) for one in case.months] == [[], [], [("Bram", "winkel")], [("Bram", "winkel")], [], []]


@pytest.mark.parametrize(
    ("table", "months"),
    [
        (wage("2018-02", "300.00", 'persoon = "Bram"'), "2018-02"),
        ('[[schatting]]\npersoon = "Bram"\nbaan = "winkel"\nmaand = "2018-05"\nnetto = "300.00"\n', "2018-05"),
        (MAINTENANCE, "2018-01, 2018-02"),
    ],
)  # fmt: skip
def test_money_of_somebody_who_is_not_there_is_refused_in_a_case_file(desk: Desk, table: str, months: str) -> None:
    with pytest.raises(InputError, match=f"Bram does not belong to the household in {months}, so nothing of this row"):
        desk.read(COMES, LEAVES, table, persons=ANNA + BRAM, months=MONTHS)


def test_days_on_which_somebody_is_not_there_are_named(desk: Desk) -> None:
    week = slip("2018-04-30", "2018-05-06", "70.00", 'persoon = "Bram"')
    case = desk.read(COMES, LEAVES, week, persons=ANNA + BRAM, months=MONTHS)
    assert [sum(each["nettoloon"] for each in one.records[BAAN].values()) for one in case.months] == [0, 0, 0, 10_00, 0, 0]
    for lang, told in (("nl", "telt niet mee: Bram hoort dan niet bij"), ("en", "does not count: Bram does not belong to")):
        page = " ".join(page_text(month_pages(case, lang, Month.of(2018, 4))[0]).split())
        assert told in page


@pytest.mark.parametrize(
    ("said", "expected"),
    [("eerste_dag", "Anna"), ("laatste_dag", "Anna+Bram"), (None, None)],
)
def test_a_part_month_is_refused_until_an_officer_says_how_it_counts(desk: Desk, said: str | None, expected: str | None) -> None:
    comes = COMES.replace("2018-03-01", "2018-03-02")
    case = desk.read(comes, whole("2018-03", said) if said else "", persons=ANNA + BRAM, months=MONTHS)
    if expected is None:
        assert list(case.part) == [Month.of(2018, 3)]
        with pytest.raises(NotCovered, match=r"2018-03: .*Bram.*art. 45\(1\) Participatiewet"):
            case.calculate()
    else:
        assert not case.part
        assert course(case)[2][1] == expected
        assert course(case)[3][1] == "Anna+Bram"


def test_a_month_before_a_part_month_is_explained_and_tried_and_one_after_it_waits(desk: Desk) -> None:
    change = '[[wijziging]]\nvan = 2018-03-10\nerbij = "Bram"\nleefvorm = "gehuwden"\n'
    case = desk.read(change, months=("2018-02", "2018-04"), persons=ANNA + BRAM)
    (page,) = month_pages(case, "nl", Month.of(2018, 2))
    work = ExtraWork(Fraction(8), 11_40)
    assert page.title.startswith("Februari 2018")
    assert what_if(case, Question(work, month=Month.of(2018, 2))).now.bijstand == 992_12
    for month in (Month.of(2018, 3), Month.of(2018, 4)):
        with pytest.raises(NotCovered, match="2018-03"):
            month_pages(case, "nl", month)
        with pytest.raises(NotCovered, match="2018-03"):
            what_if(case, Question(work, month=month))


def test_children_and_housemates_never_make_a_part_month(desk: Desk) -> None:
    rows = (change("van = 2018-03-02", "kinderen = true", 'leefvorm = "alleenstaande_ouder"'),
            change("van = 2018-02-14", 'erbij = "Cas"'), change("van = 2018-05-01", 'weg = "Cas"'))  # fmt: skip
    case = desk.read(*rows, persons=ANNA + CAS, months=MONTHS)
    assert not case.part
    assert [form for form, _ in course(case)] == ["alleenstaande"] * 3 + ["alleenstaande_ouder"] * 3
    assert [who for _, who in course(case)] == ["Anna", "Anna", "Anna+Cas", "Anna+Cas", "Anna", "Anna"]


def test_a_child_that_is_born_comes_on_its_day(desk: Desk) -> None:
    baby = '[[persoon]]\nnaam = "Lot"\ngeboortedatum = 2018-03-05\nrol = "huisgenoot"\n'
    case = desk.read(
        change("van = 2018-03-05", 'erbij = "Lot"', 'leefvorm = "alleenstaande_ouder"'), persons=ANNA + baby, months=MONTHS
    )
    assert course(case)[2:4] == [("alleenstaande", "Anna"), ("alleenstaande_ouder", "Anna+Lot")]


def test_after_the_death_of_a_partner_the_norm_stays_for_a_month(desk: Desk) -> None:
    """Pw 45:5: until a month after the day of death."""
    died = change('overleden = "Bram"', "op = 2018-02-28", 'leefvorm = "alleenstaande"')
    case = desk.read(died, persons=ANNA + BRAM, household=COUPLE, months=MONTHS)
    assert list(case.part) == [Month.of(2018, 3)]
    case = desk.read(died.replace("02-28", "03-31"), persons=ANNA + BRAM, household=COUPLE, months=MONTHS)
    assert not case.part
    assert [who for _, who in course(case)] == ["Anna+Bram"] * 4 + ["Anna"] * 2


@pytest.mark.parametrize(
    ("household", "died", "part", "last"),
    [
        (ALONE, "2018-03-12", ["2018-03"], "2018-03"),
        (ALONE, "2018-03-31", ["2018-03"], "2018-03"),
        (ALONE.replace("alleenstaande", "alleenstaande_ouder"), "2018-03-12", ["2018-03", "2018-04"], "2018-04"),
    ],
)
def test_after_the_last_death_nothing_is_computed(desk: Desk, household: str, died: str, part: list[str], last: str) -> None:
    case = desk.read(change('overleden = "Anna"', f"op = {died}"), household=household, months=MONTHS)
    assert [str(month) for month in case.part] == part
    assert [str(month) for month in case.span if month not in case.outside][-1] == last


def test_a_month_of_death_may_be_left_out(desk: Desk) -> None:
    for day in ("2018-03-12", "2018-03-31"):
        case = desk.read(change('overleden = "Anna"', f"op = {day}"), whole("2018-03", "laatste_dag"), months=MONTHS)
        assert [str(one.month) for one in case.months] == ["2018-01", "2018-02"]


def test_a_month_later_is_the_same_day_or_the_last_one() -> None:
    assert [month_later(day) for day in (date(2026, 1, 31), date(2026, 4, 12), date(2026, 12, 31))] == [
        date(2026, 2, 28), date(2026, 5, 12), date(2027, 1, 31)]  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ((change("van = 2018-03-01", 'erbij = "Bram"'),), "alleenstaande asks for 1 person"),
        ((COMES, change("van = 2018-04-01", 'erbij = "Dirk"')), "nobody here is called 'Dirk'"),
        ((COMES, change("van = 2018-04-01", 'erbij = "Bram"')), "Bram lives here already"),
        ((COMES, change("van = 2018-04-01", 'weg = "Bram"')), "gehuwden asks for 2 person"),
        ((COMES, LEAVES, change("van = 2018-06-01", 'weg = "Bram"')), "Bram does not live here"),
        ((COMES, change("van = 2018-04-01")), "nothing changes here"),
        ((COMES, change('overleden = "Bram"', "op = 2018-04-01", "van = 2018-04-01")), "a death is a change of its own"),
        ((COMES, change("van = 2018-04-01", "hond = true")), "hond"),
        ((COMES, whole("2018-03", "midden")), "one of eerste_dag, laatste_dag was expected"),
        ((COMES, change('overleden = "Anna"', "op = 2018-04-01", 'leefvorm = "alleenstaande"'),
          change('overleden = "Bram"', "op = 2018-04-02", 'leefvorm = "alleenstaande"')), "nobody is left"),
        ((COMES, change('overleden = "Anna"', "op = 2018-03-01", 'leefvorm = "alleenstaande"'),
          change('overleden = "Bram"', "op = 2018-04-02"), change("van = 2018-08-01", "kinderen = true")), "after 2018-04"),
    ],
)  # fmt: skip
def test_a_change_that_cannot_be_is_refused(desk: Desk, rows: tuple[str, ...], message: str) -> None:
    with pytest.raises(InputError, match=message):
        desk.read(*rows, persons=ANNA + BRAM, months=MONTHS)
