# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What the buffer budget of article 34b may make up of a month that was paid too low; it is not paid (decision 0097)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.plan import case_now
from werkzaam.app.ledger.positions import position_of
from werkzaam.app.text_layout import euro, heading, paragraph
from werkzaam.app.texts.ledger import WORDS
from werkzaam.core.errors import FactNotInForce, InputError, NotCovered
from werkzaam.core.months import Month
from werkzaam.store.decisions import decisions

MAXIMUM = "bufferbudget_max"
PAID = ("bijstand", "reservering")
"""The lines of a decision that are bijstand of its month; holiday allowance is of other months."""


@dataclass(frozen=True, slots=True)
class BufferRoom:
    """A month beside the norm, in cents: what there was to live on by the first decision, and what the law lets make up of it.

    `norm` is without holiday allowance; `paid` is bijstand as first decided; `means` are wages and other income, as known now;
    `corrected` is what was paid later for the month; `maximum` is of a calendar year, of which no payment is known here.
    """

    household: int
    month: Month
    norm: int
    means: int
    paid: int
    corrected: int
    maximum: int

    @property
    def shortage(self) -> int:
        """By how much the month fell below the norm when it was paid."""
        return max(self.norm - self.means - self.paid, 0)

    @property
    def room(self) -> int:
        """The most that may be used for this month."""
        return min(self.shortage, self.maximum)


def buffer_room(desk: Desk, household: int, month: Month) -> BufferRoom:
    """The room of a month; raises NotCovered before 2027 and without wages beside bijstand, InputError for a month that waits."""
    maximum = _maximum(desk, month)
    made = [one.decision for one in decisions(desk.database, desk.town.id, household, month=month)]
    if not made or made[-1].due.provisional:
        raise InputError(f"{month} of household {household} is not decided by a payslip yet; first run the month with it.")
    calculated = case_now(position_of(desk, household), desk.world(month)).calculate()
    steps = next(one for one in calculated.months if one.month == month)
    wages = sum(step.value for (name, _), step in steps.steps.items() if name == "loon_naast_bijstand")
    if not wages or not steps.value("recht_op_bijstand"):
        raise NotCovered(f"The buffer budget is for who has wages beside bijstand (art. 34b(1) Participatiewet); {month} of "
                         f"household {household} has none.")  # fmt: skip
    paid = sum(line.cents for line in made[0].due.lines if line.name in PAID)
    means = wages + steps.value("middelen_naast_loon")
    corrected = made[-1].paid_after - made[0].paid_after
    return BufferRoom(household, month, steps.value("norm_zonder_vakantietoeslag"), means, paid, corrected, maximum)


def _maximum(desk: Desk, month: Month) -> int:
    """The most of a calendar year, as it is in force in a month."""
    try:
        return int(desk.facts.on(MAXIMUM, month).value)
    except FactNotInForce as error:
        why = f"{month} has no buffer budget: article 34b Participatiewet is in force from January 2027. {error}"
        raise NotCovered(why) from error


def buffer_text(found: BufferRoom, lang: str) -> str:
    """The sum, the room, and why nothing is paid by it."""
    return "\n".join(_lines(found, lang)) + "\n"


def _lines(found: BufferRoom, lang: str) -> Iterator[str]:
    words = WORDS[lang]
    yield from heading(words["buffer"].format(household=found.household, month=found.month.name(lang)))
    for key, cents in (("norm", found.norm), ("means", found.means), ("paid", found.paid), ("shortage", found.shortage),
                       ("corrected", found.corrected), ("room", found.room)):  # fmt: skip
        yield f"{words[f'buffer_{key}']}: {euro(cents, lang)}"
    yield from paragraph(words["buffer_refused"].format(maximum=euro(found.maximum, lang)))
