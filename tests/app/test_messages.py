# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Messages about work: told in advance with a last day to send it, and thanks without a word of control."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from tests.app.conftest import Desk, wage
from tests.app.test_whatif import NORM_1078, asked
from werkzaam.app.extra_work import ExtraWork
from werkzaam.app.messages import payout_message, preview_message
from werkzaam.core.months import Month

CONTROL = {
    "nl": ("aantonen", "bewijs", "boete", "controle", "fout", "fraude", "gecontroleerd", "herzien", "inlichting", "korting",
           "maatregel", "melden", "misbruik", "moet", "onderzoek", "onterecht", "opgeven", "overtreding", "plicht", "sanctie",
           "schuld", "straf", "terugbetalen", "terugvorder", "toezicht", "verdacht", "verreken", "voorwaarde"),
    "en": ("abuse", "check", "condition", "control", "debt", "duty", "fine", "fraud", "inspect", "investigat", "mistake", "must",
           "obligat", "offence", "penalt", "proof", "prove", "recover", "repay", "report", "sanction", "suspect", "wrong"),
}  # fmt: skip
"""Words of control and duty; no source gives the list, so it is ours."""
TWELVE = ExtraWork(Fraction(12), 11_40)
MONDAY, WEDNESDAY = date(2018, 1, 8), date(2018, 1, 10)


@pytest.mark.requirement("R-110")
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_a_payout_message_thanks_and_has_no_word_of_control(lang: str) -> None:
    message = payout_message("Max", 900_00, Month.parse("2018-07"), "Inez Bakker", lang)
    said = f"{message.subject} {message.text}".lower()
    assert [word for word in CONTROL[lang] if word in said] == []
    assert {"nl": "bedankt voor uw werk", "en": "thank you for your work"}[lang] in said
    assert {"nl": "€ 900,00", "en": "€900.00"}[lang] in said
    assert Month.parse("2018-07").name(lang).lower() in said


def test_a_change_noted_on_monday_is_told_by_wednesday_at_the_latest(desk: Desk) -> None:
    answer = asked(desk, wage("2018-01", "400.00"), NORM_1078, work=TWELVE)
    message = preview_message(answer, MONDAY, "nl")
    assert message.last_day == WEDNESDAY
    assert "Op 8 januari 2018 is genoteerd dat u 12 uur per week meer gaat werken." in message.text
    assert "- Bijstand: € 563,16 minder in januari 2018." in message.text
    assert "In totaal levert de maand straks € 1.278,00 op. Nu is dat € 1.278,00." in message.text


def test_the_same_in_english_and_for_fewer_hours(desk: Desk) -> None:
    answer = asked(desk, wage("2018-01", "700.00"), NORM_1078, work=ExtraWork(Fraction("-7.5"), 11_40))
    text = preview_message(answer, MONDAY, "en").text
    assert "you will work 7.5 hours a week less" in text
    assert "- Wage: €370.50 less in January 2018." in text


def test_a_month_without_bijstand_is_told_with_its_article(desk: Desk) -> None:
    answer = asked(desk, wage("2018-01", "700.00"), NORM_1078, work=TWELVE)
    assert "artikel 19" in preview_message(answer, MONDAY, "nl").text
    below = asked(desk, wage("2018-01", "400.00"), NORM_1078, work=TWELVE)
    assert "artikel 19" not in preview_message(below, MONDAY, "nl").text


def test_what_stays_the_same_is_said_of_bijstand_only(desk: Desk) -> None:
    answer = asked(desk, wage("2018-01", "1500.00"), NORM_1078, work=TWELVE)
    text = preview_message(answer, MONDAY, "nl").text
    assert "- Bijstand: blijft gelijk." in text
    assert "- Premie" not in text


@pytest.mark.parametrize("managed_by", ["", "Bewindvoering De Rust"])
@pytest.mark.parametrize(
    ("lang", "said", "still"),
    [("nl", "van de tijd dat u bijstand had", "minder bijstand"), ("en", "of the time when you had", "lower your bijstand")],
)
def test_who_left_hears_of_what_time_the_premium_is(lang: str, said: str, still: str, managed_by: str) -> None:
    shown = {left: payout_message("Max", 600_00, Month.parse("2018-07"), "Inez Bakker", lang, managed_by, left=left).text
             for left in (False, True)}  # fmt: skip
    assert (said in shown[True], still in shown[True]) == (True, False)
    assert (said in shown[False], still in shown[False]) == (False, True)
    assert all((managed_by or "Inez Bakker") in text for text in shown.values())


@pytest.mark.parametrize(("lang", "said"), [("nl", "Van een of meer maanden weten we uw loon nog niet."),
                                            ("en", "Of one month or more we do not know your wage yet.")])  # fmt: skip
def test_a_payout_message_says_that_premium_waits_for_a_wage(lang: str, said: str) -> None:
    shown = {later: payout_message("Max", 750_00, Month.parse("2018-07"), "Inez Bakker", lang, later=later).text
             for later in (False, True)}  # fmt: skip
    assert said in shown[True]
    assert said not in shown[False]
