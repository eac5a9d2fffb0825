# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""An experiment that is going on as sections with tables: flow, reach, balance, rounds, contact, and promised against given.

Every count comes from `dashboard_counts`, so that page and download hide the same. Nothing here compares an outcome between arms.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from werkzaam.app.casework.caseload import CaseloadPage, Group, caseload_page
from werkzaam.app.casework.caseload_text import part_name, shown
from werkzaam.app.casework.offices import office_of
from werkzaam.app.experiment.dashboard_balance import largest_difference
from werkzaam.app.experiment.dashboard_counts import (
    ARM,
    CHANNEL,
    DRAWN,
    ENROLLED,
    FATE,
    INTERVIEWED,
    NO,
    NO_INTERVIEW,
    NOT_SELECTED,
    OPEN,
    YES,
    Standing,
    begun,
    standing,
)
from werkzaam.app.experiment.dashboard_picture import flow_picture
from werkzaam.app.experiment.opened import is_open
from werkzaam.app.experiment.report.model import Cell, Picture, Section, Table
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.text_layout import day_text, decimal, percent
from werkzaam.app.texts.casework_caseload import WORDS as CASELOAD
from werkzaam.app.texts.dashboard import LEVELS, WORDS
from werkzaam.casework.contacts import CHANNELS
from werkzaam.casework.fidelity import Outside
from werkzaam.casework.period import period_of
from werkzaam.experiment.design import Design
from werkzaam.experiment.disclosure.attack import LEAST
from werkzaam.experiment.event import Happening
from werkzaam.experiment.words import number_text
from werkzaam.store.observations import locks
from werkzaam.store.roster import happenings


