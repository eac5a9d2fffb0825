# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Rules beside each other, in words and in a simulation: what the core computes, with gaps shown as gaps."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest

from tests.web.doors import Doors
from werkzaam.app.compare_earnings import compare_earnings, last_known_month
from werkzaam.app.curves import Setting
from werkzaam.app.policy.compared import MONTHS_ON_BENEFIT, WAGES
from werkzaam.core.money import format_euro
from werkzaam.facts.read import read_facts
from werkzaam.rules.situatie import Leefvorm

COMPARE = "/onderzoek/vergelijken"


def test_the_comparison_is_that_of_the_core_and_the_download_that_of_the_page(doors: Doors) -> None:
    asked = "?household=gehuwden&regime=utrecht_2018&regime=participatiewet_2018"
    answer = doors.as_("rosa").get(f"{COMPARE}/kept.csv{asked}").content.decode().removeprefix("\ufeff")
    head, *rows = csv.reader(io.StringIO(answer), delimiter=";")
    facts, household = read_facts(), Leefvorm.GEHUWDEN
    setting = Setting(facts, last_known_month(facts, household), household, MONTHS_ON_BENEFIT, None, pinned_norm=False)
    series = compare_earnings(["utrecht_2018", "participatiewet_2018"], setting, WAGES).series
    assert len(head) == len(series) + 1
    wanted = [[format_euro(net, "nl"), *(format_euro(one.curve.kept(net), "nl") for one in series)] for net in WAGES]
    assert rows[: len(WAGES)] == wanted
    page = doors.as_("rosa").get(f"{COMPARE}{asked}").content.decode()
    assert all(f">{cell}<" in page for row in wanted for cell in row)


def test_what_no_source_states_is_shown_and_nothing_is_filled_in(doors: Doors) -> None:
    for lang, words in (("nl", "niet vermeld"), ("en", "not stated")):
        browser = doors.as_("rosa", lang=lang)
        assert words in browser.get(f"{COMPARE}?household=alleenstaande&regime=bremen&regime=tilburg_2018").content.decode()
        page = browser.get("/onderzoek/regels/tilburg_toegang").content.decode()
        assert page.count(words) > 5


@pytest.mark.parametrize(
    "asked",
    ["?household=alleenstaande", "?household=paleis&regime=utrecht_2018", "?household=gehuwden&regime=../../etc/passwd",
     "?household=gehuwden&regime=utrecht_2018;DROP", "?household=gehuwden&" + "&".join(f"regime={one}" for one in (
         "utrecht_2018", "bremen", "stockholm", "tilburg_2018", "groningen_2018", "deventer_2018", "nijmegen_2018"))],
)  # fmt: skip
def test_a_choice_that_cannot_be_is_told_beside_the_field(doors: Doors, asked: str) -> None:
    browser = doors.as_("rosa")
    answer = browser.get(COMPARE + asked)
    assert answer.status_code == 400
    assert b"<details open" in answer.content
    assert browser.get(f"{COMPARE}/kept.csv{asked}").status_code == 404


def test_a_regime_that_does_not_ship_is_no_page(doors: Doors) -> None:
    assert doors.as_("rosa").get("/onderzoek/regels/nergens").status_code == 404


def test_numbers_of_errors_that_cannot_be_keep_what_was_typed(doors: Doors) -> None:
    answer = doors.as_("rosa").get("/onderzoek/fouten?interviews=25&trouble=26&checked=0&established=0")
    assert answer.status_code == 400
    assert 'value="26"' in answer.content.decode()
    assert "niet gemeten" in doors.as_("rosa").get(
        "/onderzoek/fouten?interviews=25&trouble=23&checked=0&established=0").content.decode()  # fmt: skip


class TestSimulation:
    """A job that is asked for, done and shown; what lives the years has tests of its own."""

    GIVEN = {"regime": ["amsterdam_2018", "participatiewet_2018"], "households": "100", "months": "6", "seed": "7"}  # noqa: RUF012

    def test_it_is_asked_once_and_shown_when_it_is_done(self, doors: Doors, monkeypatch: pytest.MonkeyPatch) -> None:
        from werkzaam.web.jobs import kinds
        from werkzaam.web.jobs.models import Job
        from werkzaam.web.jobs.worker import Worker

        seen: list[Any] = []
        told = {"intro": ["Synthetisch"], "rules": ["[1] amsterdam_2018"], "names": ["amsterdam_2018", "participatiewet_2018"],
                "measure": "per huishouden", "numbers_head": "Uitkomsten", "numbers_note": "Zonder interval.",
                "numbers": [["inkomen", "1.053,93", "1.042,73"]], "differences_head": "Verschil", "differences_note": "Eén keer.",
                "differences": [["inkomen", "-11,20"]], "pictures": {}}  # fmt: skip

        def lived(names: list[str], households: int, months: int, seed: int, progress: Any) -> dict[str, Any]:
            seen.append((names, households, months, seed))
            progress(households * months)
            return {"nl": told, "en": told}

        monkeypatch.setattr(kinds, "simulate", lived)
        browser, once = doors.as_("rosa"), "0b0e5a4c-0000-4000-8000-000000000001"
        first = browser.post("/onderzoek/simulatie", {**self.GIVEN, "once": once})
        again = browser.post("/onderzoek/simulatie", {**self.GIVEN, "once": once})
        assert first.status_code == 302
        assert first["location"] == again["location"]
        other = browser.post("/onderzoek/simulatie", {**self.GIVEN, "once": once[:-1] + "2"})
        assert other.status_code == 400, "one at a time: a worker has more to do"
        assert "Wacht" in browser.get(first["location"]).content.decode()
        assert Worker().one()
        page = browser.get(first["location"]).content.decode()
        assert seen == [(["amsterdam_2018", "participatiewet_2018"], 100, 6, 7)]
        assert "1.042,73" in page
        assert "Trek hieruit geen conclusie" in page
        number = Job.objects.get().pk
        assert doors.as_("anna").get(f"/inkomen/taken/{number}").status_code == 404, "not among the jobs of income"

    @pytest.mark.parametrize("wrong", [{"regime": []}, {"households": "5001"}, {"months": "5"}, {"seed": "x"}, {"regime": ["x"]}])
    def test_what_is_too_much_is_refused_beside_the_field(self, doors: Doors, wrong: dict[str, Any]) -> None:
        from werkzaam.web.jobs.models import Job

        answer = doors.as_("rosa").post("/onderzoek/simulatie", {**self.GIVEN, **wrong})
        assert answer.status_code == 400
        assert not Job.objects.exists()
