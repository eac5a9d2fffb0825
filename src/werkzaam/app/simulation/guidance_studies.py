# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Studies of guidance on the same people with the same luck: other caseloads (R-244), and a budget for education (R-256).

Each prints the assumptions that its answer rests on. What an extra contact or a course does for work is not known, and by default
it is nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

import numpy as np

from werkzaam.app import markdown
from werkzaam.app.simulation.guidance import NAMES, PARTS, Contacts, amsterdam_norms, shown
from werkzaam.casework.team_view import LASTING_MONTHS
from werkzaam.core.money import format_euro
from werkzaam.simulation.assumption import Assumptions
from werkzaam.simulation.education import education_of
from werkzaam.simulation.labour import Contract
from werkzaam.simulation.life import Lived, World, live
from werkzaam.simulation.people import Ints, People, Truths
from werkzaam.simulation.record import record

CASELOADS = (55, 300)
"""The middle of the caseload of the experiment, and regular (A-14, A-15)."""
EFFECT = "effect.per_contact"


@dataclass(frozen=True, slots=True)
class Caseload:
    """What a caseload gives per row: contacts a year and client, months with work of all months, and who has left in the end."""

    clients: int
    contacts: tuple[Fraction | None, ...]
    works: tuple[Fraction | None, ...]
    left: tuple[Fraction | None, ...]


def caseloads(people: People, world: World, given: Assumptions, seed: int, of: Sequence[int] = CASELOADS) -> list[Caseload]:
    """The same life once for each caseload, with the effect of a contact that `effect.per_contact` assumes."""
    span = world.money.span
    options = replace(world.options, per_contact=given.number(EFFECT))
    found = []
    for clients in of:
        norms = amsterdam_norms(given, span, caseload=clients)
        lived = record(people, live(people, replace(world, norms=norms, options=options), seed), len(list(span)))
        contacts, last = Contacts(lived, span), span.last or span.first
        rows = range(len(PARTS))
        found.append(Caseload(
            clients, tuple(contacts.a_year(row, span.first, last) for row in rows),
            tuple(share(lived["works"] > 0, np.broadcast_to(people.arm == row, lived["works"].shape)) for row in rows),
            tuple(share(lived["left"][-1] > 0, people.arm == row) for row in rows),
        ))  # fmt: skip
    return found


def caseload_text(found: Sequence[Caseload], given: Assumptions, lang: str) -> Iterator[str]:
    """The contacts, work and outflow of each caseload, and what is assumed of a contact."""
    nl = lang == "nl"
    heads = (["inwoners per klantmanager", "groep", "contacten per jaar", "maanden met werk", "uit de bijstand"] if nl
             else ["clients a case manager", "group", "contacts a year", "months with work", "left bijstand"])  # fmt: skip
    rows = ([str(one.clients), NAMES[lang][row], shown(one.contacts[row]), shown(one.works[row]), shown(one.left[row])]
            for one in found for row in range(len(PARTS)) if one.contacts[row] is not None)  # fmt: skip
    yield from markdown.table(heads, rows)
    yield ""
    yield from assumed(given, (EFFECT, "contacts.per_talk"), lang)


def assumed(given: Assumptions, names: Sequence[str], lang: str) -> Iterator[str]:
    """Assumptions as a list: name, value, range and reason."""
    for name in names:
        one = given.given[name]
        values = ", ".join(map(str, one.values))
        says = (f"aangenomen, tussen {one.low} en {one.high}. {one.why_nl}" if lang == "nl"
                else f"assumed, between {one.low} and {one.high}. {one.why_en}")  # fmt: skip
        yield f"- `{name}` = {values} ({one.unit}): {says}"


_EDUCATION = {
    "nl": ["groep", "budget per jaar", "aanvragen", "toegekend", "betaald", "afgerond", "daarna blijvend werk", "blijvend werk"],
    "en": ["group", "budget a year", "requests", "granted", "paid", "completed", "lasting work after", "lasting work"],
}


@dataclass(slots=True)
class Taught:
    """Outcomes of a budget for education, of one row, over all months.

    requests and granted are numbers of courses; `cents` is what the town paid; `completed` people; `lasting_after` people with
    lasting work after a course in the last month; `lasting` the share of all recipients of the row with lasting work then.
    """

    row: int
    budget: int
    requests: int = 0
    granted: int = 0
    cents: int = 0
    completed: int = 0
    lasting_after: int = 0
    lasting: Fraction | None = None


def education(people: People, world: World, given: Assumptions, seed: int, budget: Ints) -> list[Taught]:
    """A life in which each row has its own budget a person and year, in cents (rows,)."""
    options = replace(world.options, education=education_of(given, budget))
    found = [Taught(row, int(cents)) for row, cents in enumerate(budget) if (people.arm == row).any()]
    last: Lived | None = None
    paid = np.zeros(len(people.person), np.int64)
    for last in live(people, replace(world, options=options), seed):
        learning = last.beside.learning if last.beside is not None else None
        assert learning is not None  # The option is on.
        paid, before = learning.spent.copy(), paid
        for one in found:
            own = people.arm[people.household] == one.row
            one.requests += int(learning.asked[own].sum())
            one.granted += int(learning.granted[own].sum())
            one.completed += int(learning.completed[own].sum())
            one.cents += int(np.where(learning.granted, paid - np.where(paid < before, 0, before), 0)[own].sum())
            one.lasting_after = int(learning.lasting[own].sum())
    for one in found if last is not None else ():
        one.lasting = share(_lasting(last, people), people.arm == one.row)
    return found


def education_text(found: Sequence[Taught], given: Assumptions, lang: str) -> Iterator[str]:
    """The outcomes of each row, and what they rest on."""
    rows = ([NAMES[lang][one.row], _euros(one.budget, lang), str(one.requests), str(one.granted), _euros(one.cents, lang),
             str(one.completed), str(one.lasting_after), shown(one.lasting)] for one in found)  # fmt: skip
    yield from markdown.table(_EDUCATION[lang], rows)
    yield ""
    yield from assumed(given, ("education.asks", "education.costs", "education.completes", "education.finding"), lang)


def share(which: Truths, of: Truths) -> Fraction | None:
    """The share of some; None when there are none."""
    return Fraction(int((which & of).sum()), int(of.sum())) if of.any() else None


def _lasting(last: Lived | None, people: People) -> Truths:
    """Recipients with work of six months or without an end."""
    assert last is not None  # A life has a month.
    first, work = people.first[:-1], last.work
    long = (work.months[first] >= LASTING_MONTHS) | (work.contract[first] == Contract.FIXED)
    return np.asarray((work.contract[first] > 0) & long)


def _euros(cents: int, lang: str) -> str:
    return f"€ {format_euro(cents, lang)}"
