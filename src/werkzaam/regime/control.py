# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What a town may settle about control. Who settles nothing gets the least controlling option that the law permits (R-262)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from werkzaam.core.errors import OverLimit
from werkzaam.core.law import LawRef
from werkzaam.core.months import Month, Span
from werkzaam.regime.guidance import Guidance, Said

FILE = Path(__file__).with_name("data") / "vertrouwen.toml"
_ALWAYS = Span(Month(0))


@dataclass(frozen=True, slots=True)
class Option:
    """One way to settle it: what it says to a client, its article, and the months in which the law permits it."""

    code: str
    says: Said
    law: LawRef
    span: Span


@dataclass(frozen=True, slots=True)
class Control:
    """One thing to settle: its question, and the options from the least controlling to the most."""

    code: str
    question: Said
    options: tuple[Option, ...]

    def least(self, month: Month) -> Option:
        """The least controlling option that the law permits in a month."""
        return next(option for option in self.options if month in option.span)


@dataclass(frozen=True, slots=True)
class Settled:
    """How one thing is settled in a month; `part` is the part of the regime that chose it, None when nobody did."""

    control: Control
    option: Option
    part: str | None


def _controls() -> dict[str, Control]:
    document = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return {row["code"]: Control(row["code"], Said(**row["vraag"]), tuple(_option(each, row["recht"]) for each in row["keuze"]))
            for row in document["instelling"]}  # fmt: skip


def _option(row: Mapping[str, Any], law: str) -> Option:
    span = Span.parse(row["vanaf"], row.get("tot")) if "vanaf" in row else _ALWAYS
    return Option(row["code"], Said(**row["zegt"]), LawRef.parse(row.get("recht", law)), span)


CONTROLS: Mapping[str, Control] = _controls()
"""Everything a town may settle about control, by code."""


def settled(guidance: Guidance | None, month: Month) -> list[Settled]:
    """How everything is settled in a month under a guidance, or on a fresh start without one.

    Raises OverLimit for a choice that the law of the month does not permit.
    """
    chosen = dict(guidance.control) if guidance is not None else {}
    part = guidance.part if guidance is not None else None
    found = []
    for control in CONTROLS.values():
        if control.code not in chosen:
            found.append(Settled(control, control.least(month), None))
            continue
        option = next(one for one in control.options if one.code == chosen[control.code])
        if month not in option.span:
            raise OverLimit(
                f"{part}: vertrouwen.{control.code} is {option.code!r}, which the law permits {option.span} "
                f"({option.law.text('en')}) and not in {month}. Choose {control.least(month).code!r}, or give the part "
                "other dates."
            )
        found.append(Settled(control, option, part))
    return found
