# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Another case manager: seldom, told beforehand, read before the first talk, and never a stale name."""

from __future__ import annotations

from datetime import date

import pytest

from tests.app.casework.counter import Counter
from tests.app.casework.people_at_work import NOOR, VISSER, put_to_work
from tests.app.ledger.a_town import TOWN
from werkzaam.app.casework.dossier_page import dossier_page
from werkzaam.app.casework.dossiers import dossier_of
from werkzaam.app.casework.handing_over import Handover, hand_over, message
from werkzaam.casework.assignment import changes
from werkzaam.casework.dossier import Spell
from werkzaam.casework.due import Due
from werkzaam.casework.entry import Entry, Kind, Role
from werkzaam.casework.handover import may_meet
from werkzaam.core.errors import InputError, NotAllowed, UnknownName
from werkzaam.store.casework import record_entry

WHY = "Joke gaat met pensioen."
BY_PHONE = {"channel": "telefoon", "initiator": "inwoner"}
TALK = {"kanaal": "bezoek", "initiatief": "inwoner", "soort": "kennismaking"}


@pytest.fixture
def town(counter: Counter, monkeypatch: pytest.MonkeyPatch) -> Counter:
    """A client of Joke Visser since 2019, with a summary that the client agrees with."""
    put_to_work(monkeypatch)
    counter.open("2019-01-07", 7, 8)
    counter.assign("2019-01-07", 7, "j.visser")
    counter.write("2019-01-07", 7, Kind.GUIDANCE, deel="ams_extra_attention", omdat="loting")
    return counter


def change(counter: Counter, day: str, to: str, first: str, why: str = WHY, role: Role = Role.SUPPORT) -> Handover:
    return hand_over(counter.on(day), 7, to, date.fromisoformat(first), why, role=role)


def appointment(counter: Counter, day: str, on: str, worker: str) -> int:
    """An appointment that somebody planned; its number."""
    entry = Entry(7, Kind.APPOINTMENT, date.fromisoformat(day), Role.SUPPORT, worker, {"on": on, "worker": worker, **BY_PHONE})
    with counter.on(day, worker).writes() as writer:
        event = record_entry(writer, 7, entry, idem_key=f"appointment {on} {worker}")
    assert event is not None
    return event.hseq


def codes(counter: Counter, day: str, week: str) -> dict[str, Due]:
    return {due.code: due for due in counter.due(day, week)}


@pytest.mark.requirement("R-115")
def test_a_third_change_in_a_year_is_for_the_team_leader(town: Counter) -> None:
    change(town, "2020-01-06", "n.noor", "2020-02-03")
    second = change(town, "2020-05-04", "d.dekker", "2020-06-01")
    assert [(one.code, one.values) for one in second.remarks] == [("changes_before", {"count": 1, "recent": 1})]
    with pytest.raises(NotAllowed, match=r"another case manager 2 times in the 12 months before 2020-07-01\. The team leader"):
        change(town, "2020-06-15", "j.visser", "2020-07-01")
    assert change(town, "2020-06-15", "j.visser", "2020-07-01", role=Role.LEAD).new
    spells = dossier_of(town.on("2020-07-01"), 7, Role.SUPPORT).spells
    assert [spell.worker for spell in spells] == ["j.visser", "n.noor", "d.dekker", "j.visser"]


def test_the_same_person_after_a_time_without_anybody_is_no_change() -> None:
    spells = [Spell("j.visser", date(2019, 1, 7), date(2019, 12, 31)), Spell("j.visser", date(2020, 2, 3), date(2020, 5, 31)),
              Spell("n.noor", date(2020, 6, 1))]  # fmt: skip
    assert changes(spells, date(2019, 1, 1), date(2020, 6, 1)) == 1
    assert changes(spells, date(2020, 6, 1), date(2020, 12, 31)) == 0


def test_a_change_after_a_quiet_year_needs_nobody_else(town: Counter) -> None:
    change(town, "2020-01-06", "n.noor", "2020-02-03")
    change(town, "2020-05-04", "d.dekker", "2020-06-01")
    assert change(town, "2021-01-04", "j.visser", "2021-02-04").new


