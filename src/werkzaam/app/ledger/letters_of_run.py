# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The letters about what a run decided: which there are to make, and one of them."""

from __future__ import annotations

from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.keep import LANG
from werkzaam.app.ledger.letter_of import letter_pdf
from werkzaam.core.errors import WerkzaamError
from werkzaam.core.months import Month
from werkzaam.store.decisions import decisions
from werkzaam.store.errors import StoreError
from werkzaam.store.events import events
from werkzaam.store.runs import DECIDED, last_run, run_items


def letters_to_make(desk: Desk, month: Month) -> list[str]:
    """What the last run of a month decided since it began, as `HOUSEHOLD/MONTH/VERSION`; nothing when there was none."""
    found = last_run(desk.database, desk.town.id, month, "month")
    if found is None:
        return []
    items = run_items(desk.database, desk.town.id, found.run_id, result=DECIDED)
    return [ident for item in items for ident in _decided_since(desk, item.household, found.started_at)]


def _decided_since(desk: Desk, household: int, moment: str) -> list[str]:
    late = {one.hseq for one in events(desk.database, desk.town.id, household) if one.recorded_at >= moment}
    made = [one for one in decisions(desk.database, desk.town.id, household) if one.hseq in late]
    return [f"{household}/{one.decision.month}/{one.decision.version}" for one in made]


def make_letter(desk: Desk, ident: str) -> str:
    """Make and keep a letter, or find it as it was kept; why it could not be made, or nothing."""
    try:
        letter_pdf(desk, ident, LANG)
    except StoreError:
        raise
    except WerkzaamError as error:
        return str(error)
    return ""
