# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Stories that were tried by somebody who knew only the commands, and that went otherwise than expected once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from tests.casework.a_client import AMSTERDAM, ROTTERDAM, Client, said
from werkzaam.casework.contacts import silent
from werkzaam.casework.due import Reason
from werkzaam.casework.entry import Entry, Kind, Role
from werkzaam.casework.notion import Remark
from werkzaam.casework.notions import FORMS, due_of, judged
from werkzaam.casework.office import Office, Worker
from werkzaam.regime.guidance import guidance_of_part

CALL = {"kanaal": "telefoon", "initiatief": "klantmanager", "soort": "gesprek"}


def logged(client: Client, day: str, **raw: object) -> Sequence[Remark]:
    """What is remarked when a contact is logged."""
    entry = Entry(7, Kind.CONTACT, date.fromisoformat(day), Role.SUPPORT, "j.visser", FORMS[Kind.CONTACT].read({**CALL, **raw}))
    found = judged(entry, client.dossier(day), client.office(day))
    for one in found:
        said(one)
    return found


def aftercare(client: Client, day: str) -> list[tuple[str, str]]:
    found = due_of(client.dossier(day), client.office(day))
    return [(one.code, str(one.by)) for one in found if one.reason is Reason.AFTERCARE]


@pytest.mark.parametrize(("times", "first"), [(1, "2026-03-31"), (2, "2026-03-16"), (4, "2026-03-08"), (8, "2026-03-04")])
def test_aftercare_counts_from_the_day_somebody_left_and_stops_by_itself(times: int, first: str) -> None:
    """Chosen ten days before leaving on 1 March 2026; half a year later nobody is called any more, though nobody was called."""
    client = Client("ams_extra_attention")
    client.write("2026-02-20", Kind.AFTERCARE, gewenst="ja", door="gemeente", keer_per_maand=str(times))
    client.write("2026-03-01", Kind.EXIT, waarom="werk")
    assert aftercare(client, "2026-03-02") == [("aftercare_contact", first)]
    assert aftercare(client, "2026-09-01") == [("aftercare_contact", first)]
    assert aftercare(client, "2026-09-02") == []


def test_who_was_never_asked_about_aftercare_is_not_asked_when_it_is_over() -> None:
    client = Client("ams_extra_attention")
    client.write("2026-03-01", Kind.EXIT, waarom="werk")
    assert [code for code, _ in aftercare(client, "2026-08-31")] == ["aftercare_ask"] * 3
    assert aftercare(client, "2026-09-02") == []


def test_who_left_is_not_among_those_who_were_silent_for_long() -> None:
    here, gone = Client(AMSTERDAM), Client(AMSTERDAM)
    for one in (here, gone):
        one.write("2018-01-10", Kind.GUIDANCE, deel=AMSTERDAM, omdat="regel")
    gone.write("2018-03-01", Kind.EXIT, waarom="werk")
    day = "2019-02-15"
    assert [one.days for one in silent([here.dossier(day), gone.dossier(day)], date(2019, 2, 15))] == [401]


@pytest.mark.parametrize(("times", "next_one"), [(1, "2020-01-06"), (4, "2019-04-06"), (12, "2019-02-06"), (26, "2019-01-20"),
                                                 (52, "2019-01-13")])  # fmt: skip
def test_a_norm_of_more_than_twelve_a_year_is_due_more_often_than_each_month(times: int, next_one: str) -> None:
    guided = guidance_of_part("ams_self_direction")
    assert guided is not None
    client = Client(None, replace(guided, contacts_least=times))
    client.write("2018-12-03", Kind.GUIDANCE, deel="ams_self_direction", omdat="loting")
    first = [one.code for one in due_of(client.dossier("2019-01-02"), client.office("2019-01-02")) if one.reason is Reason.NORM]
    assert first == ["norm_first"], "nobody was in touch, so nothing is said of a last time"
    client.contact("2019-01-06", channel="telefoon")
    (due,) = [one for one in due_of(client.dossier("2019-01-07"), client.office("2019-01-07")) if one.reason is Reason.NORM]
    assert (due.code, str(due.by)) == ("norm", next_one)


def test_who_is_left_in_peace_and_is_called_all_the_same_is_remarked() -> None:
    client = Client(AMSTERDAM)
    client.write("2018-01-22", Kind.REFUSAL, waarvan="contact", blijvend="ja")
    (remark,) = logged(client, "2018-01-26")
    assert (remark.code, remark.values) == ("sought_out_at_rest", {"until": date(2019, 1, 22), "since": date(2018, 1, 22)})
    assert not logged(client, "2018-01-29", initiatief="inwoner")
    harder = Client(ROTTERDAM)
    harder.write("2018-01-22", Kind.REFUSAL, waarvan="contact", blijvend="ja")
    assert not logged(harder, "2018-01-26"), "Rotterdam's rules know no rest"


@pytest.mark.parametrize(
    ("on", "code"),
    [
        ("2026-04-27", "day_holiday"),  # King's Day, a Monday
        ("2026-05-02", "day_weekend"),
        ("2026-04-29", "day_not_theirs"),  # a Wednesday
        ("2026-04-21", "day_away"),
        ("2026-04-28", None),
    ],
)
def test_the_day_of_a_talk_that_nobody_can_mean_is_remarked_and_written(on: str, code: str | None) -> None:
    client, today = Client("ams_extra_attention"), "2026-04-15"
    worker = Worker("j.visser", "Joke", "noord", away=((date(2026, 4, 20), date(2026, 4, 24)),), days=("maandag", "dinsdag"))
    client.office = lambda day: Office(date.fromisoformat(day), {"j.visser": worker})  # type: ignore[method-assign]
    booked = client.write(today, Kind.APPOINTMENT, op=on, kanaal="bezoek", initiatief="klantmanager")
    assert [one.code for one in booked] == ([code] if code else [])
    assert len(client.entries) == 1
    assert [one.code for one in logged(client, on)] == ([code] if code else [])
    assert not logged(client, on, kanaal="post"), "a letter may be read on any day"


def test_an_invitation_for_a_saturday_and_a_no_that_the_rules_do_not_respect_are_remarked() -> None:
    client = Client(ROTTERDAM)
    invited = client.write("2018-01-12", Kind.LADDER_STEP, trede="uitnodiging", afspraak_op="2018-01-20")
    assert [one.code for one in invited] == ["ladder_letter", "day_weekend"]
    assert [one.code for one in client.write("2018-01-15", Kind.REFUSAL, waarvan="contact", blijvend="ja")] == ["refusal_no_rest"]
    assert not client.write("2018-01-16", Kind.REFUSAL, waarvan="contact", blijvend="nee")
