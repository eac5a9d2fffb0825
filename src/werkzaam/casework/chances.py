# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Which published groups somebody resembles, by age, sex, household and time on benefit: to judge chances, never to decide.

Nothing here knows a regime, an arm or a case manager, so nothing here can put anybody anywhere (R-123, R-257). Where somebody or
their parents were born is not asked: there is no field for it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum


class Sex(Enum):
    """As somebody says it; the value is what is typed."""

    MAN = "man"
    WOMAN = "vrouw"


class Home(Enum):
    """Who somebody lives with; the value is what is typed."""

    SINGLE = "alleen"
    LONE_PARENT = "alleenstaande_ouder"
    COUPLE = "paar_zonder_kinderen"
    COUPLE_WITH_CHILDREN = "paar_met_kinderen"


class Group(Enum):
    """A group of which results were published; the value is its name among the published figures."""

    EVERYBODY = "everybody"
    SINGLE_MEN = "single_men"
    WOMEN_IN_A_FAMILY = "women_in_a_family"


@dataclass(frozen=True, slots=True)
class Traits:
    """The four characteristics of the sheet (R-258); None is not known, and then no group rests on it."""

    age: int | None = None
    sex: Sex | None = None
    home: Home | None = None
    months_on_benefit: int | None = None


def age_on(born: date, day: date) -> int:
    """Whole years of age on a day."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def resembles(traits: Traits) -> tuple[Group, ...]:
    """The published groups that somebody belongs to, everybody first.

    The report does not say who makes a family; a woman who lives with a partner or a child is shown that group with this remark.
    """
    found = [Group.EVERYBODY]
    if traits.sex is Sex.MAN and traits.home is Home.SINGLE:
        found.append(Group.SINGLE_MEN)
    if traits.sex is Sex.WOMAN and traits.home not in (None, Home.SINGLE):
        found.append(Group.WOMEN_IN_A_FAMILY)
    return tuple(found)
