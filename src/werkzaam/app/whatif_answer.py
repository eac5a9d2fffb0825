# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The answer to "what do I keep of more work?", as data: every text, file and picture of it is made from this."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from werkzaam.app.case import Case
from werkzaam.app.extra_work import ExtraWork
from werkzaam.app.leaving import BreakEven, End, ExitPremium, break_even, end_of_bijstand, exit_premium_of
from werkzaam.app.month_inputs import members
from werkzaam.app.origin import Origin, origins
from werkzaam.app.premium_payout import PremiumStatement, premium_payout_month, premium_statements
from werkzaam.app.regimes import takes_gross
from werkzaam.app.schemes import Scheme, schemes
from werkzaam.app.whatif import Outcome, Point, Trial, point, share_kept, sweep
from werkzaam.core.errors import InputError
from werkzaam.core.money import format_euro
from werkzaam.core.months import Month
from werkzaam.rules import RULES

_HOUR = Fraction(1)
_HOLIDAY_MONTH = "norm.vakantietoeslag_maand"
_SHOWN_RULES = frozenset(RULES.prune(("samen", "uit_te_betalen", "premie_dit_jaar", "vakantietoeslag_uitbetaling")).rules)
"""The rules behind what is shown; what only other pages rest on is no assumption of a what-if."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: how much more work, over which hours to look, and of whom in which month."""

    work: ExtraWork
    sweep: tuple[Fraction, ...] = ()
    person: str | None = None
    month: Month | None = None
    exit_premium: ExitPremium | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A part of what changes, in cents, and the month in which it comes; no month where nobody states it."""

    name: str
    change: int
    comes: Month | None


@dataclass(frozen=True)
class WhatIf:
    """The month now and with the extra work, and what belongs to it.

    `after` is the month with the extra work when a temporary exemption is over; nothing when none runs out.
    """

    trial: Trial
    question: Question
    now: Outcome
    then: Point
    next_hour: Point
    after: Point | None
    parts: tuple[Part, ...]
    points: tuple[Point, ...]
    end: End | None
    break_even: BreakEven | None
    schemes: tuple[Scheme, ...]
    premiums: tuple[PremiumStatement, ...]

    @property
    def kept(self) -> Fraction | None:
        """The share of the extra wage that is kept."""
        return share_kept(self.then.kept, self.then.of_wage)

    @property
    def next_kept(self) -> Fraction | None:
        """The share of the wage of one hour a week more than asked that is kept."""
        return share_kept(self.next_hour.kept - self.then.kept, self.next_hour.of_wage - self.then.of_wage)

    @property
    def too_much(self) -> int:
        """Bijstand paid too much when the change is not known before it is paid, in cents."""
        return max(self.now.paid - self.then.outcome.paid, 0)

    def assumptions(self, lang: str) -> tuple[Origin, ...]:
        """What no source states for certain and the month with the extra wage rests on, each once."""
        work = self.question.work
        done = self.trial.calculation(work.of(work.hours))
        month = done.months[-1]
        steps = (step for step in month.steps.values() if step.rule.name in _SHOWN_RULES)
        read = (one for step in steps for one in origins(step, done.book, month.month, lang) if one.assumed)
        return tuple({(one.name, one.shown): one for one in read}.values())


def what_if(case: Case, question: Question) -> WhatIf:
    """The answer; raises InputError for a question that cannot be answered, or what the rules refuse."""
    trial, work = Trial.of(case, question.person, question.month), question.work
    if work.net_share is None and takes_gross(trial.book.regime, trial.law):
        raise InputError("This regime takes a share of gross wages, so a net wage is not enough. Give the gross wage with "
                         "--gross-hourly-wage, and --net-share.", file=case.file)  # fmt: skip
    if not work.net:
        raise InputError(f"At {format_euro(work.hourly, 'en')} an hour so few hours are less than a cent a month, and change "
                         "nothing. Ask for more hours, or check the hourly wage.", file=case.file)  # fmt: skip
    now, then = trial.at(), point(trial, work, work.hours)
    end = end_of_bijstand(trial, work)
    leaving = None if end is None else break_even(end, question.exit_premium or exit_premium_of(trial))
    done = trial.calculation(work.of(work.hours))
    premiums = tuple(one for one in premium_statements(done) if one.person in members(trial.months[-1]))
    return WhatIf(
        trial, question, now, then, point(trial, work, work.hours + _HOUR), after_exemption(trial, work, then),
        parts(trial, now, then.outcome), sweep(trial, work, question.sweep), end, leaving,
        schemes(trial.book.regime, trial.month, on_bijstand=then.outcome.bijstand > 0, law=trial.law), premiums,
    )  # fmt: skip


def after_exemption(trial: Trial, work: ExtraWork, then: Point) -> Point | None:
    """The same month with every temporary exemption behind the household, where that differs."""
    found = point(trial.later(), work, work.hours)
    return None if (found.outcome, found.kept) == (then.outcome, then.kept) else found


def parts(trial: Trial, now: Outcome, then: Outcome) -> tuple[Part, ...]:
    """What changes, part by part, with the month it comes in; the parts add up to the change of the total."""
    month = trial.month
    known = [
        Part("wage", then.wages - now.wages, month),
        Part("bijstand", then.paid - now.paid, month),
        Part("reserve", then.reserve - now.reserve, _holiday_month(trial)),
        Part("premium", then.premium - now.premium, premium_payout_month(month, trial.book.regime, trial.book.rechtsdatum)),
    ]
    rest = then.total - now.total - sum(part.change for part in known)
    return (*known, Part("rest", rest, month)) if rest else tuple(known)


def _holiday_month(trial: Trial) -> Month | None:
    """The next month in which the town pays the reserved holiday allowance, where it is stated."""
    if not trial.book.regime.states(_HOLIDAY_MONTH, trial.law):
        return None
    chosen = trial.book.regime.value(_HOLIDAY_MONTH, trial.law).value
    return next(later for ahead in range(1, 13) if (later := trial.month + ahead).number == chosen)
