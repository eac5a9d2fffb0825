# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A longer follow-up: the last wave and the last month of the register once more, so many months later, in the same families."""

from __future__ import annotations

from dataclasses import replace

from werkzaam.app.experiment.design_words import Described
from werkzaam.core.errors import InputError
from werkzaam.experiment.design import Design, Family, Outcome, Wave, Words

LONGEST = 120


def measured_later(seen: Described, months: int) -> Described:
    """The design with one more measurement; as many answer as at the last wave, and the same is expected of it.

    Raises InputError for months that cannot be, and for a design without a wave.
    """
    if not 1 <= months <= LONGEST:
        raise InputError(f"--later: 1 to {LONGEST} months were expected; found {months}.")
    design = seen.design
    last = design.waves[-1]
    label = Words(f"{last.label.nl}, {months} maanden later", f"{last.label.en}, {months} months later")
    wave = Wave(f"{last.id}_{months}", label, last.first + months, last.last + months, last.voucher)
    copies = {one.id: _later(one, wave, months) for one in design.outcomes if _is_last(one, design)}
    families = tuple(_with(family, copies) for family in design.families)
    changed = replace(design, id=f"{design.id}_{months}", waves=(*design.waves, wave), families=families,
                      outcomes=(*design.outcomes, *copies.values()))  # fmt: skip
    assumed = seen.assumed
    if assumed is not None:
        assumed = replace(
            assumed, answered={**assumed.answered, wave.id: assumed.answered[last.id]},
            outcomes={**assumed.outcomes, **{copy.id: assumed.outcomes[one] for one, copy in copies.items()}},
        )  # fmt: skip
    return replace(seen, design=changed, assumed=assumed)


def _is_last(one: Outcome, design: Design) -> bool:
    """Whether an outcome is of the last wave, or of the last month in which the register is asked for its variable."""
    if one.wave is not None:
        return one.wave == design.waves[-1].id
    same = [other.month for other in design.outcomes if other.variable == one.variable and other.month is not None]
    return one.month is not None and one.month == max(same)


def _later(one: Outcome, wave: Wave, months: int) -> Outcome:
    label = Words(f"{one.label.nl}, {months} maanden later", f"{one.label.en}, {months} months later")
    month = None if one.month is None else one.month + months
    return replace(one, id=f"{one.id}_{months}", label=label, wave=None if one.wave is None else wave.id, month=month)


def _with(family: Family, copies: dict[str, Outcome]) -> Family:
    more = tuple(copies[one].id for one in family.outcomes if one in copies)
    return replace(family, outcomes=(*family.outcomes, *more))
