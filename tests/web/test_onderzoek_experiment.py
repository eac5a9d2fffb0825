# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The researcher's door: counts that tell of nobody, letters until two people asked, and no page about a person."""

from __future__ import annotations

import csv
import io
import re

import pytest

from tests.web.doors import Doors
from werkzaam.app.example_town import GUIDED
from werkzaam.app.experiment.dashboard_counts import FATE, approached, standing
from werkzaam.app.experiment.locked_plan import locked
from werkzaam.app.experiment.of_town import design_here
from werkzaam.core.errors import NotAllowed
from werkzaam.experiment.disclosure.attack import WIDTH, bounds
from werkzaam.experiment.disclosure.cells import Cell, patterns
from werkzaam.store.roster import happenings, participants

HERE = "/onderzoek/experiment/voorbeeldstad_2019"
ARMS = ("Extra aandacht", "Zelfregie", "Vergelijkingsgroep")
SMALL = "<10*"


def rows_of(text: str) -> list[list[str]]:
    """The rows of a download."""
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";"))


def table(page: str, ident: str) -> str:
    """The rows of a page under one heading, as text."""
    return re.sub(r"<[^>]+>", " ", page.split(f'id="h-{ident}"')[1].split("</section>")[0]).replace("&lt;", "<")


def test_the_page_has_flow_balance_rounds_contact_and_promises_with_pictures_beside_tables(doors: Doors) -> None:
    browser = doors.as_("rosa")
    assert browser.get("/onderzoek")["location"] == HERE
    page = browser.get(HERE).content.decode()
    for ident in ("flow", "reach", "balance", "rounds", "dose", "fidelity"):
        assert f'id="h-{ident}"' in page
    figures = re.findall(r"<figure.*?</figure>", page, re.DOTALL)
    assert len(figures) == 1
    assert 'role="img"' in figures[0]
    assert "Benaderd 214" in " ".join(table(page, "flow").split())
    assert [word for word in ("Geloot voor Extra aandacht", "57") if word not in table(page, "flow")] == []


def test_page_and_download_hide_the_same_and_name_nobody(doors: Doors) -> None:
    browser, desk = doors.as_("rosa"), doors.desk()
    page = browser.get(HERE).content.decode()
    names = {"flow": 12, "reach": 2, "balance": 11, "rounds": 2}
    for ident, number in names.items():
        answer = browser.get(f"{HERE}/{ident}.csv")
        assert answer["content-type"].startswith("text/csv")
        head, *rows = rows_of(answer.content.decode())
        shown = [row for row in rows if len(row) == len(head)]
        assert len(shown) == number
        assert all(cell in " ".join(table(page, ident).split()) for row in shown for cell in row)
        counts = [int(cell) for row in shown for cell in row[1:] if cell.isdigit()]
        assert all(count == 0 or count >= 10 for count in counts)
    known = participants(desk.database, desk.town.id, "voorbeeldstad_2019")
    assert not any(pid in page for pid in known)
    assert browser.get(f"{HERE}/persons.csv").status_code == 404


@pytest.mark.requirement("R-216")
def test_a_cell_of_seven_says_less_than_ten_on_page_and_download_and_cannot_be_worked_out(doors: Doors) -> None:
    desk, browser = doors.desk(), doors.as_("rosa")
    design = design_here(desk, "voorbeeldstad_2019")
    people, where = approached(design, happenings(desk.database, desk.town.id, design.id)), ((FATE, "excluded:homeless"),)
    assert int(people.within(where).sum()) == 7
    counts = standing(desk, design).approached
    assert counts.of(*where) is None
    page, download = browser.get(HERE).content.decode(), browser.get(f"{HERE}/flow.csv").content.decode()
    name = "Uitgesloten: Zonder vaste woonplek vond de gemeente zelfregie te zwaar."
    assert next(row for row in rows_of(download) if row[0] == name)[1] == SMALL
    assert f"{name} {SMALL}" in " ".join(table(page, "flow").split())
    shown = [Cell(one, number) for one, number in counts.shown.items()]
    known = patterns(people, [*shown, *(Cell(one, 0) for one in counts.hidden)])
    low, high = bounds(shown, known, known.members(where).astype(float))
    assert low <= 7 <= high
    assert high - low >= WIDTH


