# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Being abroad for a while: told and not asked, as long as it stays within what the law leaves free (R-144).

Each day away counts, the first and the last too, in the calendar year that it lies in. Longer is not refused: it is looked at
with the client before the journey, because days above the limit are days without bijstand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from werkzaam.casework.dossier import Dossier
from werkzaam.casework.due import Due, Reason
from werkzaam.casework.entry import Entry, Kind, Role
from werkzaam.casework.form import Field, FieldKind, Form
from werkzaam.casework.notion import Notion, Remark
from werkzaam.casework.office import Office
from werkzaam.casework.reading import withdrawn
from werkzaam.casework.standing import day_of
from werkzaam.core.errors import InputError
from werkzaam.facts.working_days import working_days_after

FORM = Form(
    Kind.ABROAD, "abroad tell", "tell that the client will be abroad",
    (
        Field("first", "van", FieldKind.DAY, "the first day abroad", True),
        Field("last", "tot", FieldKind.DAY, "the last day abroad", True),
        Field("limit_days", "dagen_vrij", FieldKind.COUNT, "the days of a calendar year that the law leaves free", True, least=1),
        Field("reach", "bereikbaar", FieldKind.TEXT, "how to reach the client there, if the client wants that"),
    ),
    frozenset({Role.CLIENT, Role.SUPPORT}),
)  # fmt: skip


def days_in(year: int, notices: Iterable[Entry]) -> int:
    """The days of a calendar year that somebody is abroad by their notices; a day in two notices counts once."""
    return len({day for one in notices for day in _days(one) if day.year == year})


def _days(notice: Entry) -> Iterator[date]:
    first, last = day_of(notice.body["first"]), day_of(notice.body["last"])
    return (first + timedelta(at) for at in range((last - first).days + 1))


def notices_of(dossier: Dossier) -> list[Entry]:
    """The notices that stand, first to last by the day they begin."""
    stand = (one for one in dossier.of(Kind.ABROAD) if not withdrawn(dossier, one))
    return sorted(stand, key=lambda one: (day_of(one.body["first"]), one.seq))


def over(notice: Entry, notices: Iterable[Entry]) -> int:
    """The days above the limit in the years of a notice, with all that was told before it; 0 within the limit.

    A stay on end is held against the limit as well, also where it lies in two years.
    """
    limit, known = int(str(notice.body["limit_days"])), [one for one in notices if one.seq != notice.seq]
    earlier = [one for one in known if not notice.seq or one.seq < notice.seq]
    years = {day.year for day in _days(notice)}
    most = max(*(days_in(year, [*earlier, notice]) for year in years), sum(1 for _ in _days(notice)))
    return max(most - limit, 0)


def judge(entry: Entry, dossier: Dossier, office: Office) -> Iterable[Remark]:
    """A stay has an end after its beginning and lies ahead; the remark says whether it is free."""
    first, last = day_of(entry.body["first"]), day_of(entry.body["last"])
    if last < first:
        raise InputError(f"tot: a day from {first} on was expected; found {last}.")
    if first < office.today:
        raise InputError(f"van: {first} has been; a stay is told before it begins, so a day from {office.today} on was expected.")
    if (last - first).days > 366:
        raise InputError(f"tot: a day within a year of {first} was expected; found {last}.")
    above, days = over(entry, notices_of(dossier)), (last - first).days + 1
    limit = int(str(entry.body["limit_days"]))
    if above:
        return [Remark("abroad_over", {"days": days, "over": above, "limit": limit, "by": _term(entry, office)})]
    return [Remark("abroad_free", {"days": days, "limit": limit})]


def _term(entry: Entry, office: Office) -> date:
    return working_days_after(entry.day, office.terms.answer_working_days)


def dues(dossier: Dossier, office: Office) -> Iterator[Due]:
    """A talk about a stay that is longer than what is free; for one within the limit there is nothing to do (R-144)."""
    notices = notices_of(dossier)
    for one in notices:
        answered = any(each.kind is Kind.ANSWERED for each in dossier.about(one.seq))
        above = over(one, notices)
        if above and not answered and office.today <= day_of(one.body["last"]):
            yield Due(dossier.person, Reason.QUESTION, "abroad_to_discuss", _term(one, office), f"nr. {one.seq}", True,
                      office.terms.talk_minutes, values={"first": day_of(one.body["first"]), "over": above})  # fmt: skip


NOTION = Notion((FORM,), {Kind.ABROAD: judge}, dues, about=frozenset({Kind.ABROAD}))
