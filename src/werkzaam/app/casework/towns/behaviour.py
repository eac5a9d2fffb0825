# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What the same behaviour leads to under a regime: the next step after missed invitations, contact, activities, wishes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from werkzaam.app.casework.towns.households_file import Household
from werkzaam.casework.ladder_run import step_after
from werkzaam.regime.guidance import Guidance, Step

DAYS_A_YEAR = 365


class Contact(Enum):
    """Whether the town still owes a contact that the regime promises."""

    IN_TIME = "in_time"
    OWED = "owed"


@dataclass(frozen=True, slots=True)
class Follows:
    """What follows for a household under a regime; None where a source or the file says nothing.

    `step` comes next, `over` says that the ladder has no further step. `counted` and `uncounted` are the household's activities,
    `offered` and `unnamed` its wishes, as far as the regime names instruments.
    """

    step: Step | None
    over: bool
    contact: Contact | None
    counted: tuple[str, ...] | None
    uncounted: tuple[str, ...] | None
    offered: tuple[str, ...] | None
    unnamed: tuple[str, ...] | None


def follows(guidance: Guidance | None, household: Household) -> Follows:
    """What follows; nothing is derived from a field that no source states."""
    if guidance is None:
        return Follows(None, False, None, None, None, None, None)
    ladder = guidance.ladder if guidance.ladder is not None and guidance.ladder.steps else None
    step = None if ladder is None or household.missed is None else step_after(ladder, household.missed)
    over = ladder is not None and household.missed is not None and step is None
    counted, uncounted = _split(household.activities, guidance.activities, known=_states(guidance, "activities"))
    offered, unnamed = _split(household.wishes, guidance.instruments, known=_states(guidance, "instruments"))
    return Follows(step, over, _contact(guidance, household), counted, uncounted, offered, unnamed)


def _contact(guidance: Guidance, household: Household) -> Contact | None:
    if not guidance.contacts_least or household.days_without_contact is None:
        return None
    return Contact.OWED if household.days_without_contact * guidance.contacts_least > DAYS_A_YEAR else Contact.IN_TIME


def _states(guidance: Guidance, name: str) -> bool:
    return bool(getattr(guidance, name)) or guidance.states(name)


def _split(
    asked: tuple[str, ...], named: tuple[str, ...], *, known: bool
) -> tuple[tuple[str, ...] | None, tuple[str, ...] | None]:  # fmt: skip
    """What of the asked is named, and what is not; education up to a year is education."""
    if not known:
        return None, None
    found = tuple(one for one in asked if any(each == one or each.startswith(f"{one}_") for each in named))
    return found, tuple(one for one in asked if one not in found)