def test_outcomes_stand_under_letters_until_two_people_ask_and_nothing_before_tells_which(doors: Doors) -> None:
    rosa, milan = doors.as_("rosa"), doors.as_("milan")
    assert rosa.post(f"{HERE}/openen").status_code == 400, "nobody opens what was not seen under letters"
    masked = rosa.get(f"{HERE}/uitkomsten").content.decode()
    assert "Groep A" in masked
    assert not any(arm in masked for arm in ARMS)
    assert not any(arm in table(rosa.get(HERE).content.decode(), "rounds") for arm in ARMS)
    assert rosa.post(f"{HERE}/openen").status_code == 302
    assert rosa.post(f"{HERE}/openen").status_code == 302, "asking twice is asking once"
    assert "Groep A" in rosa.get(f"{HERE}/uitkomsten").content.decode()
    assert milan.post(f"{HERE}/openen").status_code == 302
    opened = milan.get(f"{HERE}/uitkomsten").content.decode()
    assert all(arm in opened for arm in ARMS)
    assert "Groep A" not in opened
    assert all(arm in table(rosa.get(HERE).content.decode(), "rounds") for arm in ARMS)
    assert milan.post(f"{HERE}/openen").status_code == 400


def test_a_difference_is_called_significant_only_beside_its_test(doors: Doors) -> None:
    for lang, wanted in (("nl", r"significant bij toets door opnieuw te loten, \d+ en \d+ mensen, p 0,\d+"),
                         ("en", r"significant by test by redraws, \d+ and \d+ people, p 0\.\d+")):  # fmt: skip
        page = doors.as_("rosa", lang=lang).get(f"{HERE}/uitkomsten").content.decode()
        assert page.count("significant") >= 1
        assert page.count("significant") == len(re.findall(wanted, page)) + len(
            re.findall("niet significant|not significant", page)
        )


def test_the_plan_has_its_fingerprint_and_its_day(doors: Doors) -> None:
    desk = doors.desk()
    lock = locked(desk, design_here(desk, "voorbeeldstad_2019"))
    page = doors.as_("rosa").get(f"{HERE}/plan").content.decode()
    assert lock.plan in page
    assert lock.at in page
    assert "657413" in page


def test_a_researcher_has_no_page_about_a_person(doors: Doors) -> None:
    from django.urls import get_resolver

    browser, tried = doors.as_("rosa"), 0
    for name in sorted({str(one) for one in get_resolver().reverse_dict if isinstance(one, str) and one.startswith("client-")}):
        wanted = get_resolver().reverse_dict.getlist(name)[0][0][0][1]
        named = {argument: 1 for argument in wanted if argument != "subject"} | (
            {"month": "2019-05"} if "month" in wanted else {}
        )
        for guided in GUIDED[:2]:
            try:
                address = doors.path(name.removeprefix("client-"), guided.person, **named)
            except Exception:
                continue
            tried += 1
            assert browser.get(address).status_code in (403, 405), address
    assert tried >= 4


def test_an_experiment_that_is_not_there_is_no_page(doors: Doors) -> None:
    for address in ("/onderzoek/experiment/elders", "/onderzoek/experiment/elders/plan", "/onderzoek/experiment/elders/flow.csv"):
        assert doors.as_("rosa").get(address).status_code == 404


def test_a_refusal_of_the_outcomes_says_why(doors: Doors, monkeypatch: pytest.MonkeyPatch) -> None:
    from werkzaam.app.experiment import at_work

    def refused(*_: object, **__: object) -> None:
        raise NotAllowed("Cell 3 of table work follows from an earlier release.")

    monkeypatch.setattr(at_work, "_found", refused)
    page = doors.as_("rosa").get(f"{HERE}/uitkomsten").content.decode()
    assert "Cell 3 of table work follows from an earlier release." in page
    assert "loot zo vaak" not in page
    monkeypatch.setattr(at_work, "AT_ONCE", 1)
    assert "loot zo vaak" in doors.as_("rosa").get(f"{HERE}/uitkomsten").content.decode()
