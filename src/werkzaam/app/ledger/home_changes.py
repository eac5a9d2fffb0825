# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What a person must look at when somebody of a household dies or leaves: an open item, made at once (decision 0098)."""

from __future__ import annotations

from werkzaam.app.ledger.household_file import HouseholdFile
from werkzaam.app.ledger.new_facts import NewFact
from werkzaam.core.digest import digest
from werkzaam.store.queue import open_item
from werkzaam.store.writer import Writer


def ask_about(writer: Writer, file: HouseholdFile, change: NewFact) -> None:
    """Open an item about a death, or about a partner who leaves, in the transaction that records it; nothing for who only comes.

    `file` is the household before the change.
    """
    row, household = change.row, file.household
    lodgers = {one["naam"] for one in file.person_rows if one.get("rol") == "huisgenoot"}
    left = [row["weg"]] if isinstance(row.get("weg"), str) else row.get("weg", [])
    if "overleden" in row:
        text = (
            f"{row['overleden']} overleden op {row['op']}. Nakijken: de rekening, vaste betalingen, lopende vordering en premie, "
            "en wie na de dag van overlijden wordt betaald (art. 45 lid 5 Participatiewet)."
        )
    elif partners := [name for name in left if name not in lodgers]:
        text = (
            f"{', '.join(partners)} woont hier niet meer vanaf {row['van']}. Nakijken: de rekening, van wie de opgebouwde "
            "vakantietoeslag en premie zijn, en wie een vordering van daarvoor betaalt (art. 59 Participatiewet)."
        )
    else:
        return
    open_item(writer, f"home {household} {digest('home', change.key)[:16]}", kind="check", text=text, household=household)
