# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What was agreed outlives who agreed it; what the client says stays the client's."""

from __future__ import annotations

from datetime import date

import pytest

from tests.app.casework.counter import Counter
from tests.app.casework.people_at_work import put_to_work
from werkzaam.app.casework.dossier_page import dossier_page
from werkzaam.app.casework.dossiers import dossier_of
from werkzaam.app.casework.handing_over import hand_over
from werkzaam.app.casework.said import sentence
from werkzaam.casework.agreement import open_promises
from werkzaam.casework.due import Due
from werkzaam.casework.entry import Kind, Role
from werkzaam.casework.standing import last_day_of, standing
from werkzaam.core.errors import InputError, NotAllowed

TRAINING = {"soort": "toestemming", "wat": "de opleiding tot coach, drie jaar", "van_wie": "samen"}


@pytest.fixture
def trained(counter: Counter, monkeypatch: pytest.MonkeyPatch) -> tuple[Counter, int]:
    """A client who may follow a training of three years, and another case manager in 2020 (S-040)."""
    put_to_work(monkeypatch)
    counter.open("2018-08-01", 7)
    counter.assign("2018-08-01", 7, "j.visser")
    made = counter.write("2018-09-01", 7, Kind.AGREEMENT, until="2021-08-31", **TRAINING)
    hand_over(counter.on("2020-05-20"), 7, "n.noor", date(2020, 6, 1), "Joke gaat met pensioen.")
    assert made.seq is not None
    return counter, made.seq


def holding(counter: Counter, day: str) -> list[object]:
    dossier = dossier_of(counter.on(day), 7, Role.SUPPORT)
    return [one.body["what"] for one in standing(dossier, Kind.AGREEMENT, counter.on(day).today)]


def coded(counter: Counter, day: str, code: str, week: str) -> list[Due]:
    return [due for due in counter.due(day, week) if due.code == code]


@pytest.mark.requirement("R-039")
def test_an_agreement_holds_under_the_next_person_and_is_not_withdrawn_without_reason(
    trained: tuple[Counter, int],
) -> None:
    counter, agreement = trained
    assert holding(counter, "2020-06-02") == ["de opleiding tot coach, drie jaar"]
    with pytest.raises(InputError, match="omdat is missing"):
        counter.write("2020-06-02", 7, Kind.WITHDRAWN, actor="n.noor", over=agreement)
    assert holding(counter, "2021-08-31") == ["de opleiding tot coach, drie jaar"]
    assert holding(counter, "2021-09-01") == []


def test_withdrawing_an_agreement_takes_notice_and_a_second_pair_of_eyes(trained: tuple[Counter, int]) -> None:
    counter, agreement = trained
    why = {"over": agreement, "omdat": "De school is gestopt."}
    with pytest.raises(NotAllowed, match="28 days of notice, so it holds until 2020-06-30 at least; found None"):
        counter.write("2020-06-02", 7, Kind.WITHDRAWN, actor="n.noor", **why)
    with pytest.raises(NotAllowed, match="found 2020-06-29"):
        counter.write("2020-06-02", 7, Kind.WITHDRAWN, actor="n.noor", **why, geldt_tot_en_met="2020-06-29")
    with pytest.raises(NotAllowed, match="after a colleague looked at it too"):
        counter.write("2020-06-02", 7, Kind.WITHDRAWN, actor="n.noor", **why, geldt_tot_en_met="2020-06-30", gezien_door="n.noor")
    done = counter.write("2020-06-02", 7, Kind.WITHDRAWN, actor="n.noor", **why, geldt_tot_en_met="2020-06-30",
                         gezien_door="d.dekker")  # fmt: skip
    (remark,) = done.remarks
    assert "bezwaar" in sentence(remark.code, "nl", remark.values)
    assert "30 juni 2020" in sentence(remark.code, "nl", remark.values)
    assert (holding(counter, "2020-06-30"), holding(counter, "2020-07-01")) == (["de opleiding tot coach, drie jaar"], [])
    (due,) = coded(counter, "2020-06-02", "withdrawal_to_tell", "2020-W23")
    assert due.by == date(2020, 6, 4)
    with pytest.raises(NotAllowed, match="was withdrawn before"):
        counter.write("2020-06-03", 7, Kind.WITHDRAWN, role=Role.CLIENT, **why)


def test_a_withdrawal_that_is_taken_back_leaves_the_agreement_as_it_was(trained: tuple[Counter, int]) -> None:
    counter, agreement = trained
    done = counter.write("2020-06-02", 7, Kind.WITHDRAWN, actor="n.noor", over=agreement, omdat="De school is gestopt.",
                         geldt_tot_en_met="2020-06-30", gezien_door="d.dekker")  # fmt: skip
    counter.write("2020-06-10", 7, Kind.WITHDRAWN, actor="n.noor", over=done.seq, omdat="De school gaat toch door.")
    assert holding(counter, "2020-07-01") == ["de opleiding tot coach, drie jaar"]
    assert coded(counter, "2020-06-10", "withdrawal_to_tell", "2020-W24") == []


def test_the_client_may_let_go_of_an_agreement_at_once(trained: tuple[Counter, int]) -> None:
    counter, agreement = trained
    counter.write("2020-06-02", 7, Kind.WITHDRAWN, role=Role.CLIENT, over=agreement, omdat="Ik stop ermee.")
    assert holding(counter, "2020-06-02") == []


def test_an_agreement_needs_a_last_day_that_is_not_before_its_first(counter: Counter) -> None:
    counter.open("2018-08-01", 7)
    with pytest.raises(InputError, match="an agreement has a last day"):
        counter.write("2018-09-01", 7, Kind.AGREEMENT, **TRAINING)
    with pytest.raises(InputError, match="a day from 2018-09-01 on was expected"):
        counter.write("2018-09-01", 7, Kind.AGREEMENT, until="2018-08-31", **TRAINING)


