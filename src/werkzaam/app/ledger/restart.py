# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Coming back with known data: a form that asks income and changes only, and the new period it begins (R-081)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.household_file import HouseholdFile
from werkzaam.app.ledger.new_facts import begun_again
from werkzaam.app.ledger.periods import last_with_bijstand, restart_until
from werkzaam.app.ledger.positions import position_of
from werkzaam.app.text_layout import day_text, euro, heading, paragraph
from werkzaam.app.texts.ledger import WORDS
from werkzaam.core.errors import InputError
from werkzaam.core.money import parse_euro
from werkzaam.core.months import Month
from werkzaam.store.accounts import accounts_on
from werkzaam.store.facts import record_fact


@dataclass(frozen=True, slots=True)
class Field:
    """One line of the form: what it is about, what is known, and whether the person must say something."""

    name: str
    known: tuple[str, ...]
    asked: bool = False


@dataclass(frozen=True, slots=True)
class RestartForm:
    """The form of a household for a month, with the last month with bijstand before it."""

    household: int
    month: Month
    last: Month
    fields: tuple[Field, ...]


def restart_form(desk: Desk, household: int, month: Month, lang: str) -> RestartForm:
    """The form, filled in with what is known; raises InputError where bijstand did not end, or ended too long ago."""
    file, latest = desk.file(household), position_of(desk, household).latest
    if file.course.last is not None:
        raise InputError(f"After {file.course.last} nobody is left in household {household} whom the bijstand is about; whoever "
                         "asks for bijstand is a new household.")  # fmt: skip
    first, ended = file.periods[-1]
    last = last_with_bijstand(latest) if ended in latest else ended  # What is not decided yet may still pay something.
    if ended is None or last is None:
        raise InputError(f"No end of bijstand is recorded of household {household} (its period began in {first}): its months go "
                         "on as they are, and nothing has to be asked again.")  # fmt: skip
    if month <= ended:
        raise InputError(f"Bijstand of household {household} ended after {ended}; it can go on from {ended + 1}.")
    if max(desk.today, month.first_day) > restart_until(last):
        raise InputError(f"The last month with bijstand of household {household} was {last}: known data could be used until "
                         f"{restart_until(last)}. A new application is needed.")  # fmt: skip
    return RestartForm(household, month, last, tuple(_fields(desk, file, month, lang)))


def restart(desk: Desk, household: int, month: Month, lang: str) -> RestartForm:
    """Begin the new period, when the person confirmed the form. Raises InputError as `restart_form` does.

    Months between the two periods stay without a decision; see decision 0090.
    """
    form = restart_form(desk, household, month, lang)
    fact = begun_again(month.first_day)
    with desk.writes() as writer:
        record_fact(writer, household, fact.fact(), idem_key=fact.key)
    return form


def _fields(desk: Desk, file: HouseholdFile, month: Month, lang: str) -> Iterator[Field]:
    """What is known, line by line; only income and changes ask for an answer."""
    home = [str(value) for one in file.of("household") for value in one.row["huishouden"].values()]
    yield Field("home", tuple(home))
    yield Field("persons", tuple(f"{row['naam']} ({day_text(row['geboortedatum'], lang)})" for row in file.person_rows))
    accounts = accounts_on(desk.database, desk.town.id, desk.today, file.household)
    yield Field("accounts", tuple(f"{one.holder}, ... {one.iban[-4:]}" for one in accounts.values()))
    agreed = (one.row for one in file.of("arrangement") if one.row["soort"] == "vaste_betaling")
    yield Field("agreed", tuple(f"{row['naam']}: {euro(row['cents'], lang)}" for row in agreed))
    yield Field("income", tuple(_income(file, month, lang)), asked=True)
    yield Field("changes", (), asked=True)


def _income(file: HouseholdFile, month: Month, lang: str) -> Iterator[str]:
    """Wages and other income that are known of the month."""
    for one in file.of("wage", "correction", "income"):
        if month in one.months:
            name, amount = one.row.get("baan", one.row.get("naam", "")), one.row.get("netto", one.row.get("bedrag", "0"))
            yield f"{name}: {euro(parse_euro(str(amount)), lang)} ({one.source})"


def form_text(form: RestartForm, lang: str) -> str:
    """The form as text: what is known, and then the two questions."""
    words = WORDS[lang]
    lines = [*heading(words["restart"].format(household=form.household, month=form.month.name(lang))), ""]
    lines += [*paragraph(words["restart_known"].format(last=form.last.name(lang))), ""]
    for one in form.fields:
        known = "; ".join(one.known) or words["restart_nothing"]
        if one.asked:
            lines += ["", *paragraph(words[f"restart_{one.name}"].format(month=form.month.name(lang), known=known))]
        elif one.known:
            lines += paragraph(f"{words[f'restart_{one.name}']}: {known}", hanging="    ")
    return "\n".join(lines) + "\n"
