# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The comparison as JSON: amounts in whole cents, shares as fractions in text, and null for what is not stated."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import Any

from werkzaam.app.casework.towns.aspects import answers
from werkzaam.app.casework.towns.compare import Line, Town, TownsCompared, month_of
from werkzaam.app.casework.towns.demand import Demand, Price
from werkzaam.app.casework.towns.money import Kept

FORMAT = "werkzaam.compare/1"


def towns_json(done: TownsCompared) -> str:
    """All of the comparison as one document."""
    asked = done.asked
    document = {
        "format": FORMAT, "unit": "cent", "month": str(month_of(asked)), "clients": asked.clients,
        "invited": asked.behaviour.invited, "absent": str(asked.behaviour.absent), "called_off": str(asked.behaviour.called_off),
        "prices": dict(asked.prices), "towns": [_town(one, done) for one in done.towns],
    }  # fmt: skip
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _town(town: Town, done: TownsCompared) -> dict[str, Any]:
    one, month = town.named, month_of(done.asked)
    return {
        "asked": one.asked, "regime": one.id, "kind": one.regime.kind, "municipality": one.regime.municipality,
        "country": one.regime.land, "others": list(one.instead_of),
        "source": None if one.guidance is None else one.guidance.source,
        "aspects": {lang: answers(one, month, lang) for lang in ("nl", "en")},
        "demand": _demand(town.demand), "households": [_line(line) for line in town.lines],
    }  # fmt: skip


def _demand(demand: Demand) -> dict[str, Any]:
    run = demand.run
    rounds = None if run is None else [
        {"step": one.step.code, "action": one.step.action, "people": str(one.people), "absent": str(one.absent),
         "called_off": str(one.called_off)} for one in run.rounds
    ]  # fmt: skip
    ends = None if run is None else {
        "measures_at_most": str(run.measures), "home_visits": str(run.visits), "left_in_peace": str(run.unanswered)
    }  # fmt: skip
    return {
        "positions": [_text(demand.positions_least), _text(demand.positions_most)], "talks": demand.talks, "ladder": rounds,
        "ladder_ends": ends,
        "cost": {"positions": [_price(one) for one in demand.cost_positions], "talks": _price(demand.cost_talks),
                 "invitations": _price(demand.cost_invitations)},
    }  # fmt: skip


def _line(line: Line) -> dict[str, Any]:
    found, money = line.follows, line.money
    told: dict[str, Any] = {"household": line.household.name}
    if isinstance(money, Kept):
        told |= {"status": "computed", "total": money.total, "kept": money.kept, "kept_per_hour": money.per_hour}
    else:
        missing = ["net_share"] if money.needs_net_share else list(money.unstated)
        told |= {"status": "missing_parameter" if missing else "refused", "missing": missing, "reason": money.reason}
    return told | {
        "next_step": None if found.step is None else found.step.code, "ladder_over": found.over,
        "contact": None if found.contact is None else found.contact.value,
        "activities_counted": found.counted, "activities_not_counted": found.uncounted,
        "wishes_named": found.offered, "wishes_not_named": found.unnamed,
    }  # fmt: skip


def _text(number: Fraction | None) -> str | None:
    return None if number is None else str(number)


def _price(price: Price) -> dict[str, Any] | None:
    """Null where the amount of it is not stated; otherwise cents, or the price that is missing."""
    if price is None:
        return None
    return {"cents": None, "missing_price": price} if isinstance(price, str) else {"cents": price, "missing_price": None}
