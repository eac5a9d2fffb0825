# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What somebody keeps of more work comes from the same rules as the month itself."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from tests.app.conftest import ANNA, BRAM, COUPLE, Desk, by_month, wage
from werkzaam.app.extra_work import ExtraWork
from werkzaam.app.month_inputs import members
from werkzaam.app.whatif import EXTRA_JOB, Trial
from werkzaam.app.whatif_answer import Question, WhatIf, what_if
from werkzaam.app.whatif_json import whatif_json
from werkzaam.app.whatif_text import whatif_text
from werkzaam.core.errors import InputError
from werkzaam.core.months import Month
from werkzaam.engine.rule import Level
from werkzaam.rules.situatie import Rol

NORM_1078 = '[aannames]\nnorm_21_alleenstaande_of_ouder_incl_vt = "1078.00"\n'
HUNDRED = ExtraWork(Fraction(12, 52), 100_00)
"""Hours and wage that make exactly 100 euros a month."""


def asked(desk: Desk, *rows: str, work: ExtraWork = HUNDRED, person: str | None = None, month: str | None = None,
          **given: object) -> WhatIf:  # fmt: skip
    question = Question(work, person=person, month=Month.parse(month) if month else None)
    return what_if(desk.read(*rows, **given), question)


@pytest.mark.requirement("R-079")
def test_from_400_to_500_bijstand_falls_and_premium_and_total_stay(desk: Desk) -> None:
    answer = asked(desk, wage("2018-01", "400.00"), NORM_1078)
    now, then = answer.now, answer.then.outcome
    assert (now.wages, now.bijstand, now.premium, now.total) == (400_00, 678_00, 200_00, 1278_00)
    assert (then.wages, then.bijstand, then.premium, then.total) == (500_00, 578_00, 200_00, 1278_00)
    assert (answer.then.kept, answer.kept, answer.next_kept) == (0, 0, 0)


def test_under_the_cap_half_of_the_extra_wage_is_kept(desk: Desk) -> None:
    answer = asked(desk, wage("2018-01", "200.00"), NORM_1078)
    assert (answer.then.kept, answer.kept) == (50_00, Fraction(1, 2))


def test_what_would_be_paid_too_much_is_the_difference_in_what_is_paid(desk: Desk) -> None:
    assert asked(desk, wage("2018-01", "400.00"), NORM_1078).too_much == 95_00  # 644.10 less 549.10


def test_the_parts_add_up_and_each_has_its_month(desk: Desk) -> None:
    answer = asked(desk, wage("2018-01", "300.00"), NORM_1078)
    assert [(part.name, part.change) for part in answer.parts] == [
        ("wage", 100_00), ("bijstand", -95_00), ("reserve", -5_00), ("premium", 50_00)]  # fmt: skip
    assert sum(part.change for part in answer.parts) == answer.then.kept == 50_00
    months = {part.name: str(part.comes) for part in answer.parts}
    assert (months["wage"], months["bijstand"], months["premium"]) == ("2018-01", "2018-01", "2018-07")


def test_the_extra_wage_equals_the_same_wage_on_a_payslip(desk: Desk) -> None:
    earlier = by_month("2018-01", ["300.00", "250.00"])
    answer = asked(desk, *earlier, wage("2018-03", "400.00"), months=("2018-01", "2018-03"))
    on_payslips = (*earlier, wage("2018-03", "400.00"), wage("2018-03", "100.00", job="bar"))
    assert answer.then.outcome == Trial.of(desk.read(*on_payslips, months=("2018-01", "2018-03"))).at()
    assert [one.built_up for one in answer.premiums] == [150_00 + 125_00 + 200_00]


def test_another_month_than_the_last_is_looked_at_as_if_it_were(desk: Desk) -> None:
    rows = by_month("2018-01", ["300.00", "250.00", "700.00"])
    asked_early = asked(desk, *rows, month="2018-02", months=("2018-01", "2018-03"))
    assert asked_early.now == asked(desk, *rows[:2], months=("2018-01", "2018-02")).now


def test_fewer_hours_bring_back_bijstand(desk: Desk) -> None:
    answer = asked(desk, wage("2018-01", "400.00"), NORM_1078, work=ExtraWork(Fraction(-12, 52), 100_00))
    assert (answer.then.outcome.bijstand, answer.then.kept, answer.too_much) == (778_00, -50_00, 0)