@pytest.mark.requirement("R-117")
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_client_hears_who_why_and_how_to_reach_them_before_it_happens(town: Counter, lang: str) -> None:
    for day in ("2020-06-01", "2020-06-02"):
        with pytest.raises(NotAllowed, match="the client hears of a change before it happens"):
            change(town, day, "n.noor", "2020-06-01")
    told = change(town, "2020-05-20", "n.noor", "2020-06-01")
    assert told.told_on < date(2020, 6, 1)
    text = " ".join(message(told, TOWN.name, TOWN.phone, lang).split())
    for said in (NOOR.name, WHY, NOOR.phone, VISSER.name, "1 juni 2020" if lang == "nl" else "1 June 2020", "Client 7"):
        assert said in text
    (kept,) = dossier_of(town.on("2020-05-20"), 7, Role.CLIENT).of(Kind.ANNOUNCED)
    assert (kept.day, kept.body["because"], kept.body["phone"]) == (date(2020, 5, 20), WHY, NOOR.phone)


@pytest.mark.requirement("R-116")
def test_the_first_talk_is_not_confirmed_before_the_handover_was_read(town: Counter) -> None:
    """S-039: the client need not justify herself again."""
    change(town, "2020-05-20", "n.noor", "2020-06-01")
    number = appointment(town, "2020-06-02", "2020-06-04", "n.noor")
    assert codes(town, "2020-06-02", "2020-W23")["handover_unread"].by == date(2020, 6, 1)
    with pytest.raises(NotAllowed, match=r"n\.noor has not read the handover of client 7 yet"):
        town.write("2020-06-02", 7, Kind.CONFIRMED, actor="n.noor", over=number)
    town.write("2020-06-02", 7, Kind.HANDOVER_READ, actor="n.noor")
    assert town.write("2020-06-02", 7, Kind.CONFIRMED, actor="n.noor", over=number).seq
    assert "handover_unread" not in codes(town, "2020-06-02", "2020-W23")


@pytest.mark.requirement("R-060")
def test_a_new_worker_opens_the_approved_summary_before_the_first_talk(town: Counter) -> None:
    summary = town.write("2020-05-04", 7, Kind.SUMMARY, tekst="Zorgt voor haar moeder. Wil naar de kinderopvang.")
    number = appointment(town, "2020-05-06", "2020-05-08", "d.dekker")
    dossier = dossier_of(town.on("2020-05-06"), 7, Role.SUPPORT)
    assert may_meet(dossier, "d.dekker", date(2020, 5, 8)) is None
    town.write("2020-05-06", 7, Kind.CONFIRMED, role=Role.CLIENT, over=summary.seq)
    with pytest.raises(NotAllowed, match="and this is their first talk"):
        town.write("2020-05-07", 7, Kind.CONFIRMED, actor="d.dekker", over=number)
    town.write("2020-05-07", 7, Kind.HANDOVER_READ, actor="d.dekker")
    assert town.write("2020-05-07", 7, Kind.CONFIRMED, actor="d.dekker", over=number).seq


def test_reading_before_the_summary_was_written_anew_does_not_count(town: Counter) -> None:
    town.write("2020-05-04", 7, Kind.SUMMARY, role=Role.CLIENT, tekst="Mijn verhaal.")
    town.write("2020-05-05", 7, Kind.HANDOVER_READ, actor="d.dekker")
    town.write("2020-05-06", 7, Kind.SUMMARY, role=Role.CLIENT, tekst="Mijn verhaal, met mijn nieuwe baan.")
    dossier = dossier_of(town.on("2020-05-07"), 7, Role.SUPPORT)
    assert may_meet(dossier, "d.dekker", date(2020, 5, 8)) is not None
    town.write("2020-05-07", 7, Kind.CONTACT, actor="d.dekker", **TALK)
    later = dossier_of(town.on("2020-05-07"), 7, Role.SUPPORT)
    assert may_meet(later, "d.dekker", date(2020, 5, 8)) is None


def test_whoever_comes_back_reads_what_happened_meanwhile(town: Counter) -> None:
    town.write("2020-01-06", 7, Kind.CONTACT, **TALK)
    change(town, "2020-01-07", "n.noor", "2020-02-03")
    change(town, "2020-05-04", "j.visser", "2020-06-01")
    dossier = dossier_of(town.on("2020-06-02"), 7, Role.SUPPORT)
    assert may_meet(dossier, "j.visser", date(2020, 6, 3)) is not None


