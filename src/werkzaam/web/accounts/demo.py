# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Accounts to look around with in the invented town; their passwords are printed, so they never exist in production."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth.hashers import make_password

from werkzaam.core.errors import NotAllowed
from werkzaam.web.accounts.models import Account
from werkzaam.web.roles import Role
from werkzaam.web.site import site

PASSWORD = "voorbeeld"  # noqa: S105 - of invented people, refused in production.


@dataclass(frozen=True, slots=True)
class DemoAccount:
    """One account of the demo."""

    login: str
    role: Role
    name: str
    person: int | None = None
    household: int | None = None
    acts_as: str = ""


DEMO_ACCOUNTS = (
    DemoAccount("samira", Role.INWONER, "Samira", 1001, 101),
    DemoAccount("jan", Role.INWONER, "Jan", 1002, 102),
    DemoAccount("amina", Role.INWONER, "Amina", 1003, 102),
    DemoAccount("evelyn", Role.INWONER, "Evelyn", 1004, 103),
    DemoAccount("rabia", Role.INWONER, "Rabia", 1005, 104),
    DemoAccount("fred", Role.INWONER, "Fred", 1006, 105),
    DemoAccount("max", Role.INWONER, "Max", 1007, 106),
    DemoAccount("noor", Role.INWONER, "Noor", 1008, 107),
    DemoAccount("hassan", Role.INWONER, "Hassan", 1009, 108),
    DemoAccount("marja", Role.INWONER, "Marja", 1010, 109),
    DemoAccount("helder", Role.BEWINDVOERDER, "Bewind Helder", acts_as="Bewind Helder"),
    DemoAccount("buurthuis", Role.BEWINDVOERDER, "Buurthuis Oost", acts_as="Buurthuis Oost"),
    DemoAccount("karin", Role.KLANTMANAGER, "Karin Demir", acts_as="k.demir"),
    DemoAccount("peter", Role.KLANTMANAGER, "Peter Visser", acts_as="p.visser"),
    DemoAccount("tess", Role.TEAMLEIDER, "Tess Leeuw", acts_as="t.leeuw"),
    DemoAccount("anna", Role.INKOMENSCONSULENT, "Anna Maas", acts_as="a.maas"),
    DemoAccount("sevda", Role.INKOMENSCONSULENT, "Sevda Yilmaz", acts_as="s.yilmaz"),
    DemoAccount("henk", Role.HANDHAVER, "Henk Post", acts_as="h.post"),
    DemoAccount("bakkerij", Role.WERKGEVER, "Bakkerij Zon", acts_as="Bakkerij Zon"),
    DemoAccount("rosa", Role.ONDERZOEKER, "Rosa Kaya", acts_as="r.kaya"),
    DemoAccount("milan", Role.ONDERZOEKER, "Milan de Vries", acts_as="m.devries"),
    DemoAccount("bo", Role.BEHEERDER, "Bo Smits", acts_as="b.smits"),
)


def make_demo_accounts() -> None:
    """Make those that are not there; raises NotAllowed outside a demo."""
    here = site()
    if not here.environment.demo:
        raise NotAllowed("Accounts with printed passwords are for a demo only, and this server is not one (WERKZAAM_MODE).")
    hashed = make_password(PASSWORD)  # Once: the password is printed, so that a salt for each account guards nothing.
    for one in DEMO_ACCOUNTS:
        if Account.objects.filter(login=one.login).exists():
            continue
        account = Account(login=one.login, role=one.role.value, municipality=here.town.id, name=one.name, person=one.person,
                          household=one.household, acts_as=one.acts_as, password=hashed)  # fmt: skip
        account.save()