def test_more_less_than_is_earned_is_refused(desk: Desk) -> None:
    with pytest.raises(InputError, match=r"less in 2018-01, and Anna earns 400\.00"):
        asked(desk, wage("2018-01", "400.00"), work=ExtraWork(Fraction(-10), 11_40))


def test_an_exemption_that_ends_is_shown_with_what_lasts(desk: Desk) -> None:
    answer = asked(desk, wage("2026-01", "600.00"), regime='"participatiewet_2026"', months=("2026-01", "2026-01"))
    assert answer.then.kept == 25_00
    assert answer.after is not None
    assert (answer.after.kept, answer.after.outcome.exempt) == (0, 0)


def test_nothing_temporary_shows_nothing_temporary(desk: Desk) -> None:
    assert asked(desk, wage("2018-01", "400.00")).after is None


def test_of_two_persons_one_must_be_named(desk: Desk) -> None:
    rows = (wage("2018-01", "400.00", 'persoon = "Anna"'),)
    couple = {"household": COUPLE, "persons": ANNA + BRAM}
    with pytest.raises(InputError, match="--person with one of Anna, Bram"):
        asked(desk, *rows, **couple)
    with pytest.raises(InputError, match=r"no person 'Bran' here\. Did you mean Bram"):
        asked(desk, *rows, person="Bran", **couple)
    answer = asked(desk, *rows, person="Bram", **couple)
    assert (answer.trial.earned, answer.then.outcome.wages, answer.then.outcome.premium) == (0, 500_00, 250_00)


def test_a_month_outside_the_case_is_refused(desk: Desk) -> None:
    with pytest.raises(InputError, match="2018-02 was asked; this case runs from 2018-01 to 2018-01"):
        asked(desk, wage("2018-01", "400.00"), month="2018-02")


def test_a_job_of_that_name_is_not_touched(desk: Desk) -> None:
    answer = asked(desk, wage("2018-01", "400.00", job=EXTRA_JOB), NORM_1078)
    assert answer.then.outcome.wages == 500_00


def test_the_sweep_is_the_answer_at_every_hour(desk: Desk) -> None:
    work = ExtraWork(Fraction(8), 11_40)
    case = desk.read(wage("2018-01", "400.00"), NORM_1078)
    answer = what_if(case, Question(work, (Fraction(0), Fraction(8), Fraction(14))))
    assert answer.points[0].outcome == answer.now
    assert answer.points[1] == answer.then
    assert [point.kept for point in answer.points] == [0, 0, 13_60]  # At 14 hours the wage is 13.60 above the norm.


@pytest.mark.parametrize("work", [ExtraWork(Fraction(8), 12_00), ExtraWork(Fraction(8), 15_00, Fraction("0.8"))])
def test_a_sweep_up_to_forty_hours_is_that_worked_out_by_hand(desk: Desk, work: ExtraWork) -> None:
    """12 net is 52 a month for each hour: a quarter up to 273 (21 hours), then nothing up to 1,345.45 + 273 (31.1 hours)."""
    case = desk.read(months=("2025-01", "2025-01"), regime='"participatiewet_2018"')
    hours = (0, 8, 21, 22, 31, 32, 40)
    answer = what_if(case, Question(work, tuple(map(Fraction, hours))))
    assert [point.kept for point in answer.points] == [0, 104_00, 273_00, 273_00, 273_00, 318_55, 734_55]
    assert [point.outcome.bijstand for point in answer.points[:5]] == [1345_45, 1033_45, 526_45, 474_45, 6_45]


def test_text_and_json_show_the_same_amounts(desk: Desk) -> None:
    answer = asked(desk, wage("2018-01", "400.00"), NORM_1078)
    text, document = whatif_text(answer, "nl"), whatif_json(answer, "nl")
    assert "1.278,00" in text
    assert '"total": 127800' in document
    assert all(len(line) <= 92 for line in text.splitlines())


def test_where_nothing_is_taken_off_no_percentage_of_zero_is_told(desk: Desk) -> None:
    above = wage("2018-01", "1400.00")
    more, fewer = (asked(desk, above, work=replace(HUNDRED, hours=hours)) for hours in (HUNDRED.hours, -HUNDRED.hours))
    assert "Van dit extra loon gaat niets af." in whatif_text(more, "nl")
    assert "0%" not in whatif_text(more, "nl").split("NU EN STRAKS")[0].replace("100%", "")
    assert "vangen de andere bedragen" not in whatif_text(fewer, "nl")


