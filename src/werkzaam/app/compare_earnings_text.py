# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A comparison as plain text: the rules by number, what is kept and what the month brings per wage, and where they cross."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from werkzaam.app.compare_earnings import NORM, Comparison, Lasts, Refused, Series
from werkzaam.app.crossings import Crossing
from werkzaam.app.curves import AGE
from werkzaam.app.sentence import euros
from werkzaam.app.text_layout import grid, heading, listed, paragraph, percent
from werkzaam.app.texts.compare_earnings import WORDS
from werkzaam.core.money import format_euro
from werkzaam.engine.text import label
from werkzaam.rules.situatie import Leefvorm

COLUMNS = 7
"""As many columns of amounts as fit the width; more rules go below."""


def comparison_text(done: Comparison, lang: str) -> str:
    """All of the comparison."""
    write = Writer(done, lang)
    lines = [*heading(write.word("title")), *write.intro()]
    sections = (write.regimes(), write.table("kept", lambda one, net: one.curve.kept(net)),
                write.table("total", lambda one, net: one.curve.at(net).total), write.crossings(), write.refused(),
                write.assumptions())  # fmt: skip
    for section in map(list, sections):
        lines += ["", *section] if section else []
    return "\n".join(lines) + "\n"


@dataclass(frozen=True)
class Writer:
    """Writes the parts of one comparison in one language."""

    done: Comparison
    lang: str

    def word(self, key: str, **filled: object) -> str:
        return WORDS[self.lang][key].format(**filled)

    def euros(self, cents: int) -> str:
        return euros(cents, self.lang)

    def listed(self, texts: Sequence[str]) -> str:
        return listed(texts, self.word("and"))

    def intro(self) -> Iterator[str]:
        setting, earnings = self.done.setting, self.done.earnings
        yield from paragraph(self.word("intro", household=label(setting.leefvorm, self.lang), first=self.euros(earnings[0]),
                                       last=self.euros(earnings[-1]), month=setting.month.name(self.lang)))  # fmt: skip

    def name(self, at: int) -> str:
        """`amsterdam_2018`, or `participatiewet_2026 (tijdelijk)` for one of two."""
        return series_name(self.done.series[at], self.lang)

    def regimes(self) -> Iterator[str]:
        """Each rule with its number, its date, and what of it is not in the table."""
        yield self.word("regimes_head").upper()
        for number, one in enumerate(self.done.series, 1):
            name = one.regime.name_nl if self.lang == "nl" else one.regime.name_en
            law = self.word("regime", name=name, law=one.law.name(self.lang))
            told = " ".join([law, *self._lasting(one), *map(self.word, one.separate)])
            yield from paragraph(f"[{number}] {one.id}: {told}", hanging="    ")

    def _lasting(self, one: Series) -> Iterator[str]:
        if one.lasts is Lasts.WHILE:
            yield self.word("while_unknown") if one.months is None else self.word("while", months=one.months)
        elif one.lasts is Lasts.AFTER:
            yield self.word("after")

    def table(self, name: str, of: Callable[[Series, int], int]) -> Iterator[str]:
        """A row per wage and a column per rule."""
        if not self.done.series:
            return
        yield self.word(f"{name}_head").upper()
        yield from paragraph(self.word(f"{name}_note"))
        numbered = list(enumerate(self.done.series, 1))
        for start in range(0, len(numbered), COLUMNS):
            yield from ([""] if start else [])
            yield from self._columns(numbered[start : start + COLUMNS], of)

    def _columns(self, numbered: Sequence[tuple[int, Series]], of: Callable[[Series, int], int]) -> Iterator[str]:
        head = [self.word("col_wage"), *(f"[{number}]" for number, _ in numbered)]
        rows = [[format_euro(net, self.lang), *(format_euro(of(one, net), self.lang) for _, one in numbered)]
                for net in self.done.earnings]  # fmt: skip
        yield from grid(head, rows)

    def crossings(self) -> Iterator[str]:
        """Crossings at the same wage in one sentence; nothing to say about one rule alone."""
        if len(self.done.series) < 2:
            return
        yield self.word("crossings_head").upper()
        for met, above, below in grouped(self.done.crossings):
            yield from paragraph(f"- {self._crossing(met, above, below)}", hanging="  ")
        if not self.done.crossings:
            yield from paragraph(self.word("crossing_none"))

    def _crossing(self, met: Crossing, above: Sequence[int], below: Sequence[int]) -> str:
        names = [self.listed(list(map(self.name, some))) for some in (above, below)]
        same = met.since - met.until - 1
        apart, around = same > 1, met.until + 1 if same == 1 else met.around
        word = "crossing_about" if apart else "crossing"
        told = [self.word(word, around=self.euros(around), above=names[0], below=names[1])]
        if apart:
            told.append(self.word("equal", first=self.euros(met.until + 1), last=self.euros(met.since - 1)))
        return " ".join(told)

    def refused(self) -> Iterator[str]:
        """Every rule without a result, and what is missing."""
        if not self.done.refused:
            return
        yield self.word("refused_head").upper()
        for one in self.done.refused:
            yield from paragraph(f"- {one.regime.id}: {refusal_text(one, self.lang)}", hanging="  ")

    def assumptions(self) -> Iterator[str]:
        yield self.word("assumptions").upper()
        for text in (*self._own(), *self._of_regimes()):
            yield from paragraph(f"- {text}", hanging="  ")

    def _own(self) -> Iterator[str]:
        setting = self.done.setting
        yield self.word("age", age=AGE)
        yield self.word("months_on_benefit", months=setting.months_on_benefit)
        if setting.leefvorm is Leefvorm.ALLEENSTAANDE_OUDER:
            yield self.word("no_child")
        yield self.word("law_date")
        if setting.pinned_norm:
            yield self.word("norm", norm=self.euros(int(setting.facts.on(NORM[setting.leefvorm], setting.month).value)))
        if setting.net_share is not None:
            yield self.word("net_share", share=percent(setting.net_share, self.lang))
        yield self.word("schemes")

    def _of_regimes(self) -> Iterator[str]:
        """Each choice that no source states, with the regimes in which it was filled in."""
        assumed = {one.id: one.curve.assumed() for one in self.done.series}
        where: dict[tuple[str, ...], list[str]] = {}
        for path in dict.fromkeys(path for paths in assumed.values() for path in paths):
            where.setdefault(tuple(ident for ident, paths in assumed.items() if path in paths), []).append(path)
        for ids, paths in where.items():
            named = self.word("everywhere") if len(ids) == len(assumed) > 1 else self.listed(ids)
            yield self.word("assumed", where=named, paths=self.listed(paths))
        if where:
            yield self.word("reasons")


def grouped(found: Sequence[Crossing]) -> list[tuple[Crossing, list[int], list[int]]]:
    """Crossings at the same cents, where the same ones are left behind, as one: with all above and all below."""
    below: dict[tuple[int, int, int], list[int]] = {}
    for met in found:
        below.setdefault((met.until, met.since, met.above), []).append(met.below)
    above: dict[tuple[int, int, tuple[int, ...]], list[int]] = {}
    for (until, since, one), left in below.items():
        above.setdefault((until, since, tuple(sorted(left))), []).append(one)
    return [(Crossing(left[0], ahead[0], until, since), ahead, list(left)) for (until, since, left), ahead in above.items()]


def series_name(one: Series, lang: str) -> str:
    """The id of a regime, and which of its two curves it is."""
    return one.id if one.lasts is Lasts.ALWAYS else f"{one.id} ({WORDS[lang][f'short_{one.lasts.value}']})"


def refusal_text(one: Refused, lang: str) -> str:
    """Why a regime has no result."""
    words = WORDS[lang]
    if one.needs_net_share:
        return words["needs_net_share"]
    return words["not_stated"].format(choices=", ".join(one.unstated)) if one.unstated else one.reason
