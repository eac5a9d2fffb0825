# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Regimes beside each other: what the same wage leaves, where they cross, and what each promises; nothing is filled in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from werkzaam.app.casework.towns.aspects import GUIDANCE, MONEY, answers
from werkzaam.app.casework.towns.named import named
from werkzaam.app.compare_earnings import Comparison, Lasts, Series, compare_earnings, last_known_month
from werkzaam.app.compare_earnings_picture import comparison_picture
from werkzaam.app.compare_earnings_text import grouped, refusal_text, series_name
from werkzaam.app.curves import AGE, Setting
from werkzaam.app.experiment.report.model import Cell, Picture, Section, Table
from werkzaam.app.sentence import euros
from werkzaam.app.text_layout import listed
from werkzaam.app.texts.casework_compare import WORDS as TOWNS
from werkzaam.app.texts.compare_earnings import WORDS as EARNINGS
from werkzaam.app.texts.policy import WORDS
from werkzaam.core.errors import InputError, UnknownName
from werkzaam.core.money import format_euro
from werkzaam.core.months import Month
from werkzaam.engine.text import label
from werkzaam.facts.read import read_facts
from werkzaam.regime.read import regime_ids
from werkzaam.rules.situatie import Leefvorm

HOUSEHOLDS = (Leefvorm.ALLEENSTAANDE, Leefvorm.ALLEENSTAANDE_OUDER, Leefvorm.GEHUWDEN)
"""The households that can be compared."""
MOST = 6
"""As many regimes at once as a picture and a table can hold."""
WAGES = tuple(range(0, 200_001, 20_000))
"""The net wages of the table, in cents."""
MONTHS_ON_BENEFIT = 12


@dataclass(frozen=True)
class Compared:
    """A comparison of regimes for one household, before it is written."""

    names: tuple[str, ...]
    earnings: Comparison


@lru_cache(maxsize=32)
def compared(names: tuple[str, ...], household: Leefvorm) -> Compared:
    """Compare regimes that ship; raises UnknownName for another name, InputError for none or too many."""
    if unknown := sorted(set(names) - set(regime_ids())):
        raise UnknownName(f"No regime is called {unknown[0][:40]!r}.")
    if not 1 <= len(set(names)) <= MOST or len(set(names)) < len(names):
        raise InputError(f"1 to {MOST} different regimes were expected; found {len(names)}.")
    facts = read_facts()
    setting = Setting(facts, last_known_month(facts, household), household, MONTHS_ON_BENEFIT, None, pinned_norm=False)
    return Compared(names, compare_earnings(names, setting, WAGES))


@lru_cache(maxsize=32)
def written(names: tuple[str, ...], household: Leefvorm, lang: str) -> tuple[Section, ...]:
    """The comparison of regimes that ship, in one language; raises as `compared` does."""
    return sections(compared(names, household), lang)


def sections(found: Compared, lang: str) -> tuple[Section, ...]:
    """The whole comparison in one language."""
    write = _Writer(found, lang)
    money = (write.kept(), write.brings(), write.crossings(), write.refused())
    words = (write.promises(GUIDANCE, "guides"), write.promises(MONEY, "chooses"), write.assumptions())
    return tuple(one for one in (*money, *words) if one is not None)


