# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Record what became known: households, wages, estimates and arrangements. All of a file, or nothing of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from werkzaam.app.ledger.delivered import Delivery, read_changes, read_household
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.exit_asked import ask_for_payslips
from werkzaam.app.ledger.exits import no_longer
from werkzaam.app.ledger.home_changes import ask_about
from werkzaam.app.ledger.household_file import CHANGE, HouseholdFile, Known
from werkzaam.app.ledger.new_facts import NewFact, estimate
from werkzaam.app.ledger.periods import refuse_wrong_end
from werkzaam.app.ledger.positions import position_of
from werkzaam.app.ledger.preview import tell_of_contract
from werkzaam.core.digest import digest
from werkzaam.core.errors import InputError, WerkzaamError
from werkzaam.core.months import Month
from werkzaam.ledger.event import Event
from werkzaam.store.accounts import request_account
from werkzaam.store.events import happened, households, open_households
from werkzaam.store.facts import record_fact
from werkzaam.store.people import Representative, record_person, record_representative
from werkzaam.store.writer import Writer


@dataclass
class Recorded:
    """What a delivery added: facts, accounts and representatives, new or there already, and who must look at what."""

    new: int = 0
    already: int = 0
    households: set[int] = field(default_factory=set)
    remarks: list[str] = field(default_factory=list)

    @property
    def changed(self) -> bool:
        """Whether anything was added."""
        return self.new > 0


def record_households(desk: Desk, files: Sequence[Path]) -> Recorded:
    """Record households that are new; raises InputError for what cannot be a household, and then nothing is kept."""
    return open_and_record(desk, [read_household(file) for file in files])


def open_and_record(desk: Desk, deliveries: Sequence[Delivery]) -> Recorded:
    """Record deliveries, also of households that are new."""
    with desk.writes() as writer:
        open_households(desk.database, desk.town.id, [one.household for one in deliveries])
        return _all(desk, writer, deliveries)


def record_changes(desk: Desk, files: Sequence[Path]) -> Recorded:
    """Record estimates and arrangements of known households."""
    known = {number: desk.file(number).persons for number in households(desk.database, desk.town.id)}
    deliveries = [read_changes(file, known) for file in files]
    with desk.writes() as writer:
        return _all(desk, writer, deliveries)


def _all(desk: Desk, writer: Writer, deliveries: Iterable[Delivery]) -> Recorded:
    done = Recorded()
    for delivery in deliveries:
        _record(desk, writer, delivery, done)
    return done


def _record(desk: Desk, writer: Writer, delivery: Delivery, done: Recorded) -> None:
    """One household's part of a delivery; its whole file is read as a case first, so that what cannot be right is refused."""
    household = delivery.household
    for person in delivery.persons:
        record_person(writer, household, person.number, name=person.name, born=person.born)
    file = desk.file(household)
    instead = {one.key: _estimated(file, one) for one in delivery.facts}
    new = [one for one in delivery.facts if not _there(desk, household, one, instead[one.key])]
    check(desk, _without(file, [instead[one.key] for one in new]), new, delivery.file)
    done.already += len(delivery.facts) - len(new)
    for fact in new:
        if fact.row.get("soort") == "einde_bijstand":
            refuse_wrong_end(fact.row["tot"], position_of(desk, household).latest)
            no_longer(desk, writer, household, f"einde_bijstand {fact.row['tot']}")
        before = instead[fact.key]
        key = f"{fact.key} instead of {before.hseq}" if before else fact.key  # A, B and A again are three estimates.
        record_fact(writer, household, fact.fact(before.hseq if before else None), idem_key=key)
        done.new += 1
        done.households.add(household)
        if fact.row.get("soort") == "einde_bijstand":
            ask_for_payslips(desk, writer, file, fact.row["tot"])
        elif fact.row.get("soort") == "contract":
            tell_of_contract(desk, writer, household, fact)
        elif fact.row.get("soort") == CHANGE:
            ask_about(writer, desk.file(household), fact)
    _count_beside(_beside(writer, delivery), household, done)


def _count_beside(made: Iterable[Event | None], household: int, done: Recorded) -> None:
    for event in made:
        if event is None:
            done.already += 1
        else:
            done.new += 1
            done.households.add(household)


def _beside(writer: Writer, delivery: Delivery) -> Iterator[Event | None]:
    """The accounts and representatives of a delivery; None for each that was there already."""
    household = delivery.household
    for account in delivery.accounts:
        yield request_account(writer, household, payee=account.payee, holder=account.holder, iban=account.iban,
                              from_day=account.since, evidence=delivery.file)  # fmt: skip
    for one in delivery.representatives:
        known = Representative(one.person, one.role, one.name, one.rights, one.since, delivery.file, one.until)
        key = f"representative {digest('representative', one.person, one.role, one.name, one.since.isoformat())}"
        yield record_representative(writer, household, known, idem_key=key)


def _there(desk: Desk, household: int, fact: NewFact, before: Known | None) -> bool:
    """Whether this was recorded; of a month that was estimated, whether the estimate that stands says the same."""
    if before is not None and fact.person is not None:
        return estimate(before.row, fact.person).key == fact.key
    return happened(desk.database, desk.town.id, household, fact.key)


def _estimated(file: HouseholdFile, fact: NewFact) -> Known | None:
    """The estimate that stands of the month and job of a new one: the new one takes its place."""
    if fact.kind != "estimate":
        return None
    same = ("persoon", "baan", "maand")
    return next((one for one in file.of("estimate") if all(one.row.get(key) == fact.row.get(key) for key in same)), None)


def _without(file: HouseholdFile, gone: Sequence[Known | None]) -> HouseholdFile:
    """What is known when other rows take the place of some."""
    return replace(file, known=tuple(replace(one, superseded=one.hseq) if one in gone else one for one in file.known))


def check(desk: Desk, file: HouseholdFile, new: Sequence[NewFact], where: str) -> None:
    """Read the file with the new rows as a case; raises InputError saying what cannot be right with them."""
    last = max((one.hseq for one in file.known), default=0)
    rows = [Known(last + at, one.kind, one.row, desk.moment, one.source) for at, one in enumerate(new, 1)]
    whole = HouseholdFile(file.municipality, file.household, (*file.known, *rows))
    try:
        whole.case(max(whole.first_month, Month.of_day(desk.today)), desk.facts, desk.regime)
    except WerkzaamError as error:
        raise InputError(f"Nothing of this file was recorded. {error}", file=where) from error
