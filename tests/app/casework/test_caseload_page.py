# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The caseload page of a small town: contrast and share outside, few people hidden, and no case manager beside outflow."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from datetime import date
from xml.etree import ElementTree

import pytest

from tests.app.casework.counter import Counter
from tests.app.ledger.a_town import TOWN
from tests.house.tree import Finding, Module, judge, modules
from werkzaam.app.casework.caseload import CaseloadPage, caseload_page
from werkzaam.app.casework.caseload_json import caseload_json
from werkzaam.app.casework.caseload_text import caseload_text, evaluation_text, shown
from werkzaam.app.casework.dossiers import dossier_of
from werkzaam.app.casework.pictures import pictures
from werkzaam.casework.contacts import CAME
from werkzaam.casework.dossier import Contact
from werkzaam.casework.entry import Entry, Kind, Role
from werkzaam.casework.office import Office, Worker
from werkzaam.casework.period import Period
from werkzaam.core.errors import NotAllowed, UnknownName
from werkzaam.store.casework import assign, clients, record_contact, record_entry

YEAR = Period(date(2019, 1, 1), date(2019, 12, 31))
SELF, EXTRA = range(1, 15), range(15, 29)
WORKERS = [f"w{number:02}" for number in range(12)]
OFFICE = Office(date(2020, 1, 15), {name: Worker(name, "", ("noord", "zuid")[at % 2]) for at, name in enumerate(WORKERS)})
OUTFLOW = re.compile(r"uitstroom|outflow|\bexit", re.IGNORECASE)
WORKER = re.compile(r"\bworkers?\b|klantmanager|case.?manager", re.IGNORECASE)


@pytest.fixture
def town(counter: Counter) -> Counter:
    """14 people under self-direction with 2 contacts, of whom 12 had none of ours, and 14 under extra attention with 16.

    One of each is somebody's of whom it is not known that they work here; three more people have no guidance.
    """
    counter.open("2018-06-01", *SELF, *EXTRA, 29, 30, 31)
    with counter.on("2019-12-31").writes() as writer:
        known = clients(counter.database, TOWN.id)
        for at, person in enumerate([*SELF, *EXTRA]):
            part = "ams_self_direction" if person in SELF else "ams_extra_attention"
            said = Entry(person, Kind.GUIDANCE, date(2018, 6, 1), Role.LEAD, "lead", {"part": part, "because": "loting"})
            record_entry(writer, person, said, idem_key="under")
            assign(writer, known[person], "gone" if at in (0, 14) else WORKERS[at % 12], date(2018, 6, 1), reason="nieuw")
            for one in range(2 if person in SELF else 16):
                ours = person in EXTRA or (person in (1, 2) and one == 0)
                contact = Contact(person, date(2019, 1 + one % 12, 3 + one), ("telefoon", "bezoek", "post")[one % 3],
                                  "klantmanager" if ours else "inwoner", "gesprek", CAME, "w00")  # fmt: skip
                record_contact(writer, person, contact, idem_key=f"c{one}")
            if at % 2 and person in EXTRA:
                record_entry(writer, person, Entry(person, Kind.EXIT, date(2019, 12, 31), Role.LEAD, "lead", {"why": "werk"}),
                             idem_key="exit")  # fmt: skip
    return counter


def page(town: Counter, team: str | None = None) -> CaseloadPage:
    return caseload_page(town.on("2020-01-15"), OFFICE, YEAR, team)


def test_the_report_shows_the_contrast_and_the_share_outside(town: Counter) -> None:
    """A day before the end of the year seven of extra attention left: their contacts are those of 13.98 years of people."""
    found = page(town)
    extra, free = found.groups
    assert (extra.part, extra.people) == ("ams_extra_attention", 14)
    assert (extra.all_contacts.contacts, free.all_contacts.contacts) == (224, 28)
    assert [group.all_contacts.person_years * 365 for group in found.groups] == [14 * 365 - 7, 14 * 365]
    (contrast,) = found.contrasts
    assert round(contrast.a_year, 1) == 14
    assert (free.fidelity.judged, free.fidelity.outside) == (14, 12)
    text = caseload_text(found, "en")
    assert "Contrast: Extra attention had 14 contacts a person-year more than Self-direction." in text
    assert re.search(r"^Self-direction +14 +fewer than 10 +fewer than 10", text, re.MULTILINE)
    assert text.count("What counts: contacts that took place, from 1 January 2019 to 31 December 2019") == 2
    assert "0 of 24 clients" not in text
    assert "28" not in json.loads(caseload_json(found))["measures"]


def test_clients_of_nobody_known_are_not_filled_in(town: Counter) -> None:
    loads = {one.name: one for one in page(town).loads}
    assert {name: (one.count, one.share) for name, one in loads.items()} == {"noord": (12, 600), "zuid": (7, 600), "": (2, 0)}
    assert "without a team" in caseload_text(page(town), "en")