@dataclass(frozen=True)
class _Writer:
    found: Compared
    lang: str

    def word(self, key: str, **filled: object) -> str:
        return WORDS[self.lang][key].format(**filled)

    def earnings(self, key: str, **filled: object) -> str:
        return EARNINGS[self.lang][key].format(**filled)

    def kept(self) -> Section | None:
        """What is kept of a wage, as a picture and a table."""
        done = self.found.earnings
        if not done.series:
            return None
        table = self._table("kept", lambda one, net: one.curve.kept(net))
        says = self.earnings("intro", household=label(done.setting.leefvorm, self.lang), first=euros(WAGES[0], self.lang),
                             last=euros(WAGES[-1], self.lang), month=done.setting.month.name(self.lang))  # fmt: skip
        picture = Picture(comparison_picture(done, self.lang), says, table)
        return Section("kept", self.earnings("kept_head"), tuple(self._rules()), pictures=(picture,))

    def brings(self) -> Section | None:
        """What a month brings in all."""
        if not self.found.earnings.series:
            return None
        table = self._table("total", lambda one, net: one.curve.at(net).total)
        return Section("total", self.earnings("total_head"), (self.earnings("total_note"),), (table,))

    def _rules(self) -> Iterator[str]:
        """Each regime by name and date, and how long a temporary exemption lasts."""
        for one in self.found.earnings.series:
            name = one.regime.name_nl if self.lang == "nl" else one.regime.name_en
            told = [self.earnings("regime", name=f"{series_name(one, self.lang)}: {name}", law=one.law.name(self.lang))]
            if one.lasts is Lasts.WHILE:
                told.append(self.earnings("while_unknown") if one.months is None else self.earnings("while", months=one.months))
            yield " ".join([*told, *map(self.earnings, one.separate)])

    def _table(self, ident: str, of: Callable[[Series, int], int]) -> Table:
        series = self.found.earnings.series
        head = (self.earnings("col_wage"), *(series_name(one, self.lang) for one in series))
        rows = tuple((Cell(format_euro(net, self.lang)), *(Cell(format_euro(of(one, net), self.lang)) for one in series))
                     for net in self.found.earnings.earnings)  # fmt: skip
        return Table(ident, self.earnings(f"{ident}_head"), head, rows, self.earnings(f"{ident}_note"))

    def crossings(self) -> Section | None:
        """Where one regime begins to leave more than another."""
        done = self.found.earnings
        if len(done.series) < 2:
            return None
        told = [self.earnings("crossing", around=euros(met.around, self.lang), above=self._names(above), below=self._names(below))
                for met, above, below in grouped(done.crossings)]  # fmt: skip
        return Section("crossings", self.earnings("crossings_head"), tuple(told) or (self.earnings("crossing_none"),))

    def _names(self, places: Sequence[int]) -> str:
        return listed([series_name(self.found.earnings.series[at], self.lang) for at in places], self.earnings("and"))

    def refused(self) -> Section | None:
        """Regimes without a result, with what is not stated."""
        told = []
        for one in self.found.earnings.refused:
            why = self.word("needs_net_share") if one.needs_net_share else refusal_text(one, self.lang)
            told.append(f"{one.regime.id}: {why}")
        return Section("refused", self.earnings("refused_head"), tuple(told)) if told else None

    def promises(self, codes: Mapping[str, object], ident: str) -> Section:
        """Aspect by aspect what each regime promises or chose; what no source states is said so."""
        towns, words = named(self.found.names), TOWNS[self.lang]
        month: Month = self.found.earnings.setting.month
        told = [answers(one, month, self.lang) for one in towns]
        rows = tuple((Cell(words[code]), *(Cell(words["not_stated"] if each[code] is None else str(each[code])) for each in told))
                     for code in codes)  # fmt: skip
        head = (self.word("aspect"), *(one.id for one in towns))
        table = Table(ident, self.word(f"{ident}_table"), head, rows, self.word("unstated_note"))
        return Section(ident, self.word(ident), (), (table,))

    def assumptions(self) -> Section:
        """What was assumed so that anything could be computed."""
        assumed: dict[str, list[str]] = {}
        for one in self.found.earnings.series:
            for path in one.curve.assumed():
                where = assumed.setdefault(path, [])
                where += [one.id] if one.id not in where else []
        told = [
            self.earnings("assumed", where=listed(where, self.earnings("and")), paths=path) for path, where in assumed.items()
        ]
        own: tuple[tuple[str, dict[str, object]], ...]
        own = (("age", {"age": AGE}), ("months_on_benefit", {"months": MONTHS_ON_BENEFIT}), ("law_date", {}), ("schemes", {}))
        said = [self.earnings(key, **filled) for key, filled in own]
        return Section("assumptions", self.earnings("assumptions"), (*said, *told))
