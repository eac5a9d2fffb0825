# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A comparison of regimes as plain text: the rules by number, the results, the differences, the cost, and what it rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from werkzaam.app.simulation.assumptions_page import in_short
from werkzaam.app.simulation.comparison import TOLD, Compared
from werkzaam.app.simulation.lives import Living
from werkzaam.app.simulation.prices import PRICED
from werkzaam.app.text_layout import grid, heading, paragraph
from werkzaam.app.texts.simulate import MEASURES, WORDS
from werkzaam.core.money import format_euro
from werkzaam.regime.model import CHOICES
from werkzaam.regime.regime import Timeline
from werkzaam.regime.values import shown as value_shown
from werkzaam.simulation.measures import BY_NAME, YEAR
from werkzaam.simulation.norms import NOBODY
from werkzaam.simulation.spread import Spread, spread
from werkzaam.simulation.world import WAY

COLUMNS, WITH_ERROR = 4, 2
"""As many regimes as fit beside each other, without and with a standard error; more go below."""
SHARES = ("claim_ever", "premium_ever")


def unit_of(name: str) -> str:
    """cents, share, hours, months or count."""
    if name == "below_months":
        return "months"
    return "share" if name in SHARES else BY_NAME[name].unit


def number_text(value: float, unit: str, lang: str, *, signed: bool = False) -> str:
    """A number as a person reads it: euros, percent, or with one or two decimals; a difference with its sign."""
    if unit in ("cents", "euros"):
        text = format_euro(abs(round(value)), lang)
    elif unit == "share":
        text = f"{abs(value) * 100:.1f}%"
    else:
        text = f"{abs(value):.{1 if unit == 'hours' else 2}f}"
    if unit not in ("cents", "euros") and lang == "nl":
        text = text.replace(".", ",")
    if signed and unit == "share":
        text = text.replace("%", " pp" if lang == "nl" else " pts")
    minus = value < 0 and any(digit in text for digit in "123456789")
    return f"−{text}" if minus else f"+{text}" if signed else text


def comparison_text(done: Compared, lang: str) -> str:
    """All of the comparison."""
    write = Writer(done, lang)
    lines = [*heading(write.word("title")), *paragraph(write.word("synthetic")), "", *paragraph(write.introduced())]
    for section in map(
        list, (write.rules(), write.numbers(), write.differences(), write.premiums(), write.cost(), write.rests())
    ):
        lines += ["", *section] if section else []
    return "\n".join(lines) + "\n"


def seeds_text(done: Compared, lang: str) -> str:
    """`1 seed`, `10 seeds`."""
    count = len(done.asked.seeds)
    return WORDS[lang]["seed"] if count == 1 else WORDS[lang]["many_seeds"].format(count=count)


def whole_number(number: int, lang: str) -> str:
    """40.300 or 40,300."""
    return f"{number:,}".replace(",", "." if lang == "nl" else ",")


