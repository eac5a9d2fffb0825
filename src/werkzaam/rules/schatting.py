# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The wage estimated in advance: how much, by which method, and from which payslips."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from werkzaam.core.errors import InputError
from werkzaam.core.money import HALF_UP, format_euro, share_of


class Methode(Enum):
    """How a wage is estimated; the values are labels in Dutch and English."""

    VAST_BEDRAG = ("een afgesproken bedrag", "an agreed amount")
    GEMIDDELDE = ("het gemiddelde van uw loonstroken", "the mean of your payslips")
    VORIGE_MAAND = ("uw vorige loonstrook", "your previous payslip")


@dataclass(frozen=True, slots=True)
class Estimate:
    """An estimated net wage in cents, with the method and the payslips (oldest first) that it rests on."""

    cents: int
    method: Methode
    slips: tuple[int, ...] = ()


def estimate(method: Methode, slips: Sequence[int] = (), *, fixed: int | None = None) -> Estimate:
    """The estimate by a method: an agreed amount, or the mean (half up) or the last of some payslips; all in cents."""
    if (fixed is None) is (method is Methode.VAST_BEDRAG):
        raise InputError("An estimate is either an agreed amount (vast_bedrag) or made from payslips, and never both.")
    if fixed is not None:
        if slips:
            raise InputError("An agreed amount is not made from payslips; leave one of the two out.")
        return Estimate(_whole(fixed), method)
    if not slips:
        raise InputError("No payslips were given to estimate from; list at least one, or agree on an amount (vast_bedrag).")
    known = tuple(map(_whole, slips))
    if method is Methode.VORIGE_MAAND:
        return Estimate(known[-1], method, known[-1:])
    return Estimate(share_of(sum(known), Fraction(1, len(known)), HALF_UP), method, known)


def _whole(cents: int) -> int:
    if cents < 0:
        raise InputError(f"An estimate is made from amounts of zero or more; found {format_euro(cents, 'en')} euros.")
    return cents
