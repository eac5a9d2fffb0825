# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The caseload page as JSON: shares and means as exact fractions, what is hidden as null, keys that stay the same."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import Any

from werkzaam.app.casework.caseload import CaseloadPage, Group
from werkzaam.app.casework.caseload_text import shown
from werkzaam.casework.caseload import Load
from werkzaam.casework.dose import Dose
from werkzaam.casework.fidelity import Outside
from werkzaam.casework.parked import Parked
from werkzaam.casework.period import Period
from werkzaam.casework.team_view import Seen
from werkzaam.experiment.disclosure.attack import LEAST

FORMAT = "werkzaam.caseload/1"


def caseload_json(page: CaseloadPage) -> str:
    """All of the page as one document."""
    document = {
        "format": FORMAT, "town": page.town, "team": page.team, "period": _period(page.period), "day": str(page.day),
        "hidden_below": LEAST, "loads": [_load(one) for one in page.loads], "loads_in_team": [_load(one) for one in page.own],
        "published": [{"day": str(one.day), "clients": one.clients, "positions": _text(Fraction(one.share, 100)),
                       "clients_a_position": _text(one.a_position)} for one in page.published],
        "talks": {name: {"weeks": one.weeks, "clients": one.clients, "talks": _text(one.talks), "promised": _text(one.promised),
                         "short": _text(one.short), "without_number": one.unstated, "a_client": _text(one.a_client)}
                  for name, one in page.talks.items()},
        "groups": [_group(group) for group in page.groups], "groups_left_out": page.few,
        "contrasts": [{"more": one.more.definition.group, "less": one.less.definition.group, "a_year": _text(one.a_year)}
                      for one in page.contrasts],
        "parked": [_parked(one) for one in page.parked], "measures": [_seen(one) for one in page.view.seen],
        "successes": page.view.successes, "grades": {"count": page.grades.count, "mean": _text(page.grades.mean)},
        "contacts_without_guidance": page.without_part,
    }  # fmt: skip
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _period(period: Period) -> dict[str, str]:
    return {"first": str(period.first), "last": str(period.last)}


def _load(one: Load) -> dict[str, Any]:
    return {
        "name": one.name or None, "clients": one.count, "positions": _text(one.positions), "a_position": _text(one.a_position),
        "asked_least": _text(one.least), "asked_most": _text(one.most), "without_range": one.unweighted,
        "standing": one.standing.value,
    }  # fmt: skip


def _dose(one: Dose) -> dict[str, Any]:
    """A mean number of contacts, never without what it counts."""
    said = one.definition
    return {"group": said.group, "period": _period(said.period), "channels": sorted(said.channels),
            "initiators": sorted(said.initiators), "contacts": one.contacts, "person_years": _text(one.person_years),
            "a_year": _text(one.a_year)}  # fmt: skip


def _group(group: Group) -> dict[str, Any]:
    found, had = group.fidelity, group.continuity
    beyond, one = shown(found.outside, found.judged), shown(had.with_one, had.clients)
    return {
        "part": group.part, "clients": group.people, "contacts": _dose(group.all_contacts), "talks": _dose(group.talks),
        "channels": {name: _dose(each) for name, each in group.channels.items()},
        "initiators": {name: _dose(each) for name, each in group.initiators.items()},
        "quarters": {str(quarter): _dose(each) for quarter, each in group.quarters.items()},
        "topics": {str(quarter): dict(sorted(each.items())) for quarter, each in sorted(group.topics.items())},
        "protocol": {
            "judged": shown(found.judged, found.clients), "outside": beyond, "agreed": shown(found.agreed, found.clients),
            "share_outside": None if beyond is None else _text(found.share_outside),
            "reasons": {reason.value: shown(found.reasons[reason], found.judged) for reason in Outside},
        },
        "promised_and_given": [{"quarter": str(each.quarter), "promised": _text(each.promised), "given": each.done}
                               for each in group.quarterly],
        "case_managers": {"clients": shown(had.clients, group.people), "mean": _text(had.mean) if had.clients >= LEAST else None,
                          "share_with_one": None if one is None else _text(had.share_with_one)},
    }  # fmt: skip


def _parked(one: Parked) -> dict[str, Any]:
    number = shown(one.without, one.clients)
    return {
        "months": one.months,
        "without": number,
        "clients": one.clients,
        "share": None if number is None else _text(one.share),
    }


def _seen(one: Seen) -> dict[str, Any]:
    return {"measure": one.measure.value, "known": one.known, "people": one.people, "of": one.of, "mean": _text(one.mean)}


def _text(number: Fraction | None) -> str | None:
    return None if number is None else str(number)
