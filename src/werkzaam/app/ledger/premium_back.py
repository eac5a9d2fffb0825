# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Premium that was paid too much: a named officer decides whether it is asked back (R-101). Nothing is taken for it by itself."""

from __future__ import annotations

from werkzaam.app.ledger.answered import of_premium
from werkzaam.app.ledger.desk import Desk
from werkzaam.core.errors import InputError
from werkzaam.core.months import Month
from werkzaam.ledger.decision import Verdict
from werkzaam.ledger.premium import approve_reclaim
from werkzaam.store.premiums import StoredReclaim, premiums, reclaims, record_premium, record_premium_verdict


def approve_premium_back(desk: Desk, household: int, *, reason: str, protected_earnings: str) -> int:
    """Ask back what was proposed, after the protected-earnings check; cents. The person pays it themselves, as a letter says.

    Raises NotAllowed for whoever made the proposal, and where a later payout replaced it.
    """
    with desk.writes() as writer:
        writer.lock([household])  # Of two officers at once the second reads what the first said.
        asked = _newest(desk, household)
        before = premiums(desk.database, desk.town.id, asked.reclaim.person)[-1]
        verdict = Verdict(asked.reclaim.evidence, desk.actor, asked.maker, True, reason, protected_earnings)
        less = approve_reclaim(before.award, asked.reclaim, verdict)
        event = record_premium_verdict(writer, asked, verdict)
        assert event is not None
        record_premium(writer, household, less, before, pay_month=Month.of_day(desk.today), verdict_seq=event.hseq)
    return asked.reclaim.cents


def reject_premium_back(desk: Desk, household: int, *, reason: str) -> int:
    """Leave the premium as it was paid; cents that are not asked back."""
    with desk.writes() as writer:
        writer.lock([household])
        asked = _newest(desk, household)
        record_premium_verdict(writer, asked, Verdict(asked.reclaim.evidence, desk.actor, asked.maker, False, reason))
    return asked.reclaim.cents


def _newest(desk: Desk, household: int) -> StoredReclaim:
    """The newest proposal that waits; raises AnsweredBefore where the last one has its answer."""
    waiting = reclaims(desk.database, desk.town.id, household, waiting=True)
    if not waiting:
        raise of_premium(desk, household) or InputError(
            f"No premium of household {household} waits to be asked back; `werkzaam queue` lists what does."
        )
    return waiting[-1]
