# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What fell to a person in the draw of an experiment, with the receipt by which they check it themselves."""

from __future__ import annotations

from dataclasses import dataclass

from werkzaam.app.experiment.checking import checking_page as page_of
from werkzaam.app.experiment.checking import receipt
from werkzaam.app.experiment.of_town import design_here, experiments_here, key_here
from werkzaam.app.experiment.receipt import Sheet, qr_svg, sheet
from werkzaam.app.experiment.receipt_texts import EN, NL
from werkzaam.app.ledger.desk import Desk
from werkzaam.core.errors import UnknownName
from werkzaam.experiment.design import Design, Words
from werkzaam.experiment.lottery.commitment import Commitment
from werkzaam.experiment.lottery.receipt import Receipt
from werkzaam.experiment.register import pseudonym
from werkzaam.store.roster import by_pseudonym


@dataclass(frozen=True, slots=True)
class OwnDraw:
    """One person's draw: `arm` in words, None for who was not drawn into an arm or before the draw (`drawn` says which).

    `text` is the receipt (begins with `lottery1`); `sheet` has the sentences, steps and facts beside it.
    """

    experiment: str
    title: Words
    drawn: bool
    arm: Words | None
    interviewed: bool
    text: str
    _receipt: Receipt
    _promise: Commitment
    _design: Design

    def sheet(self, desk: Desk, lang: str) -> Sheet:
        """What it says, how to check it, and its facts, in one language."""
        return sheet(self._receipt, self._promise, self._design, lang=lang, day=desk.today, sender=desk.town.name)

    def limits(self, lang: str) -> tuple[str, ...]:
        """What checking does not prove."""
        return tuple({"nl": NL, "en": EN}[lang]["limits"])

    @property
    def code(self) -> str:
        """The receipt as a QR code, as SVG."""
        return qr_svg(self.text)


def own_draw(desk: Desk, person: int) -> OwnDraw | None:
    """The newest draw of a person by their number in the ledger; None for who takes no part in any experiment of the town.

    Only the municipality's key ties a number to a participant; where it is not at hand nobody is found.
    """
    key = key_here(desk)
    if key is None:
        return None
    name = pseudonym(key, str(person))
    for experiment in reversed(experiments_here(desk)):
        pid = by_pseudonym(desk.database, desk.town.id, experiment).get(name)
        if pid is not None and (found := _of(desk, experiment, pid)) is not None:
            return found
    return None


def _of(desk: Desk, experiment: str, pid: str) -> OwnDraw | None:
    """None for somebody who is on no promised list yet."""
    design = design_here(desk, experiment)
    try:
        own, promise = receipt(desk, design, pid)
    except UnknownName:
        return None
    lot = own.lot
    arm = None if lot is None or lot.arm is None else design.arm(lot.arm).label
    return OwnDraw(
        experiment, design.title, lot is not None, arm, lot is not None and lot.interview, own.text, own, promise, design
    )


def checking_page(desk: Desk, experiment: str) -> str:
    """The page that checks receipts of an experiment, as one HTML file. Raises UnknownName before a draw was promised."""
    return page_of(desk, design_here(desk, experiment))
