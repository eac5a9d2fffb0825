# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Who somebody is at a door, and how they stand to the household that a page is about."""

from __future__ import annotations

from enum import Enum

from werkzaam.casework.entry import Role as Capacity


class Role(Enum):
    """The role of an account; one account has one role. The value is what is stored and what an identity provider sends."""

    INWONER = "inwoner"
    BEWINDVOERDER = "bewindvoerder"
    KLANTMANAGER = "klantmanager"
    TEAMLEIDER = "teamleider"
    INKOMENSCONSULENT = "inkomensconsulent"
    HANDHAVER = "handhaver"
    WERKGEVER = "werkgever"
    ONDERZOEKER = "onderzoeker"
    BEHEERDER = "beheerder"


class Relation(Enum):
    """How an account stands to a household on a day."""

    SELF = "self"
    """It is their own."""
    READS = "reads"
    """They represent somebody of it, and may read."""
    ACTS = "acts"
    """They represent somebody of it, and may read and act."""
    CASELOAD = "caseload"
    """Somebody of it is their client today, or that of a colleague they stand in for."""
    TOWN = "town"
    """They work for the town, and it is nobody's they know."""
    NONE = "none"
    """Nothing ties them: not theirs, another town's, or a mandate that has ended or not begun."""


STAFF = frozenset({Role.KLANTMANAGER, Role.TEAMLEIDER, Role.INKOMENSCONSULENT, Role.HANDHAVER, Role.BEHEERDER})
"""Who works for the town."""

CAPACITY = {
    Role.INWONER: Capacity.CLIENT,
    Role.BEWINDVOERDER: Capacity.CLIENT,
    Role.KLANTMANAGER: Capacity.SUPPORT,
    Role.TEAMLEIDER: Capacity.LEAD,
    Role.INKOMENSCONSULENT: Capacity.INCOME,
    Role.HANDHAVER: Capacity.ENFORCEMENT,
}
"""In which capacity a role reads and writes a dossier; a role that is not here has none."""