@pytest.mark.parametrize(("to", "first", "said"), [
    ("n.noor", "2020-06-10", r"Nadia Noor \(verzonnen\) is away from 2020-06-08 to 2020-06-19"),
    ("l.later", "2020-06-10", r"Lena Later \(verzonnen\) is not in service on that day"),
    ("j.visser", "2020-06-10", r"Joke Visser \(verzonnen\) is the case manager of client 7 on 2020-06-10 already"),
])  # fmt: skip
def test_a_change_to_who_is_not_there_or_was_already_is_refused(town: Counter, to: str, first: str, said: str) -> None:
    with pytest.raises(NotAllowed, match=said):
        change(town, "2020-05-20", to, first)
    assert dossier_of(town.on("2020-05-20"), 7, Role.SUPPORT).of(Kind.ANNOUNCED) == []


def test_a_change_needs_somebody_who_works_here_and_a_reason(town: Counter) -> None:
    with pytest.raises(UnknownName, match=r"x\.nobody: nobody of that name works here"):
        change(town, "2020-05-20", "x.nobody", "2020-06-01")
    with pytest.raises(InputError, match="a reason was expected"):
        change(town, "2020-05-20", "n.noor", "2020-06-01", why="  ")


def test_the_same_change_given_twice_counts_once(town: Counter) -> None:
    assert change(town, "2020-05-20", "n.noor", "2020-06-01").new
    again = change(town, "2020-05-21", "n.noor", "2020-06-01")
    assert (again.new, again.told_on) == (False, date(2020, 5, 20))
    with pytest.raises(NotAllowed, match=r"n\.noor becomes the case manager of client 7 on 2020-06-01"):
        change(town, "2020-05-21", "d.dekker", "2020-05-29")


def test_a_planned_change_asks_for_a_summary_and_for_the_client_to_recognise_it(town: Counter) -> None:
    change(town, "2020-05-20", "n.noor", "2020-06-01")
    assert codes(town, "2020-05-20", "2020-W22")["summary_missing"].by == date(2020, 5, 31)
    summary = town.write("2020-05-21", 7, Kind.SUMMARY, tekst="Het verhaal.")
    assert codes(town, "2020-05-21", "2020-W23")["summary_to_confirm"].by == date(2020, 6, 1)
    town.write("2020-05-22", 7, Kind.CONFIRMED, role=Role.CLIENT, over=summary.seq)
    assert not {"summary_missing", "summary_to_confirm"} & codes(town, "2020-05-22", "2020-W23").keys()


@pytest.mark.requirement("R-136")
def test_the_client_sees_who_since_when_how_to_reach_them_and_when_they_talk(town: Counter) -> None:
    appointment(town, "2020-05-06", "2020-05-08", "j.visser")
    page = " ".join(dossier_page(town.on("2020-05-06"), 7, "nl", role=Role.CLIENT).split())
    assert f"{VISSER.name}, sinds 7 januari 2019. Te bereiken op {VISSER.phone}. Volgend gesprek: 8 mei 2020." in page


def test_who_has_nobody_reads_by_when_that_ends_and_the_team_leader_sees_it(town: Counter) -> None:
    """S-035: two years without knowing who it is cannot go unseen."""
    town.write("2020-05-04", 8, Kind.GUIDANCE, deel="ams_extra_attention", omdat="loting")
    page = " ".join(dossier_page(town.on("2020-05-06"), 8, "nl", role=Role.CLIENT).split())
    assert f"Op 18 mei 2020 is bekend wie het wordt. Tot die tijd helpt {TOWN.contact}, op {TOWN.phone}." in page
    (due,) = [due for due in town.due("2020-05-06", "2020-W21") if due.code == "no_case_manager"]
    assert (due.person, due.by, due.for_lead) == (8, date(2020, 5, 18), True)
    first = hand_over(town.on("2020-05-06"), 8, "d.dekker", date(2020, 5, 6), "U bent nieuw bij ons.")
    assert message(first, TOWN.name, TOWN.phone, "nl").startswith("U krijgt een klantmanager\n")
    assert "no_case_manager" not in {due.code for due in town.due("2020-05-06", "2020-W21")}
