# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Towns for the properties: the regimes that ship, and made ones that together meet every option of every choice."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from functools import cache
from random import Random

from tests.house.tree import ROOT
from werkzaam.core.months import Month, Span
from werkzaam.engine.graph import RuleSet
from werkzaam.facts.book import Facts
from werkzaam.facts.read import read_facts
from werkzaam.regime.model import CHOICES, Kind, Value
from werkzaam.regime.read import read_regime
from werkzaam.regime.regime import Chosen, Regime, Timeline
from werkzaam.rules import rules_of as on_law_date
from werkzaam.rules.book import RuleBook

FIRST, LAST = Month.of(2018, 1), Month.of(2026, 12)
WHOLE = Span(FIRST, LAST)
NEW_LAW = Month.of(2027, 1)
HALVES = (Month.of(2022, 7), Month.of(2024, 5))
"""Where two made towns follow on each other: at a half-year, and in the middle of one."""
FACTS = read_facts()
PERCENTS = (15, 25, 30, 50)
RATHER_OFF = {"vrijlating.eigen": 0.1, "vrijlating.schijven": 0.25}
"""How often a made town has what takes the place of every other exemption."""


@cache
def assumed() -> Facts:
    """The facts with what is not known yet: the last tables of holiday money over wages in every month, the uniform premium."""
    facts, last = FACTS.with_assumed("uniform_whk_pct", Span(NEW_LAW, NEW_LAW + 11), Fraction(122, 10_000)), Month.of(2016, 1)
    for key in (key for key in sorted(FACTS.by_key) if key.startswith("vt_aanspraak_art")):
        facts = facts.with_assumed(key, Span(FIRST, LAST + 12), FACTS.on(key, last).value)
    return facts


@cache
def books() -> tuple[RuleBook, ...]:
    """The regimes that ship, some after one another, a law of another date, and towns that choose what none of them does."""
    names = ("participatiewet_2018", "participatiewet_2026", "amsterdam_2018", "amsterdam_2021", "groningen_2018")
    shipped = {name: read_regime(name) for name in names}
    after_one_another = [
        Timeline([shipped["amsterdam_2018"], shipped["amsterdam_2021"]]),
        Timeline([shipped["participatiewet_2018"], shipped["participatiewet_2026"]]),
        *(Timeline([made_town(Random(seed), Span(FIRST, half - 1)), made_town(Random(seed + 100), Span(half, LAST))])
          for seed, half in enumerate(HALVES)),
    ]  # fmt: skip
    made = [made_town(Random(seed)) for seed in range(24)]
    new = read_regime("participatiewet_2027")
    return (
        *(book_of(regime) for regime in (*shipped.values(), *after_one_another, *after_one_another[:2], *made)),
        *(book_of(made_town(Random(seed)), law_date) for seed, law_date in ((50, Month.of(2023, 1)), (51, Month.of(2020, 5)))),
        *(book_of(new, NEW_LAW, amounts_of) for amounts_of in (None, Month.of(2026, 7))),
        *(book_of(made_town(Random(seed), Span(NEW_LAW)), NEW_LAW, Month.of(2026, 7) if seed % 2 else None)
          for seed in range(60, 68)),
    )  # fmt: skip


def book_of(regime: Regime | Timeline, law_date: Month | None = None, amounts_of: Month | None = None) -> RuleBook:
    """The regime with the facts it needs."""
    needs = any(one.value in ("aanspraaktabel", "loonaangifte") for part in parts_of(regime) for one in part.stated)
    return RuleBook(assumed() if needs else FACTS, regime, law_date, amounts_of)


def parts_of(regime: Regime | Timeline) -> tuple[Regime, ...]:
    return tuple(regime.regimes) if isinstance(regime, Timeline) else (regime,)


def rules_of(book: RuleBook) -> RuleSet:
    """The rules this book is for: those of its law date, if it has one."""
    return on_law_date(book.rechtsdatum)


# -- made towns --------------------------------------------------------------------------------------


def made_town(random: Random, span: Span = WHOLE) -> Regime:
    """A town with every choice stated, at random."""
    values = {path: _value(path, random) for path in CHOICES}
    ends, pays = random.randint(1, 6), random.randint(1, 6)
    return town(values | {
        "inkomsten.maandregel": "maand_van_werk", "inkomsten.methode": "op_de_maand",
        "vrijlating.schijven_aandelen": _bands(random), "vrijlating.schijven_met_kind": _bands(random),
        "vrijlating.schijven_wachttijd": random.choice([0, 1, 3, 6]), "vrijlating.schijven_duur": random.choice([0, 1, 4, 24]),
        "vrijlating.uniform_verlenging": random.choice([0, 1, 6]),
        "premie.maximum": random.choice([20_000, 21_700, 15_001]),
        "premie.maximum_uitbetaling": random.choice([120_000, 130_200, 40_000, 999_900]),
        "premie.halfjaar_eindigt": (ends, ends + 6),
        "premie.uitbetaling": random.choice([(6, 12), (pays, pays + 6), (7, 11), (6, 11), (1, 12)]),
    }, span)  # fmt: skip


def _value(path: str, random: Random) -> Value:
    choice = CHOICES[path]
    if choice.kind is Kind.TRUTH:
        return random.random() < RATHER_OFF.get(path, 0.7)
    if choice.kind is Kind.OPTION:
        return random.choice(choice.options)
    if choice.kind is Kind.PERCENT:
        return Fraction(random.choice(PERCENTS), 100)
    if choice.kind is Kind.EURO:
        return random.choice([15_000, 19_900, 30_000, 355])
    return random.randint(1, 4) if path != "norm.vakantietoeslag_maand" else random.randint(1, 12)


def _bands(random: Random) -> Value:
    """Up to four bands, and sometimes one that closes them."""
    begins = sorted(random.sample(range(5_000, 150_000, 2_501), random.randint(0, 3)))
    bands = [(first, Fraction(random.choice([0, 10, 20, 30, 100]), 100)) for first in (0, *begins)]
    if random.random() < 0.5:
        bands.append((150_000, Fraction(0)))
    return tuple(bands)


def town(values: dict[str, Value], span: Span = WHOLE) -> Regime:
    """A town regime that states these choices."""
    stated = tuple(Chosen(path, value, "test", False, "", "test", span, "test", "") for path, value in values.items())
    return Regime("test", "gemeente", "Test", "Test", "", "", "Testdorp", span, "test", stated)


def changed(regime: Regime, values: dict[str, Value], span: Span = WHOLE) -> Regime:
    """A town that chooses as this regime does in its last month, but for these choices."""
    last = regime.span.last or max(LAST, regime.span.first)
    return town({one.path: one.value for one in regime.stated if last in one.span} | values, span)


def story_regime(name: str) -> Regime:
    """A regime of the stories."""
    return read_regime(ROOT / "stories" / "regimes" / f"{name}.toml")


def options_met(many: Iterable[RuleBook]) -> set[tuple[str, object]]:
    """Every option and truth that some book's regime states."""
    return {(one.path, one.value) for book in many for part in parts_of(book.regime) for one in part.stated
            if isinstance(one.value, (bool, str))}  # fmt: skip
