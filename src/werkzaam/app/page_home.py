# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The part of a month's page about the norm: who lives in the home, who counts, and how the amount follows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from werkzaam.app.case import Person
from werkzaam.app.page_lines import EQUALS, PLUS, Line, LineMaker
from werkzaam.core.months import Month
from werkzaam.rules.situatie import Huisgenoot

MONTHS_A_YEAR = 12
_TELLING = ("jongeren", "aow_gerechtigden", "in_inrichting_samen", "zonder_recht", "verhoging_18_20")
"""Whatever of these is not zero makes the norm more than one amount of the law."""


def norm(make: LineMaker) -> Iterator[Line]:
    """Housemates with why each counts or not, and the norm by its formula; nothing for who lives alone or as two."""
    housemates = make.case.housemates_in(make.month)
    if not housemates and not any(make.value(name) for name in _TELLING):
        return
    for person in housemates:
        yield _housemate(make, person)
    if make.value("een_in_inrichting"):
        yield from _apart(make)
        return
    yield make.of("basisnorm")
    beside = bool(make.value("zonder_recht"))
    young = any(make.value("jong_met_recht", (person.name,)) for person in make.case.members_in(make.month))
    if make.value("deelt_kosten") and not (beside and young):
        yield from _shared(make)
    elif beside:
        yield make.of("norm_naast_partner")
    else:
        yield make.of("verhoging_18_20", (), PLUS)
        yield make.of("bijstandsnorm", (), EQUALS)


def _apart(make: LineMaker) -> Iterator[Line]:
    """The norm of each as a single person, added (Pw 23(3))."""
    for at, person in enumerate(make.case.members_in(make.month)):
        key = (person.name,)
        if make.value("deelt_alleen", key):
            yield make.of("norm_alleen_kostendeler", key)
        yield make.of("norm_alleen", key, PLUS if at else "", title=person.name)
    yield make.of("bijstandsnorm", (), EQUALS)


def _shared(make: LineMaker) -> Iterator[Line]:
    """The norm per person of who shares the costs of the home (Pw 22a)."""
    for name in ("kostendelers", "rekennorm", "norm_per_persoon"):
        yield make.of(name)
    if not make.value("zonder_recht") and make.value("kostendelersnorm") != make.value("norm_per_persoon"):
        yield make.of("kostendelersnorm")


def norm_line(make: LineMaker) -> Line:
    """The norm; where it is one amount of the law, with the article and the source of that amount."""
    line, amount = make.of("bijstandsnorm"), make.of("basisnorm")
    if any(norm(make)) or line.amount != amount.amount:
        return line
    return replace(line, formula=amount.formula, because=amount.because, law=amount.law, law_url=amount.law_url,
                   version=amount.version, sources=amount.sources, assumed=amount.assumed)  # fmt: skip


def moving(make: LineMaker) -> Iterator[str]:
    """Who came to live here in this month, and does not count yet."""
    for person in make.case.persons:
        first = person.lives_here.spans[0].first
        if person.housemate and first is not None and Month.of_day(first) == make.month and first != make.month.first_day:
            yield make.word("not_yet", name=person.name, day=make.day(first))


def _housemate(make: LineMaker, person: Person) -> Line:
    """One housemate: whether he counts as a cost sharer, and why."""
    key = (person.name,)
    step = make.step("telt_als_kostendeler", key)
    limit = next(value for name, value in step.read.items() if name.startswith("leeftijden."))
    assert isinstance(limit, int)
    reason = {Huisgenoot.HUURDER: "tenant", Huisgenoot.STUDENT: "student"}.get(list(Huisgenoot)[person.inputs["huisgenoot_als"]])
    word = "sharer" if step.value else reason or "too_young"
    said = make.word(word, name=person.name, years=limit // MONTHS_A_YEAR)
    shown = make.word("counts" if step.value else "counts_not")
    return replace(make.of("telt_als_kostendeler", key, title=person.name), shown=shown, sentence=said)
