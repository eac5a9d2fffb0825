# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""How an account stands to a person of the ledger today: looked up anew at each request, so that what ended is over at once."""

from __future__ import annotations

from datetime import date

from werkzaam.app.casework.standing_in import is_stand_in
from werkzaam.store.casework import Client, spells_of
from werkzaam.store.database import Database
from werkzaam.store.people import representatives
from werkzaam.web.accounts.models import Account
from werkzaam.web.roles import Relation, Role

_OF_TOWN = frozenset({Role.TEAMLEIDER, Role.INKOMENSCONSULENT, Role.HANDHAVER})


def relation_of(account: Account, client: Client, database: Database, today: date) -> Relation:
    """How an account stands to a client on a day."""
    if account.kind is Role.INWONER:
        return Relation.SELF if account.person == client.person else Relation.NONE
    if account.kind is Role.BEWINDVOERDER:
        return _by_mandate(account, client, database, today)
    if account.kind is Role.KLANTMANAGER:
        spells = spells_of(database, account.municipality, [client.person]).get(client.person, ())
        on = [one for one in spells if one.first <= today and (one.last is None or today <= one.last)]
        own = any(one.worker == account.acts_as for one in on)
        instead = not own and is_stand_in(database, account.municipality, account.acts_as, client.person, today)
        return Relation.CASELOAD if own or instead else Relation.NONE
    return Relation.TOWN if account.kind in _OF_TOWN else Relation.NONE


def _by_mandate(account: Account, client: Client, database: Database, today: date) -> Relation:
    held = [one.representative for one in representatives(database, account.municipality, client.household, on=today)]
    rights = {one.rights for one in held if one.name == account.acts_as and one.person == client.person}
    return Relation.ACTS if "act" in rights else Relation.READS if "read" in rights else Relation.NONE