@dataclass(frozen=True)
class Writer:
    """Writes the sections of one experiment in one language."""

    desk: Desk
    design: Design
    found: Standing
    lang: str
    opened: bool
    """Whether two people opened the arms: until then a number of interviews by arm would tell which letter the arm has."""

    def word(self, key: str, **filled: object) -> str:
        """The words of a key."""
        return WORDS[self.lang][key].format(**filled)

    def count(self, found: int | None) -> Cell:
        """A count, or that it is hidden."""
        return Cell(self.word("small") if found is None else str(found))

    def share(self, found: int | None, of: int | None) -> Cell:
        """A share, or that it is hidden, because a count of it is."""
        if found is None or of is None:
            return Cell(self.word("small"))
        return Cell(percent(Fraction(found, of), self.lang) if of else "-")

    def arm(self, ident: str) -> str:
        """What an arm is called."""
        return str(getattr(self.design.arm(ident).label, self.lang))

    def flow(self) -> Section:
        """From approached to drawn, with a picture."""
        rows = tuple((Cell(name), self.count(number)) for name, number in self._steps())
        table = Table("flow", self.word("flow_table"), (self.word("step"), self.word("people")), rows, self.word("small_note"))
        approached, drawn = self.found.approached, self.found.approached.of((FATE, DRAWN))
        says = self.word("picture_says", approached=self.count(approached.of()).text, drawn=self.count(drawn).text,
                         enrolled=self.count(approached.of((ENROLLED, YES))).text)  # fmt: skip
        picture = Picture(flow_picture(self.boxes(), self.word("picture_title"), says), says, table)
        return Section("flow", self.word("flow"), (self.word("flow_said"),), pictures=(picture,))

    def _steps(self) -> Iterator[tuple[str, int | None]]:
        counts = self.found.approached
        yield self.word("approached"), counts.of()
        yield self.word("not_in"), counts.of((ENROLLED, NO))
        for fate in self.found.fates:
            if fate not in (ENROLLED, NOT_SELECTED, DRAWN):
                yield self._fate(fate), counts.of((FATE, fate))
        yield self.word("enrolled"), counts.of((ENROLLED, YES))
        yield self.word("not_selected"), counts.of((FATE, NOT_SELECTED))
        if self.found.drawn is not None:
            for one in self.design.arms:
                yield self.word("drawn", arm=self.arm(one.id)), self.found.drawn.of((ARM, one.id))

    def _fate(self, fate: str) -> str:
        kind, _, reason = fate.partition(":")
        if kind == "excluded":
            known = {one.id: str(getattr(one.reason, self.lang)) for one in self.design.exclusions}
            return self.word("excluded", reason="; ".join(known.get(one, one) for one in reason.split("|")))
        return self.word("refused", reason=self.word(reason)) if kind == "refused" else self.word(kind)

    def boxes(self) -> tuple[tuple[tuple[str, str], ...], ...]:
        """The boxes of the picture, row by row: words and a number."""
        counts, drawn = self.found.approached, self.found.drawn
        rows = [
            ((self.word("approached"), self.count(counts.of()).text),),
            ((self.word("enrolled"), self.count(counts.of((ENROLLED, YES))).text),
             (self.word("not_in"), self.count(counts.of((ENROLLED, NO))).text)),
        ]  # fmt: skip
        if drawn is not None:
            rows.append(tuple((self.arm(one.id), self.count(drawn.of((ARM, one.id))).text) for one in self.design.arms))
            for wave in begun(self.design, self.desk.today):
                name = self.word("interviewed", wave=getattr(wave.label, self.lang))
                held = [drawn.of(*arm, (wave.id, INTERVIEWED)) for arm in self._arms()]
                rows.append(tuple((name, self.count(number).text) for number in held))
        return tuple(rows)

    def _arms(self) -> list[tuple[tuple[str, str], ...]]:
        """The arms as groups of people; everybody drawn together while arms are under letters."""
        return [((ARM, one.id),) for one in self.design.arms] if self.opened else [()]

    def reach(self) -> Section:
        """How people were reached, and who enrolled."""
        counts, rows = self.found.approached, []
        for channel in self.found.channels:
            told, joined = counts.of((CHANNEL, channel)), counts.of((CHANNEL, channel), (ENROLLED, YES))
            name = " + ".join(self.word(one) for one in channel.split("+"))
            rows.append((Cell(name), self.count(told), self.count(joined), self.share(joined, told)))
        head = (self.word("channel"), self.word("approached"), self.word("enrolled"), self.word("share"))
        table = Table("reach", self.word("reach_table"), head, tuple(rows), self.word("small_note"))
        return Section("reach", self.word("reach"), (self.word("reach_said"),), (table,))

    def balance(self) -> Section:
        """How alike the arms are on what was known before the draw."""
        drawn, rows = self.found.drawn, []
        assert drawn is not None
        arms = [one.id for one in self.design.arms]
        sizes = [drawn.of((ARM, arm)) for arm in arms]
        for variable in self.design.variables:
            for level in variable.levels:
                counts = [drawn.of((ARM, arm), (variable.id, level)) for arm in arms]
                apart = largest_difference(counts, sizes)
                name = f"{getattr(variable.label, self.lang)}: {LEVELS[self.lang].get(level, level)}"
                rows.append((Cell(name), *map(self.count, counts),
                             Cell(self.word("small") if apart is None else number_text(apart, self.lang, 2))))  # fmt: skip
        rows.append((Cell(self.word("people")), *map(self.count, sizes), Cell("")))
        head = (self.word("characteristic"), *(self.arm(arm) for arm in arms), self.word("difference"))
        table = Table("balance", self.word("balance_table"), head, tuple(rows), self.word("small_note"))
        return Section("balance", self.word("balance"), (self.word("balance_said"),), (table,))

    def rounds(self) -> Section:
        """Who was interviewed by round and arm, each with the number drawn."""
        drawn, rows = self.found.drawn, []
        assert drawn is not None
        now = begun(self.design, self.desk.today)
        for wave in now:
            for arm in self._arms():
                of = drawn.of(*arm)
                held, lost, still = (drawn.of(*arm, (wave.id, state)) for state in (INTERVIEWED, NO_INTERVIEW, OPEN))
                name = self.arm(arm[0][1]) if arm else self.word("everybody")
                rows.append((Cell(str(getattr(wave.label, self.lang))), Cell(name), self.count(of), self.count(held),
                             self.count(lost), self.count(still), self.share(held, of)))  # fmt: skip
        head = tuple(map(self.word, ("round", "group", "asked", "held", "not_held", "still_open", "share")))
        table = Table("rounds", self.word("rounds_table"), head, tuple(rows), self.word("small_note"))
        later = ", ".join(str(getattr(one.label, self.lang)) for one in self.design.waves if one not in now)
        said = (self.word("rounds_said"), *([] if self.opened else [self.word("rounds_masked")]),
                *([self.word("to_come", waves=later)] if later else []))  # fmt: skip
        return Section("rounds", self.word("rounds"), said, (table,))

    def dose(self, page: CaseloadPage) -> Section:
        """Contacts by group and channel, with the people they are of."""
        words = CASELOAD[self.lang]
        head = (*map(self.word, ("group", "people", "all", "talks")), *(words[channel] for channel in CHANNELS))
        rows = tuple(self._contacts(one) for one in page.groups)
        days = {"first": day_text(page.period.first, self.lang), "last": day_text(page.period.last, self.lang)}
        table = Table("dose", self.word("dose_table", **days), head, rows)
        return Section("dose", self.word("dose"), (self.word("dose_said"), *self._few(page)), (table,) if rows else ())

    def _contacts(self, one: Group) -> tuple[Cell, ...]:
        found = (one.all_contacts, one.talks, *(one.channels[channel] for channel in CHANNELS))
        return Cell(part_name(one.part, self.lang)), Cell(str(one.people)), *(self._a_year(each.a_year) for each in found)

    def _a_year(self, found: Fraction | None) -> Cell:
        return Cell("-" if found is None else decimal(found, self.lang, 1))

    def _few(self, page: CaseloadPage) -> Iterator[str]:
        if not page.groups:
            yield self.word("none_shown")
        if page.few:
            yield self.word("few_one") if page.few == 1 else self.word("few", number=page.few)

    def fidelity(self, page: CaseloadPage) -> Section:
        """Whether what a group promised was given, and how often guidance was other than drawn."""
        head = tuple(map(self.word, ("group", "people", "judged", "outside", *(one.value for one in Outside), "agreed")))
        rows = tuple(self._kept(one) for one in page.groups)
        events = happenings(self.desk.database, self.desk.town.id, self.design.id)
        other = sum(one.happening is Happening.DEVIATED for one in events)
        said = (self.word("fidelity_said"), *self._few(page),
                self.word("deviated", number=self.count(None if 0 < other < LEAST else other).text))  # fmt: skip
        table = Table("fidelity", self.word("fidelity_table"), head, rows, self.word("small_note"))
        return Section("fidelity", self.word("fidelity"), said, (table,) if rows else ())

    def _kept(self, one: Group) -> tuple[Cell, ...]:
        found = one.fidelity
        reasons = (shown(found.reasons[each], found.judged) for each in Outside)
        counts = [shown(found.judged, found.clients), shown(found.outside, found.judged), *reasons,
                  shown(found.agreed, found.clients)]  # fmt: skip
        return (Cell(part_name(one.part, self.lang)), Cell(str(one.people)), *map(self.count, counts))


def dashboard(desk: Desk, design: Design, lang: str) -> tuple[Section, ...]:
    """Every section of an experiment as it stands at the desk's moment."""
    opened = bool(locks(desk.database, desk.town.id, design.id)) and is_open(desk, design)
    write = Writer(desk, design, standing(desk, design), lang, opened)
    page = caseload_page(desk, office_of(desk), period_of(None, desk.today))
    after = (write.balance(), write.rounds()) if write.found.drawn is not None else ()
    return (write.flow(), write.reach(), *after, write.dose(page), write.fidelity(page))


def tables_in(sections: Iterable[Section]) -> dict[str, Table]:
    """Every table of some sections by its id, those beside pictures too."""
    found = [table for one in sections for table in (*one.tables, *(picture.table for picture in one.pictures))]
    return {table.id: table for table in found}


def as_csv(table: Table) -> str:
    """A table as CSV with semicolons: the same texts as on the page, hidden where the page hides."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(table.head)
    writer.writerows([cell.text for cell in row] for row in table.rows)
    if table.note:
        writer.writerow([table.note])
    return out.getvalue()
