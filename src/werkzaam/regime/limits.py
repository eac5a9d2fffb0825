# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What the law leaves to a town: a regime beyond it is refused, with the limit, its article and what to do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction

from werkzaam.core.errors import OverLimit
from werkzaam.core.law import LawRef
from werkzaam.core.money import DOWN, format_euro, format_percent, share_of
from werkzaam.core.months import Month, Span
from werkzaam.regime.model import CHOICES, Kind
from werkzaam.regime.regime import Chosen, Regime, Timeline
from werkzaam.regime.values import shown

Legal = Callable[[str, Month], int | Fraction]
"""A number of the State in a month: cents for an amount, a share (50 percent is 1/2) for a percentage."""

_PREMIUM_A_YEAR = "premie_max_per_kalenderjaar"
_HOME = "NL"
_ABROAD = {
    "vrijlating.schijven": (LawRef.parse("Pw 31:2"), "the Dutch law has no exemption by bands"),
    "premie.per_uur": (
        LawRef.parse("Pw 31:2:j"),
        "the Dutch law leaves one or two payments of premium a year out, and no amount per hour",
    ),
}
"""Choices that other countries make and the Dutch law does not leave, each with the article that is in the way."""


@dataclass(frozen=True, slots=True)
class Decree:
    """A decree that lets towns deviate from the law for some years; the keys name its limits among the facts."""

    name: str
    span: Span
    share_key: str
    maximum_key: str


DECREES = {
    "experiment_pw_2017": Decree(
        "the Tijdelijk besluit experimenten Participatiewet",
        Span.parse("2017-04", "2021-03"),
        "experiment_pw_2017_vrijlating_pct",
        "experiment_pw_2017_vrijlating_max",
    ),
}


def check(regime: Regime | Timeline, legal: Legal, *, until: Month | None = None) -> None:
    """Raise OverLimit for the first choice beyond the law; `until` is the last month of a regime that still runs."""
    payouts: dict[int, list[tuple[Month, Chosen]]] = defaultdict(list)
    for part in regime.regimes if isinstance(regime, Timeline) else (regime,):
        for month in _months(part.span, until):
            _check_premium(part, month, legal)
            _check_own_exemption(part, month, legal)
            _check_abroad(part, month)
            if payout := _payout(part, month):
                payouts[month.year].append((month, payout))
    for of_year in payouts.values():
        _check_payouts(of_year)


def _months(span: Span, until: Month | None) -> Iterable[Month]:
    if until is None:
        return span
    last = until if span.last is None else min(span.last, until)
    return Span(span.first, last) if span.first <= last else ()


def _stated(regime: Regime, path: str, month: Month) -> Chosen | None:
    return regime.value(path, month) if regime.states(path, month) else None


def _is_on(regime: Regime, path: str, month: Month) -> bool:
    switch = _stated(regime, path, month)
    return switch is not None and switch.typed(bool)


def _check_premium(regime: Regime, month: Month, legal: Legal) -> None:
    """Pw 31:2:j: together at most the maximum of a calendar year; a full year and a one-off premium must each fit."""
    if _is_on(regime, "premie.geldt", month):
        per_year = _stated(regime, "premie.maximum_per", month)
        times = 1 if per_year is not None and per_year.value == "jaar" else 12
        _check_fits(regime, "premie.maximum", times, month, legal)
        _check_fits(regime, "premie.maximum_uitbetaling", 2, month, legal)
        _check_half_years(regime, month)
    if _is_on(regime, "premie.eenmalig", month):
        _check_fits(regime, "premie.eenmalig_bedrag", 1, month, legal)


def _check_fits(regime: Regime, path: str, times: int, month: Month, legal: Legal) -> None:
    """So many times the amount fits under the maximum of a calendar year."""
    chosen = _stated(regime, path, month)
    if chosen is None:
        return
    most = int(legal(_PREMIUM_A_YEAR, month))
    if chosen.typed(int) * times > most:
        by = "that is" if times == 1 else f"{times} times that is"
        limit = f"{by} over {_euro(most)}, the maximum of a calendar year"
        highest = share_of(most, Fraction(1, times), DOWN)
        raise OverLimit(_over(chosen, month, limit, f"Make it {_euro(highest)} or less."))


