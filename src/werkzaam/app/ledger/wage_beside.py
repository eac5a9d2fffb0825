# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Which wage that stands a report is about: of the same person, job and days, or of the same period of a wage tax return."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from werkzaam.app.exchange.reported import Question, ReportedWage, Whole
from werkzaam.app.exchange.wage_return import RETURN
from werkzaam.app.ledger.body import Row
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.household_file import WAGE_KEY, HouseholdFile, Known
from werkzaam.core.money import parse_euro
from werkzaam.store.facts import wages_read_in


class Beside:
    """The wages of a household that stand, before a file is taken."""

    def __init__(self, file: HouseholdFile) -> None:
        self._wages = tuple(file.of("wage"))
        self._by_key = {one.wage_key: one for one in self._wages}
        self._by_return = {_in_return(one.row): one for one in self._wages if _in_return(one.row)}

    def same(self, row: Row) -> Known | None:
        """The wage that a report is about.

        A return says of a period what it is about, and may say other days of it later: a job that ended inside of it, or a
        withdrawal, which names no days at all.
        """
        found = self._by_key.get(tuple(row[key] for key in WAGE_KEY))
        return found or self._by_return.get(_in_return(row))

    def overlapping(self, row: Row) -> Known | None:
        """A wage of the same person and job over some of the same days, of another source: one job pays for a day once."""
        if not parse_euro(str(row["netto"])):
            return None
        days = row["gewerkt_van"], row["gewerkt_tot"]
        return next((one for one in self._wages if (one.row["persoon"], one.row["baan"]) == (row["persoon"], row["baan"])
                     and parse_euro(str(one.row["netto"])) and overlap((one.row["gewerkt_van"], one.row["gewerkt_tot"]), days)),
                    None)  # fmt: skip


@dataclass
class InFull:
    """The full returns of a file, and which jobs of whom stand in it, on which days."""

    sources: set[str] = field(default_factory=set)
    there: dict[tuple[int, str], list[tuple[date, date]]] = field(default_factory=dict)

    def saw(self, one: ReportedWage | Question | Whole) -> None:
        """Keep what a file told."""
        if isinstance(one, Whole):
            self.sources.add(one.source)
        elif isinstance(one, Question):
            days = date.fromisoformat(one.said["van"]), date.fromisoformat(one.said["tot"])
            self.there.setdefault((one.person, one.said["baan"]), []).append(days)
        elif str(one.row["bron"]).startswith(RETURN):
            row: Row = one.row
            self.there.setdefault((one.person, row["baan"]), []).append((row["gewerkt_van"], row["gewerkt_tot"]))

    def missing(self, desk: Desk) -> list[tuple[HouseholdFile, Known]]:
        """The wages that were read before in a return of the same employer and period, and do not stand in this one."""
        if not self.sources:
            return []
        files, found = dict[int, HouseholdFile](), []
        for household, hseq in wages_read_in(desk.database, desk.town.id, sorted(self.sources)):
            if household not in files:
                files[household] = desk.file(household)
            file = files[household]
            wage = next(one for one in file.known if one.hseq == hseq)
            if wage.row and not self._stands(file, wage):
                found.append((file, wage))
        return found

    def _stands(self, file: HouseholdFile, wage: Known) -> bool:
        row = wage.row
        days = self.there.get((file.persons[row["persoon"]], row["baan"]), ())
        return any(overlap((row["gewerkt_van"], row["gewerkt_tot"]), some) for some in days)


def corrects(correction: Row, wage: Row) -> bool:
    """Whether a correction can be one of a wage: of the same person and job, paid after it, over days of it, as a case reads."""
    same = all(correction[key] == wage[key] for key in ("persoon", "baan")) and wage["betaald_op"] <= correction["betaald_op"]
    if same and correction.get("tijdvak") == "vier_weken":
        return (wage.get("tijdvak"), wage["gewerkt_van"]) == ("vier_weken", correction["gewerkt_van"])
    return same and overlap(*((row["gewerkt_van"], row["gewerkt_tot"]) for row in (correction, wage)))


def overlap(days: tuple[date, date], others: tuple[date, date]) -> bool:
    """Whether two spans of days have a day in common."""
    return days[0] <= others[1] and others[0] <= days[1]


def _in_return(row: Row) -> tuple[str, str, str] | None:
    source = str(row["bron"])
    return (row["persoon"], row["baan"], source) if source.startswith(RETURN) else None
