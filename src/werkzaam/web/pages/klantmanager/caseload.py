# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Whether a caseload allows what was promised: the meter, and all that was promised and done, as tables and pictures."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpResponse

from werkzaam.app.casework.caseload_tables import Head, Item, Note, Pairs, Table, Writer, sections
from werkzaam.app.casework.meter import Meter, Meters, meters, team_of, teams
from werkzaam.app.casework.offices import office_of
from werkzaam.web.door import door
from werkzaam.web.pages.klantmanager.who import DESK
from werkzaam.web.roles import Role
from werkzaam.web.visit import Visit


@door(DESK)
def caseload(visit: Visit) -> HttpResponse:
    """The meter of one's own team; who leads chooses the team."""
    office = office_of(visit.desk)
    known = teams(office)
    asked = visit.request.GET.get("team", "")
    own = team_of(office, visit.account.actor) if visit.role is Role.KLANTMANAGER else (asked if asked in known else None)
    team = own or (known[0] if known and visit.role is Role.TEAMLEIDER else None)
    if team is None:
        return visit.page("klantmanager/caseload_none.html")
    found = meters(visit.desk, team, visit.lang)
    return visit.page("klantmanager/caseload.html", {
        "found": found, "team": team, "teams": known if visit.role is Role.TEAMLEIDER else (), "mine": _mine(visit, found),
        "write": Writer(found.page, visit.lang), "sections": [_shown(one) for one in sections(found.page, visit.lang)[1:]],
        "shown_numbers": _numbers(visit, found),
    })  # fmt: skip


def _mine(visit: Visit, found: Meters) -> list[tuple[str, str, Meter]]:
    """Whose own load is shown: a case manager's own; to who leads, of everybody in the order of the alphabet."""
    return [one for one in found.people if visit.role is Role.TEAMLEIDER or one[1] == visit.account.actor]


def _shown(section: Sequence[Item]) -> tuple[str, list[tuple[str, object]]]:
    """The title of a section, and its items each with what it is."""
    kinds = {Head: "head", Note: "note", Table: "table", Pairs: "pairs"}
    title = next((one.text for one in section if isinstance(one, Head)), "")
    return title, [(kinds[type(one)], one) for one in section[1:] if type(one) in kinds]


def _numbers(visit: Visit, found: Meters) -> dict[str, object]:
    """The numbers of the meters, as people read them."""
    write = Writer(found.page, visit.lang)
    hours = found.team.hours
    rows = [("", found.team), *((name, meter) for name, _, meter in _mine(visit, found))]
    return {
        "rows": [{"name": name, "clients": one.load.count, "positions": write.number(one.load.positions),
                  "a_position": write.number(one.load.a_position), "asked": write.asked(one.load),
                  "standing": write.word(one.load.standing.value)} for name, one in rows],
        "there": write.number(hours.there, 0) if hours else "", "promised": write.number(hours.promised, 0) if hours else "",
        "short": write.number(hours.short, 0) if hours and hours.short else "", "weeks": hours.weeks if hours else 0,
        "unstated": hours.unstated if hours else 0,
        "value": int(hours.promised) if hours else 0, "most": max(int(hours.there), int(hours.promised), 1) if hours else 1,
        "high": int(hours.there) if hours else 1,
    }  # fmt: skip