def _check_half_years(regime: Regime, month: Month) -> None:
    """Each half-year is paid in the first payout month at or after its close, and must have one of its own."""
    closing, paid = _stated(regime, "premie.halfjaar_eindigt", month), _stated(regime, "premie.uitbetaling", month)
    if closing is None or paid is None:
        return
    waits = [min((pay - end) % 12 for pay in paid.typed(tuple)) for end in closing.typed(tuple)]
    months = {(end + wait - 1) % 12 + 1 for end, wait in zip(closing.typed(tuple), waits, strict=True)}
    if len(months) < 2:
        limit = f"both half-years, closing in {list(closing.typed(tuple))}, would be paid in month {months.pop()}"
        raise OverLimit(_over(paid, month, limit, "Choose one payout month after each close."))


def _payout(regime: Regime, month: Month) -> Chosen | None:
    """The choice that makes this a payout month, if it is one."""
    chosen = _stated(regime, "premie.uitbetaling", month) if _is_on(regime, "premie.geldt", month) else None
    return chosen if chosen is not None and month.number in chosen.typed(tuple) else None


def _check_payouts(payouts: list[tuple[Month, Chosen]]) -> None:
    """Pw 31:2:j: one or two payments in a calendar year, also when one regime follows another in it."""
    if len(payouts) > 2:
        month, chosen = payouts[-1]
        found = ", ".join(f"{paid} by {by.file}" for paid, by in payouts)
        limit = f"that makes {len(payouts)} payouts in one calendar year ({found}); there may be one or two"
        raise OverLimit(_over(chosen, month, limit, "Choose other payout months in one of the files."))


def _check_own_exemption(regime: Regime, month: Month, legal: Legal) -> None:
    """Besluit 2: only under the decree, in its months, and not above its share and maximum."""
    if not _is_on(regime, "vrijlating.eigen", month):
        return
    own, basis = regime.value("vrijlating.eigen", month), _stated(regime, "vrijlating.eigen_grondslag", month)
    if basis is None:
        limit = "the law has no exemption of a town's own without an experiment decree"
        raise OverLimit(_over(own, month, limit, f"State vrijlating.eigen_grondslag: {', '.join(DECREES)}."))
    decree = DECREES[basis.typed(str)]
    if month not in decree.span:
        limit = f"{decree.name} was in force from {decree.span}"
        raise OverLimit(_over(basis, month, limit, "Give the exemption dates (vanaf, tot) within those months."))
    for path, key in (("vrijlating.eigen_aandeel", decree.share_key), ("vrijlating.eigen_maximum", decree.maximum_key)):
        chosen, most = _stated(regime, path, month), legal(key, month)
        if chosen is not None and _number(chosen) > most:
            allowed = format_percent(most, "en") if isinstance(most, Fraction) else _euro(most)
            raise OverLimit(_over(chosen, month, f"{decree.name} allows {allowed}", "Make it that or less."))


def _check_abroad(regime: Regime, month: Month) -> None:
    """What only another country's law knows is refused for a Dutch town."""
    for path, (law, limit) in _ABROAD.items():
        if regime.land == _HOME and _is_on(regime, path, month):
            remedy = 'Leave it out; or, for a rule of another country, write its land in the town, such as land = "DE".'
            raise OverLimit(_over(regime.value(path, month), month, limit, remedy, law=law))


def _number(chosen: Chosen) -> int | Fraction:
    return chosen.typed(Fraction) if CHOICES[chosen.path].kind is Kind.PERCENT else chosen.typed(int)


def _euro(cents: int) -> str:
    return f"{format_euro(cents, 'en')} euro"


def _over(chosen: Chosen, month: Month, limit: str, remedy: str, *, law: LawRef | None = None) -> str:
    choice = CHOICES[chosen.path]
    article = (law or choice.law).text("en")
    return f"{chosen.file}: {chosen.path} is {shown(choice, chosen.value)} in {month}; {limit} ({article}). {remedy}"
