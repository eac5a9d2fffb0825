# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What taking part gives, said before somebody decides: the premium of the regimes, the vouchers of the design."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from werkzaam.app.experiment.texts import TAKING_PART
from werkzaam.app.regimes import is_on
from werkzaam.app.sentence import euros
from werkzaam.core.months import Month
from werkzaam.experiment.design import Design
from werkzaam.regime.regime import Regime


@dataclass(frozen=True, slots=True)
class Premium:
    """What a regime pays on earnings: a percent of them, at most so many cents per period (the name of a choice)."""

    percent: Fraction
    most: int
    per: str


def premiums(design: Design, regimes: Mapping[str, Regime]) -> dict[str, Premium | None]:
    """The premium of each arm in the month in which the experiment starts; None where its regime (by arm) pays none."""
    return {arm.id: _premium(regimes[arm.id], Month.of_day(design.start)) for arm in design.arms}


def _premium(chosen: Regime, month: Month) -> Premium | None:
    if not is_on(chosen, "premie.geldt", month):
        return None
    share = chosen.value("premie.aandeel", month).typed(Fraction)
    most = chosen.value("premie.maximum", month).typed(int)
    return Premium(100 * share, most, chosen.value("premie.maximum_per", month).typed(str))


def enrolment_page(design: Design, regimes: Mapping[str, Regime], lang: str) -> str:
    """The page somebody reads before enrolling: free to choose, what it gives, and that stopping costs no bijstand."""
    return "\n\n".join(_paragraphs(design, regimes, lang)) + "\n"


def _paragraphs(design: Design, regimes: Mapping[str, Regime], lang: str) -> Iterator[str]:
    words = TAKING_PART[lang]
    yield getattr(design.title, lang)
    yield words["free"].format(town=design.municipality)
    yield words["lot"]
    found = premiums(design, regimes)
    if len(set(found.values())) == 1:
        (same,) = set(found.values())
        yield words["no_premium"] if same is None else _premium_text(words["everybody"], same, lang)
    else:
        for arm in design.arms:
            one = found[arm.id]
            who = words["in_arm"].format(arm=getattr(arm.label, lang))
            yield words["no_premium_arm"].format(who=who) if one is None else _premium_text(who, one, lang)
    vouchers = [words["voucher"].format(wave=getattr(wave.label, lang), amount=euros(wave.voucher, lang))
                for wave in design.waves if wave.voucher]  # fmt: skip
    if vouchers:
        yield "\n".join([words["vouchers"], *vouchers])
    yield words["stop"]


def _premium_text(who: str, one: Premium, lang: str) -> str:
    words = TAKING_PART[lang]
    percent = str(one.percent) if one.percent.denominator == 1 else f"{float(one.percent):g}"
    return words["premium"].format(who=who, percent=percent, most=euros(one.most, lang), per=words[one.per])