def test_a_promise_of_ours_stays_due_until_it_is_kept(counter: Counter) -> None:
    """S-060: what follows an internship of six months is agreed beforehand, and does not go out of sight at its end."""
    counter.open("2019-01-07", 7)
    made = counter.write("2019-01-07", 7, Kind.AGREEMENT, until="2019-07-07", soort="belofte", van_wie="gemeente",
                         wat="een gesprek over werk na de stage bij de Belastingdienst")  # fmt: skip
    (due,) = coded(counter, "2019-08-05", "promise", "2019-W32")
    assert due.by == date(2019, 7, 7)
    assert len(open_promises(dossier_of(counter.on("2019-08-05"), 7, Role.SUPPORT))) == 1
    counter.write("2019-08-05", 7, Kind.ANSWERED, over=made.seq, tekst="Gesprek gehad, zie plan.")
    assert coded(counter, "2019-08-05", "promise", "2019-W32") == []
    assert open_promises(dossier_of(counter.on("2019-08-05"), 7, Role.SUPPORT)) == []


def test_a_permission_is_talked_about_a_month_before_it_ends(trained: tuple[Counter, int]) -> None:
    (due,) = coded(trained[0], "2021-07-26", "permission_ends", "2021-W30")
    assert due.by == date(2021, 7, 31)


@pytest.mark.requirement("R-142")
def test_a_correction_of_the_client_stands_beside_the_entry(counter: Counter) -> None:
    counter.open("2020-01-06", 7)
    note = counter.write("2020-01-06", 7, Kind.SUMMARY, tekst="Wil geen werk.")
    talk = counter.write("2020-01-06", 7, Kind.CONTACT, kanaal="bezoek", initiatief="inwoner", soort="gesprek")
    counter.write(
        "2020-01-07", 7, Kind.CORRECTION, role=Role.CLIENT, over=note.seq, tekst="Ik wil wel werken, maar niet 's nachts."
    )
    counter.write("2020-01-07", 7, Kind.CORRECTION, role=Role.CLIENT, over=talk.seq, tekst="Het was een telefoongesprek.")
    lines = dossier_page(counter.on("2020-01-08"), 7, "nl").splitlines()
    for seq, said in ((note.seq, "Ik wil wel werken, maar niet 's nachts."), (talk.seq, "Het was een telefoongesprek.")):
        at = next(number for number, line in enumerate(lines) if line.startswith(f"  [{seq}] ") and "door j.visser" in line)
        after = next((number for number, line in enumerate(lines[at + 1 :], at + 1) if line.startswith("  [")), len(lines))
        assert f"De cliënt ziet het anders: {said}" in [line.strip() for line in lines[at:after]]
    (correction, _) = dossier_of(counter.on("2020-01-08"), 7, Role.SUPPORT).of(Kind.CORRECTION)
    with pytest.raises(NotAllowed, match="only the client takes it back"):
        counter.write("2020-01-08", 7, Kind.WITHDRAWN, over=correction.seq, omdat="klopt niet")
    with pytest.raises(InputError, match="there is no entry 99"):
        counter.write("2020-01-08", 7, Kind.CORRECTION, role=Role.CLIENT, over=99, tekst="Dit klopt niet.")


def test_a_client_takes_back_what_is_theirs_or_of_both_and_nothing_that_the_town_noticed(counter: Counter) -> None:
    """Whichever door it comes through: the page, a command, another program."""
    counter.open("2020-01-06", 7)
    noted = counter.write("2020-01-06", 7, Kind.SUMMARY, tekst="Wil werken in de zorg.")
    with pytest.raises(NotAllowed, match=f"Entry {noted.seq} was written by the municipality.*puts the own view beside it"):
        counter.write("2020-01-07", 7, Kind.WITHDRAWN, role=Role.CLIENT, over=noted.seq, omdat="dit klopt niet")
    said = counter.write("2020-01-07", 7, Kind.CORRECTION, role=Role.CLIENT, over=noted.seq, tekst="Liever in een winkel.")
    counter.write("2020-01-08", 7, Kind.WITHDRAWN, role=Role.CLIENT, over=said.seq, omdat="toch wel")
    counter.write("2020-01-09", 7, Kind.WITHDRAWN, over=noted.seq, omdat="het was van iemand anders")


def test_what_was_agreed_as_support_is_not_there_for_enforcement(trained: tuple[Counter, int]) -> None:
    counter, agreement = trained
    page = dossier_page(counter.on("2020-06-02"), 7, "nl", role=Role.ENFORCEMENT)
    assert "coach" not in page
    with pytest.raises(InputError, match=f"there is no entry {agreement} in this dossier that you may read"):
        counter.write("2020-06-02", 7, Kind.WITHDRAWN, role=Role.ENFORCEMENT, over=agreement, omdat="onderzoek")


def test_an_end_and_a_withdrawal_together_give_the_earlier_of_both(trained: tuple[Counter, int]) -> None:
    counter, agreement = trained
    counter.write("2021-08-20", 7, Kind.WITHDRAWN, actor="n.noor", over=agreement, omdat="De school sluit.",
                  geldt_tot_en_met="2021-10-31", gezien_door="d.dekker")  # fmt: skip
    dossier = dossier_of(counter.on("2021-08-20"), 7, Role.SUPPORT)
    (entry,) = dossier.of(Kind.AGREEMENT)
    assert last_day_of(entry, dossier) == date(2021, 8, 31)
