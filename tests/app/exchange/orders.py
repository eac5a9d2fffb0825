# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Payment orders made for one test, to accounts that do not exist."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from werkzaam.app.exchange.pain import PaymentOrder, Transfer


def dutch_iban(account: int) -> str:
    """The account number with the check digits of ISO 7064, worked out the other way round than the reader does."""
    digits = "".join(str(int(one, 36)) for one in f"ABNA{account:010d}NL00")
    return f"NL{98 - int(digits) % 97:02d}ABNA{account:010d}"


def transfer(number: int = 1, cents: int = 812_50, name: str = "S. Jansen", text: str = "Bijstand maart 2026") -> Transfer:
    """One payment."""
    return Transfer(f"W-2026-03-{number}", cents, name, dutch_iban(number), text)


def order(*transfers: Transfer) -> PaymentOrder:
    """An order of these, or of one."""
    return PaymentOrder(
        "TESTSTAD-2026-03-1", "TESTSTAD-2026-03-1-A", "2026-03-20T09:15:00Z", date(2026, 4, 8), "Gemeente Teststad",
        "NL91ABNA0417164300", transfers or (transfer(),),
    )  # fmt: skip


def order_with(**changes: object) -> PaymentOrder:
    """An order of one payment with other values."""
    return replace(order(), **changes)