def test_a_team_has_its_own_clients_only(town: Counter) -> None:
    found = page(town, "noord")
    assert sum(one.count for one in found.loads) == 12
    assert [one.name for one in found.own] == WORKERS[::2]
    assert found.groups == ()
    assert found.few == 2
    assert [one.clients for one in found.published] == [12] * 12
    assert "noord" in caseload_text(found, "nl")
    with pytest.raises(UnknownName, match="there is noord, zuid"):
        page(town, "oost")


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_pictures_have_words_and_the_same_bytes(town: Counter, lang: str) -> None:
    drawn = pictures(page(town), lang)
    assert set(drawn) == {"load", "talks", "dose", "continuity", "quarterly"}
    assert drawn == pictures(page(town), lang)
    for one in drawn.values():
        root = ElementTree.fromstring(one)
        assert root.find("{http://www.w3.org/2000/svg}desc").text  # type: ignore[union-attr]


@pytest.mark.requirement("R-121")
def test_no_report_has_outflow_per_klantmanager(town: Counter) -> None:
    """12 case managers, half of the clients gone: no document of the page has a case manager and outflow in one table."""
    for team in (None, "noord", "zuid"):
        found = page(town, team)
        for section in [*caseload_text(found, "nl").split("\n\n"), *caseload_text(found, "en").split("\n\n")]:
            assert not (OUTFLOW.search(section) and any(re.search(rf"^{name}\b", section, re.MULTILINE) for name in WORKERS))
        document = json.loads(caseload_json(found))
        assert not [path for path in tables(document) if WORKER.search(str(path)) and OUTFLOW.search(str(path))]
        view = json.dumps([document["measures"], document["successes"]])
        assert not any(name in view for name in WORKERS)
    assert not [f"{found.where}: {found.what}" for module in modules("app", "casework", "store") for found in compared(module)]


def tables(document: object) -> Iterator[object]:
    """The keys of every table in a document, with the names of its rows."""
    if isinstance(document, dict):
        yield [*document, document.get("name")]
        for one in document.values():
            yield from tables(one)
    elif isinstance(document, list):
        for one in document:
            yield from tables(one)


def compared(module: Module) -> list[Finding]:
    """Classes with a field of a case manager beside one of outflow, and queries that group leaving by case manager."""
    found = []
    for node, place in module.nodes():
        if isinstance(node, ast.ClassDef):
            names = [one.target.id for one in node.body if isinstance(one, ast.AnnAssign) and isinstance(one.target, ast.Name)]
            if any(WORKER.search(name) for name in names) and any(name == "left" or OUTFLOW.search(name) for name in names):
                found.append(Finding(place, f"has fields {names}"))
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            by = re.search(r"GROUP BY[^)]*\bworker\b", node.value)
            if by and OUTFLOW.search(node.value):
                found.append(Finding(place, f"groups leaving by case manager, line {node.lineno}"))
    return found


def test_the_check_sees_a_ranking() -> None:
    assert len(judge(compared, "class Row:\n    worker: str\n    outflow: int\n")) == 1
    assert len(judge(compared, "class Row:\n    klantmanager: str\n    left: int\n")) == 1
    assert len(judge(compared, "x = 'SELECT worker, COUNT(*) FROM guidance_entry WHERE kind = exit GROUP BY worker'")) == 1
    assert judge(compared, "class Row:\n    worker: str\n    clients: int\n") == []


def test_the_form_for_the_yearly_talk_asks_nine_things_and_no_outflow() -> None:
    for lang in ("nl", "en"):
        form = evaluation_text(lang)
        questions = form.split("\n## ")[1:]
        assert len(questions) == 9
        assert not any(OUTFLOW.search(one) or "bijstand" in one for one in questions)


@pytest.mark.requirement("R-148")
def test_a_grade_is_not_shown_to_whom_it_is_for_nor_below_ten(town: Counter) -> None:
    town.write("2020-01-02", 3, Kind.GRADE, "portal", Role.CLIENT, on="2019-05-01", cijfer=4, waarvoor="klantmanager")
    for role in Role:
        kinds = [entry.kind for entry in dossier_of(town.on("2020-01-03"), 3, role).entries]
        assert (Kind.GRADE in kinds) == (role is Role.CLIENT)
    assert page(town).grades.mean is None
    assert "left out: fewer than ten" in caseload_text(page(town), "en")
    with pytest.raises(NotAllowed, match="never shown to the one it is for"):
        town.write("2020-01-04", 3, Kind.GRADE, WORKERS[2], Role.CLIENT, cijfer=9, waarvoor="klantmanager")
    with pytest.raises(NotAllowed, match="grade is written by klant"):
        town.write("2020-01-04", 3, Kind.GRADE, "portal", cijfer=9, waarvoor="klantmanager")
    for person in (1, 2, *range(4, 12)):
        town.write("2020-01-04", person, Kind.GRADE, "portal", Role.CLIENT, on="2019-06-01", cijfer=8, waarvoor="klantmanager")
    assert "of 11 clients together: 7.6" in caseload_text(page(town), "en")


def test_few_people_are_hidden_also_as_the_rest() -> None:
    assert [shown(number, 100) for number in (0, 9, 10, 90, 91, 100)] == [0, None, 10, 90, None, 100]
