# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What client and case manager agreed decides when they talk next, and how seldom is not neglect."""

from __future__ import annotations

from datetime import date

import pytest

from tests.casework.people import dossier, entered, talked
from werkzaam.casework.due import Reason
from werkzaam.casework.entry import Entry, Kind, Role
from werkzaam.casework.frequency import FORM, agreement_of, as_agreed, dues, judge, next_talk
from werkzaam.casework.notions import due_of
from werkzaam.casework.office import Office
from werkzaam.core.errors import InputError, NotAllowed


def on(day: str) -> Office:
    return Office(date.fromisoformat(day))


def asked(day: str, role: Role = Role.SUPPORT, **raw: object) -> Entry:
    return Entry(1, Kind.FREQUENCY, date.fromisoformat(day), role, "w0", FORM.read(raw))


@pytest.mark.parametrize(
    ("agreed", "code"), [({"weeks": 1}, "agreed_week"), ({"months": 1}, "agreed_month"), ({"months": 2}, "agreed_months")]
)
def test_every_week_and_every_month_are_said_without_a_number(agreed: dict[str, int], code: str) -> None:
    one = talked(entered(dossier(), Kind.FREQUENCY, "2019-02-01", together=True, **agreed), "2019-02-01")
    (due,) = due_of(one, on("2019-02-01"))
    assert due.code == code


@pytest.mark.requirement("R-030")
def test_every_six_weeks_from_the_first_of_february_gives_the_fifteenth_of_march() -> None:
    one = talked(entered(dossier(), Kind.FREQUENCY, "2019-02-01", weeks=6, together=True), "2019-02-01")
    (due,) = due_of(one, on("2019-02-01"))
    assert (due.code, due.by, due.reason) == ("agreed_weeks", date(2019, 3, 15), Reason.PROMISE)
    later = talked(one, "2019-02-20", initiator="inwoner")
    assert due_of(later, on("2019-02-20"))[0].by == date(2019, 4, 3)


@pytest.mark.requirement("R-031")
def test_lowered_because_of_the_maximum_is_not_overdue_before_month_six_and_counts_as_agreed() -> None:
    one = talked(entered(dossier(), Kind.FREQUENCY, "2019-01-07", months=2, together=True), "2019-01-07")
    lower = asked("2019-02-04", maanden="6", samen="ja", grond="aan_maximum")
    assert not list(judge(lower, one, on("2019-02-04")))
    lowered = entered(one, Kind.FREQUENCY, "2019-02-04", **lower.body)
    for day in ("2019-03-08", "2019-08-03"):
        assert not [due for due in due_of(lowered, on(day)) if due.by < on(day).today]
        assert as_agreed(lowered, on(day).today) is True
    assert [due.by for due in due_of(lowered, on("2019-08-05"))] == [date(2019, 8, 4)]
    assert as_agreed(lowered, date(2019, 8, 5)) is False
    assert as_agreed(one, date(2019, 3, 8)) is False, "without the lower agreement the same day is overdue"


def test_less_often_needs_its_ground_and_more_often_needs_none() -> None:
    one = entered(dossier(), Kind.FREQUENCY, "2019-01-07", weeks=8, together=True)
    with pytest.raises(InputError, match="grond: you talk less often"):
        list(judge(asked("2019-02-04", maanden="3", samen="ja"), one, on("2019-02-04")))
    assert not list(judge(asked("2019-02-04", weken="2", samen="ja"), one, on("2019-02-04")))


def test_weeks_or_months_and_never_both() -> None:
    for raw in ({"samen": "ja"}, {"samen": "ja", "weken": "6", "maanden": "2"}):
        with pytest.raises(InputError, match="one of the two"):
            list(judge(asked("2019-02-04", **raw), dossier(), on("2019-02-04")))


def test_who_decides_is_what_the_regime_says() -> None:
    with pytest.raises(NotAllowed, match="decide together"):
        list(judge(asked("2019-02-04", weken="6", samen="nee"), dossier(), on("2019-02-04")))
    own = dossier(part="ams_self_direction")
    with pytest.raises(NotAllowed, match="the client decides"):
        list(judge(asked("2019-02-04", weken="6", samen="nee"), own, on("2019-02-04")))
    assert not list(judge(asked("2019-02-04", Role.CLIENT, weken="6", samen="nee"), own, on("2019-02-04")))
    assert not list(judge(asked("2019-02-04", weken="6", samen="nee"), dossier(part="ams_comparison"), on("2019-02-04")))


def test_without_an_agreement_one_is_asked_for_and_again_when_it_ended() -> None:
    (due,) = dues(dossier(), on("2018-03-10"))
    assert (due.code, due.by) == ("agree_frequency", date(2018, 3, 29))
    ended = entered(dossier(), Kind.FREQUENCY, "2018-04-01", until="2018-12-31", weeks=6, together=True)
    assert [due.code for due in dues(ended, on("2018-12-31"))] == ["agreed_weeks"]
    (due,) = dues(ended, on("2019-01-01"))
    assert (due.code, due.by) == ("agree_frequency", date(2018, 12, 31))


def test_what_was_withdrawn_holds_no_more() -> None:
    one = entered(dossier(), Kind.FREQUENCY, "2019-01-07", weeks=8, together=True)
    assert next_talk(one, agreement_of(one, date(2019, 2, 1))) == date(2019, 3, 4)
    gone = entered(one, Kind.WITHDRAWN, "2019-02-01", about=one.entries[-1].seq)
    assert agreement_of(gone, date(2019, 2, 1)) is None