@dataclass(frozen=True)
class Writer:
    """Writes the parts of one comparison in one language."""

    done: Compared
    lang: str

    def word(self, key: str, **filled: object) -> str:
        """A text, filled in."""
        return WORDS[self.lang][key].format(**filled)

    @property
    def one_seed(self) -> bool:
        """Whether there is nothing to take an interval over."""
        return len(self.done.asked.seeds) == 1

    def introduced(self) -> str:
        """Who lives how long, and by which chance."""
        asked, span = self.done.asked, self.done.asked.span
        seeds = asked.seeds
        named = str(seeds[0]) if self.one_seed else f"{seeds[0]} - {seeds[-1]}"
        people = whole_number(asked.population, self.lang)
        first, last = span.first.name(self.lang), (span.last or span.first).name(self.lang)
        return self.word("intro", population=people, months=len(list(span)), seeds=named, first=first, last=last)

    def rules(self) -> Iterator[str]:
        """Each regime with its number, its law date, its guidance, and what was filled in."""
        yield self.word("rules_head").upper()
        for number, lived in enumerate(self.done.lived, 1):
            told = " ".join(self.rule(lived.living))
            yield from paragraph(f"[{number}] {lived.living.name}: {told}", hanging="    ")

    def rule(self, living: Living) -> Iterator[str]:
        """What there is to know about one regime, sentence by sentence."""
        one, span = living.ruled, self.done.asked.span
        regimes = one.regime.regimes if isinstance(one.regime, Timeline) else (one.regime,)
        names = f" {self.word('and')} ".join(r.name_nl if self.lang == "nl" else r.name_en for r in regimes)
        yield self.word("rule", name=names, method=str(one.chosen(WAY, span).value).replace("_", " "))
        yield self.word("own_years") if one.law is None else self.word("pinned", law=one.law.name(self.lang))
        if one.variant:
            yield self.word("variant", asked=one.variant)
        if one.beyond:
            yield self.word("beyond", why=one.beyond)
        yield self.word("unguided") if living.part == NOBODY else self.word("guided", part=living.part)
        if living.like != living.part:
            yield self.word("behaves_like", like=living.like)
        own = [f"{each.path} = {value_shown(CHOICES[each.path], each.value)}" for each in one.own if each.file != "--premium"]
        if own:
            yield self.word("filled_in", paths=", ".join(own))

    def numbers(self) -> Iterator[str]:
        """A row per number and a column per regime."""
        yield self.word("numbers_head").upper()
        yield from paragraph(self.numbers_note())
        yield from self._table(range(len(self.done.lived)), self.shown, COLUMNS if self.one_seed else WITH_ERROR)

    def numbers_note(self) -> str:
        """Over how many seeds the results are."""
        key, seeds = ("numbers_note_one", "") if self.one_seed else ("numbers_note", seeds_text(self.done, self.lang))
        return self.word(key, seeds=seeds, seed=self.done.asked.seeds[0])

    def differences_note(self) -> str:
        """What the interval of a difference says, and what it does not."""
        return self.word("differences_note_one" if self.one_seed else "differences_note")

    def differences(self) -> Iterator[str]:
        """The same table of differences with the first regime."""
        if len(self.done.lived) < 2:
            return
        yield self.word("differences_head", first=f"[1] {self.done.lived[0].living.name}").upper()
        yield from paragraph(self.differences_note())
        yield from self._table(range(1, len(self.done.lived)), self.difference, COLUMNS if self.one_seed else 1)

    def _table(self, places: range, shown: Callable[[int, str], str], wide: int) -> Iterator[str]:
        for start in range(places.start, places.stop, wide):
            some = range(start, min(start + wide, places.stop))
            yield from [""] if start > places.start else []
            rows = [[MEASURES[self.lang][name], *(shown(at, name) for at in some)] for name in ordered()]
            yield from grid([self.word("measure"), *(f"[{at + 1}]" for at in some)], rows)

    def shown(self, at: int, name: str) -> str:
        """A number with its standard error."""
        found = self.done.spread(at, name)
        if found.mean is None:
            return "-"
        text = number_text(found.mean, unit_of(name), self.lang)
        return text if found.error is None else f"{text} ±{number_text(found.error, unit_of(name), self.lang)}"

    def difference(self, at: int, name: str) -> str:
        """A difference with the first regime and its interval."""
        return difference_text(self.done.difference(at, name), unit_of(name), self.lang)

    def premiums(self) -> Iterator[str]:
        """What each premium costs, and what people who work beside bijstand gain by it (R-243)."""
        told = list(self.premiums_told())
        if told:
            yield self.word("premiums_head").upper()
        for text in told:
            yield from paragraph(text, hanging="    ")

    def premiums_told(self) -> Iterator[str]:
        """A sentence or two for each regime in which anybody built up premium."""
        paying = [at for at in range(len(self.done.lived)) if (self.done.spread(at, "premium_built").mean or 0) > 0]
        for at in paying:
            year = spread([Fraction(sums.total("premium") * YEAR, sums.months) for sums in self.done.lived[at].sums])
            assert year.mean is not None
            told = self.word("premium_line", year=format_euro(round(year.mean), self.lang)[:-3],
                             gain=self.shown(at, "premium_built"), month=self.shown(at, "premium_paid"),
                             ever=self.shown(at, "premium_ever"),
                             population=whole_number(self.done.asked.population, self.lang))  # fmt: skip
            yield f"[{at + 1}] {self.done.lived[at].living.name}: {told}"

    def cost(self) -> Iterator[str]:
        """At prices that were given; without, the names of those that lack (R-250)."""
        prices = self.done.asked.prices
        yield self.word("cost_head").upper()
        if prices.missing:
            yield from paragraph(self.word("cost_missing", missing=", ".join(prices.missing)))
            return
        named = ", ".join(map(self.price, prices.cents))
        what = f" {self.word('and')} ".join(self.word(f"cost_{sums}") for sums in PRICED.values())
        yield from paragraph(self.word("cost_note", prices=named, what=what))
        for at, lived in enumerate(self.done.lived):
            cost, more = self.done.cost(at)
            assert cost.mean is not None
            beside = "" if not at else f" ({difference_text(more, 'cents', self.lang)})"
            yield f"[{at + 1}] {lived.living.name}: {number_text(cost.mean, 'cents', self.lang)}{beside}"

    def price(self, what: str) -> str:
        """A price with where it was found."""
        prices = self.done.asked.prices
        source = f" ({prices.sources[what]})" if prices.sources[what] else ""
        return f"{what} {format_euro(prices.cents[what], self.lang)}{source}"

    def rests(self) -> Iterator[str]:
        """The numbers by origin, what was switched off, and what is not in it."""
        yield self.word("rests_head").upper()
        for text in in_short(self.done.read, self.lang):
            yield from paragraph(f"- {text}", hanging="  ")
        if self.done.asked.without:
            yield from paragraph(f"- {self.word('without', names=', '.join(self.done.asked.without))}", hanging="  ")
        if self.done.unread:
            yield from paragraph(f"- {self.word('unread', names=', '.join(self.done.unread))}", hanging="  ")
        yield from paragraph(f"- {self.word('rests_all')}", hanging="  ")
        yield from paragraph(f"- {self.word('limits')}", hanging="  ")


def difference_text(found: Spread, unit: str, lang: str) -> str:
    """A difference with its interval, as far as there is one."""
    if found.mean is None:
        return "-"
    text = number_text(found.mean, unit, lang, signed=True)
    if found.low is None or found.high is None:
        return text
    return f"{text} ({number_text(found.low, unit, lang, signed=True)} .. {number_text(found.high, unit, lang, signed=True)})"


def ordered() -> list[str]:
    """The names of TOLD in the order in which they are shown: what belongs together stands together."""
    return sorted(TOLD, key=list(MEASURES["en"]).index)


def exact(value: Fraction | None) -> str:
    """A number for a file: with six decimals, empty where nobody was counted."""
    return "" if value is None else f"{float(value):.6f}"
