# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What somebody contributed in a year, as a statement to take along (R-147)."""

from __future__ import annotations

from dataclasses import dataclass

from werkzaam.app.casework.named import name_of
from werkzaam.app.letters.model import Letter, Row, Said, Section, Table
from werkzaam.app.portal.mijn_reading import Own
from werkzaam.app.texts.web_mijn_more import WORDS
from werkzaam.casework.contribution import told_of, totals
from werkzaam.casework.entry import Entry, Kind
from werkzaam.casework.reading import count_of
from werkzaam.core.errors import InputError


@dataclass(frozen=True, slots=True)
class Contribution:
    """A year: what was told, and the hours by what they were."""

    year: int
    told: tuple[Entry, ...]
    totals: dict[str, int]

    @property
    def hours(self) -> int:
        """All hours together."""
        return sum(self.totals.values())


def contribution_of(own: Own, year: int) -> Contribution:
    """What somebody told of a year."""
    told = tuple(told_of(own.dossier, year))
    return Contribution(year, told, totals(told))


def years_of(own: Own) -> list[int]:
    """The years of which something was told, and this one; the newest first."""
    found = {count_of(one, "year") or own.desk.today.year for one in own.dossier.of(Kind.CONTRIBUTION)}
    return sorted({*found, own.desk.today.year}, reverse=True)


def statement(own: Own, year: int, lang: str) -> Letter:
    """The hours of a year on one page, each kind with its total; raises InputError when nothing was told of it.

    It says what somebody told, and that nobody checked it: it is theirs to show, and claims no more than that.
    """
    found, words, town = contribution_of(own, year), WORDS[lang], own.desk.town
    if not found.told:
        raise InputError(f"jaar: nothing was told of {year}.")
    rows = [Row(words[f"mijn_contribution_{what}"], hours, _hours(hours, lang)) for what, hours in found.totals.items()]
    rows.append(Row(words["mijn_contribution_total"], found.hours, _hours(found.hours, lang), strong=True))
    name = name_of(own.desk, own.dossier.person)
    title = words["mijn_statement_title"].format(name=name, year=year)
    table = Table((words["mijn_statement_what"], words["mijn_statement_hours"]), tuple(rows))
    said = (Said(words["mijn_statement_says"].format(name=name, year=year)),)
    return Letter(
        lang, own.desk.today, title, town.name, (), (), "", "",
        (Section("", said), Section("", table=table), Section("", (Said(words["mijn_statement_told"]),))),
        (words["mijn_statement_thanks"], town.contact, town.name),
        words["mijn_statement_foot"].format(contact=town.contact, phone=town.phone),
    )  # fmt: skip


def _hours(hours: int, lang: str) -> str:
    return f"{hours} {WORDS[lang]['mijn_hours']}"