def test_a_gross_wage_is_an_assumption_on_the_page(desk: Desk) -> None:
    answer = asked(desk, wage("2018-01", "400.00"), work=ExtraWork(Fraction(8), 14_00, Fraction("0.85")))
    assert "Van het brutoloon blijft 85% netto over: € 412,53." in " ".join(whatif_text(answer, "nl").split())


def test_the_case_itself_stays_as_it_is(desk: Desk) -> None:
    case = desk.read(wage("2018-01", "400.00"))
    before = case.months
    what_if(case, Question(HUNDRED))
    assert case.months == before
    assert Path(case.file).is_file()


def test_where_shares_are_of_gross_wages_a_net_wage_is_not_enough(desk: Desk) -> None:
    given = {"regime": '"bremen"', "months": ("2024-01", "2024-01")}
    with pytest.raises(InputError, match="--gross-hourly-wage"):
        asked(desk, **given)
    answer = asked(desk, work=ExtraWork(Fraction(120, 52), 110_00, Fraction(4, 5)), **given)
    assert (answer.then.of_wage, answer.then.outcome.exempt) == (880_00, 338_00)


def test_a_premium_per_hour_is_not_promised_for_a_paid_job(desk: Desk) -> None:
    given = {"regime": '"bremen"', "months": ("2024-01", "2024-01")}
    answer = asked(desk, work=ExtraWork(Fraction(12), 14_00, Fraction(4, 5)), **given)
    assert answer.then.outcome.rest == 0
    assert "De premie die deze gemeente per gewerkt uur betaalt, is niet meegerekend." in " ".join(
        whatif_text(answer, "nl").split()
    )


def test_holiday_money_of_another_job_comes_either_way(desk: Desk) -> None:
    answer = asked(desk, wage("2018-01", "400.00", 'vakantiegeld_opgebouwd = "30.00"'), NORM_1078)
    assert answer.end is not None
    assert answer.break_even is not None
    assert (answer.end.wage, answer.break_even.without, answer.break_even.rest) == (1048_00, 1248_00, 30_00)
    assert "hoogstens € 1.278,00 op" in " ".join(whatif_text(answer, "nl").split())


ANSWERS = [("300.00", 12, "houdt u € 50,00 over. Dat is 50%."), ("700.00", 12, "houdt u niets over."),
           ("700.00", -12, "levert de maand evenveel op."), ("300.00", -12, "levert de maand € 50,00 minder op.")]  # fmt: skip


@pytest.mark.parametrize(("net", "hours", "told"), ANSWERS)
def test_the_answer_is_said_first(desk: Desk, net: str, hours: int, told: str) -> None:
    answer = asked(desk, wage("2018-01", net), NORM_1078, work=ExtraWork(Fraction(hours, 52), 100_00))
    assert told in " ".join(whatif_text(answer, "nl").splitlines()[2:4])


@pytest.mark.parametrize(
    ("hours", "nl", "en"), [(12, "Meer loon", "More wages"), (-12, "Minder loon", "Lower wages")]
)  # fmt: skip
def test_fewer_hours_are_nowhere_called_more(desk: Desk, hours: int, nl: str, en: str) -> None:
    answer = asked(desk, wage("2018-01", "300.00"), NORM_1078, work=ExtraWork(Fraction(hours, 52), 100_00))
    dutch, english = (" ".join(whatif_text(answer, lang).split()) for lang in ("nl", "en"))
    assert f"Huurtoeslag: niet berekend. {nl} kan dit veranderen." in dutch
    assert f"not calculated. {en} can change this." in english
    assert ("voordat u meer gaat werken" in dutch, "extra loon opbouwt" in dutch, "this extra wage" in english) == (
        hours > 0,
    ) * 3


def test_a_housemate_is_no_member_of_the_household(desk: Desk) -> None:
    (given,) = desk.read(household=COUPLE, persons=ANNA + BRAM).months
    bram = {**given.records[Level.PERSOON]["Bram",], "rol": list(Rol).index(Rol.HUISGENOOT)}
    persons = {**given.records[Level.PERSOON], ("Bram",): bram}
    assert members(given) == ("Anna", "Bram")
    assert members(replace(given, records={**given.records, Level.PERSOON: persons})) == ("Anna",)
