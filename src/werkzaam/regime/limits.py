# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What the law leaves to a town: a regime beyond it is refused, with the limit, its article and what to do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction

from werkzaam.core.errors import OverLimit
from werkzaam.core.money import DOWN, format_euro, format_percent, share_of
from werkzaam.core.months import Month, Span
from werkzaam.regime.model import CHOICES, Choice, Kind, Value, closest
from werkzaam.regime.regime import Chosen, Regime, Timeline

Legal = Callable[[str, Month], int | Fraction]
"""A number of the State in a month: cents for an amount, a share (50 percent is 1/2) for a percentage."""

_PREMIUM_A_YEAR = "premie_max_per_kalenderjaar"
_TIMES_A_YEAR = {"premie.maximum": 12, "premie.maximum_uitbetaling": 2}


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
            if payout := _payout(part, month):
                payouts[month.year].append((month, payout))
    for of_year in payouts.values():
        _check_payouts(of_year)


def check_value(choice: Choice, value: Value, file: str) -> None:
    """Raise OverLimit for a value that can hold in no month; needs no number of the State."""
    limit, remedy = _limit(choice, value)
    if limit:
        raise OverLimit(f"{file}: {choice.path} is {shown(value)}; {limit} ({choice.law.text('en')}). {remedy}")


def shown(value: Value) -> str:
    """A value as text for messages."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Fraction):
        return f"-{format_percent(-value, 'en')}" if value < 0 else format_percent(value, "en")
    if isinstance(value, int):
        return f"{format_euro(value, 'en')} euro"
    return repr(value) if isinstance(value, str) else str(list(value))


def _limit(choice: Choice, value: Value) -> tuple[str, str]:
    """The limit that the value breaks and what to do, or two empty texts."""
    if isinstance(value, Fraction) and not 0 <= value <= 1:
        return "a percentage lies between 0 and 100", "Write the share of the earnings in percent."
    if choice.kind is Kind.EURO and isinstance(value, int) and value < 0:
        return "an amount is zero or more", "Leave the minus sign out."
    if choice.kind is Kind.OPTION and value not in choice.options:
        return f"the options are {', '.join(choice.options)}", closest(str(value), choice.options)
    if isinstance(value, tuple):
        if len(value) != 2 or value[0] == value[1] or not all(1 <= number <= 12 for number in value):
            return "two different months from 1 to 12 are needed", "Write for instance [6, 12]."
        if choice.path == "premie.halfjaar_eindigt" and abs(value[0] - value[1]) != 6:
            return "a half-year has six months", f"Write for instance [{value[0]}, {(value[0] + 5) % 12 + 1}]."
    return "", ""


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
    """Pw 31:2:j: together at most the maximum of a calendar year; 12 full months or 2 full payouts must fit."""
    if not _is_on(regime, "premie.geldt", month):
        return
    for path, times in _TIMES_A_YEAR.items():
        chosen, most = _stated(regime, path, month), int(legal(_PREMIUM_A_YEAR, month))
        if chosen is not None and chosen.typed(int) * times > most:
            limit = f"{times} times that is over {shown(most)}, the maximum of a calendar year"
            highest = share_of(most, Fraction(1, times), DOWN)
            raise OverLimit(_over(chosen, month, limit, f"Make it {shown(highest)} or less."))
    _check_half_years(regime, month)


def _check_half_years(regime: Regime, month: Month) -> None:
    """Each half-year is paid in the first payout month at or after its close, and must have one of its own."""
    closing, paid = _stated(regime, "premie.halfjaar_eindigt", month), _stated(regime, "premie.uitbetaling", month)
    if closing is None or paid is None:
        return
    waits = [min((pay - end) % 12 for pay in paid.typed(tuple)) for end in closing.typed(tuple)]
    months = {(end + wait - 1) % 12 + 1 for end, wait in zip(closing.typed(tuple), waits, strict=True)}
    if len(months) < 2:
        limit = f"both half-years, closing in {shown(closing.value)}, would be paid in month {months.pop()}"
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
            raise OverLimit(_over(chosen, month, f"{decree.name} allows {shown(most)}", "Make it that or less."))


def _number(chosen: Chosen) -> int | Fraction:
    return chosen.typed(Fraction) if CHOICES[chosen.path].kind is Kind.PERCENT else chosen.typed(int)


def _over(chosen: Chosen, month: Month, limit: str, remedy: str) -> str:
    law = CHOICES[chosen.path].law.text("en")
    return f"{chosen.file}: {chosen.path} is {shown(chosen.value)} in {month}; {limit} ({law}). {remedy}"
