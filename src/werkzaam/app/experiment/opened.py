# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Two people open the arms, and not before the analysis was seen under letters: what was asked and done is in the chain."""

from __future__ import annotations

import json
from dataclasses import dataclass

from werkzaam.app.experiment.enrol import records
from werkzaam.app.experiment.locked_plan import locked
from werkzaam.app.ledger.desk import Desk
from werkzaam.core.digest import digest
from werkzaam.core.errors import NotAllowed
from werkzaam.experiment.design import Design
from werkzaam.experiment.verdict.masked import told_by_size, unmask
from werkzaam.store import observations as kept

MASKED, ASKED, UNMASKED = "masked", "asked", "unmasked"
"""Kinds of what is kept of an analysis: a look under letters, somebody who asks to see the arms, and that two did."""


@dataclass(frozen=True, slots=True)
class Opening:
    """When the analysis was first seen under letters, and when which two people opened the arms; as far as that happened."""

    masked: str = ""
    opened: str = ""
    by: tuple[str, ...] = ()


def opening(desk: Desk, design: Design) -> Opening:
    """How the arms of the locked plan were opened, from the log."""
    plan = locked(desk, design).plan
    own = [one for one in recorded(desk, design) if one.get("plan") == plan]
    masked = min((str(one["day"]) for one in own if one["kind"] == MASKED), default="")
    opened = next((one for one in own if one["kind"] == UNMASKED), None)
    if opened is None:
        return Opening(masked)
    by = opened["by"]
    return Opening(masked, str(opened["day"]), tuple(map(str, by)) if isinstance(by, list) else ())


def seen_masked(desk: Desk, design: Design) -> bool:
    """Whether the locked plan was seen under letters."""
    return _any(desk, design, MASKED)


def may_open(desk: Desk, design: Design) -> bool:
    """Whether the arms may be opened: the plan was seen under letters, or sizes of arms tell them and letters hide nothing."""
    return told_by_size(design) is not None or seen_masked(desk, design)


def is_open(desk: Desk, design: Design) -> bool:
    """Whether two people opened the arms of the locked plan."""
    return _any(desk, design, UNMASKED)


def asked_by(desk: Desk, design: Design) -> tuple[str, ...]:
    """Who asked to see the arms of the locked plan, first to last."""
    plan = locked(desk, design).plan
    return tuple(str(one["by"]) for one in recorded(desk, design) if one["kind"] == ASKED and one["plan"] == plan)


def ask_to_open(desk: Desk, design: Design) -> bool:
    """Who is at the desk asks to see the arms; True when this was the second person, and the arms are open.

    Asking twice is asking once. Raises NotAllowed before the analysis was seen under letters, and when the arms are open.
    """
    if is_open(desk, design):
        raise NotAllowed("Two people opened the arms before; there is nothing more to ask.")
    _need_masked(desk, design)
    others = [one for one in asked_by(desk, design) if one.casefold() != desk.actor.casefold()]
    if others:
        open_arms(desk, design, others[0], desk.actor)
        return True
    record(desk, design, {"kind": ASKED, "plan": locked(desk, design).plan, "by": desk.actor})
    return False


def open_arms(desk: Desk, design: Design, first: str, second: str) -> None:
    """Two people ask to see the arms: an event. Raises NotAllowed before the analysis was seen under letters."""
    names = unmask(first, second)
    held = locked(desk, design)
    _need_masked(desk, design)
    record(desk, design, {"kind": UNMASKED, "plan": held.plan, "by": list(names), "day": str(desk.today)})


def record(desk: Desk, design: Design, content: dict[str, object]) -> None:
    """Keep what was done with an analysis; the same content is kept once."""
    text = json.dumps(content, sort_keys=True, separators=(",", ":"))
    with records(desk, design.id) as recorder:
        kept.record_release(recorder, sha256=digest(text), content=text)


def recorded(desk: Desk, design: Design) -> list[dict[str, object]]:
    """What was done with the analysis of an experiment and let out of it, first to last."""
    return [json.loads(text) for text in kept.releases(desk.database, desk.town.id, design.id).values()]


def _any(desk: Desk, design: Design, kind: str) -> bool:
    plan = locked(desk, design).plan
    return any(one["kind"] == kind and one["plan"] == plan for one in recorded(desk, design))


def _need_masked(desk: Desk, design: Design) -> None:
    if not may_open(desk, design):
        raise NotAllowed("The analysis was not yet seen under letters. Run it masked first; what must be mended is mended then.")
