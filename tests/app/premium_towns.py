# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Towns made for one test: a premium of their own beside full settlement."""

from __future__ import annotations

from tests.app.conftest import Desk

DETAILS = ("nl_norm_details", "nl_settlement_details", "nl_no_other_premiums", "nl_no_city_pass")
"""The parts that state what a premium does not."""
HALF_TO_200 = ("aandeel = 50", 'maximum = "200.00"', 'maximum_uitbetaling = "1200.00"', 'grondslag = "nettoloon"')


def town(desk: Desk, premium: str, *lines: str, with_bijstand: bool = False, per: str = "maand") -> str:
    """The file of a town whose premium says this; half-years and payouts are those of the experiment."""
    rest = ("geldt = true", f'maximum_per = "{per}"', f"alleen_met_bijstand = {str(with_bijstand).lower()}",
            "halfjaar_eindigt = [6, 12]", "uitbetaling = [7, 12]")  # fmt: skip
    desk.part(premium, "\n".join(["[premie]", *rest, *lines, ""]))
    return str(desk.town(f"stad_{premium}", "earn_full_settlement", premium, "ams_income_settlement", *DETAILS, first="2018-01"))
