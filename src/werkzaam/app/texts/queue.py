# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What the queue says must be looked at, and by when; the names in braces are the values that were kept with it."""

from __future__ import annotations

ITEMS = {
    "nl": {
        # after work stopped bijstand
        "left": "Door het loon is er vanaf {month} geen bijstand. Vraag vóór {day} hoe het verder gaat. Eindigt de bijstand? Leg "
        "dan `einde_bijstand` vast. Stopt het werk? Leg dan `einde_baan` vast. Is er een nieuwe loonstrook? Leg die dan vast. "
        "Weten we niets, dan betalen we vanaf {month_held} niets uit.",
        "silent": "Door het loon was er in {month_before} geen bijstand. Over {month} weten we niets: geen loonstrook en geen "
        "einde van het werk. Bel de klant. Leg vast wat u hoort: de loonstrook, `einde_baan` of `einde_bijstand`. Geef daarna "
        "de run opnieuw. Tot dan gaat er niets uit.",
    },
    "en": {
        "left": "Because of the wage there is no bijstand from {month} on. Ask before {day} what comes next. Does bijstand end? "
        "Record `einde_bijstand`. Does the work stop? Record `einde_baan`. Is there a new payslip? Record it. If we know "
        "nothing, we pay nothing from {month_held} on.",
        "silent": "Because of the wage there was no bijstand in {month_before}. Of {month} we know nothing: no payslip, and no end "
        "of the work. Call the client. Record what you hear: the payslip, `einde_baan` or `einde_bijstand`. Then give the run "
        "again. Until then nothing is paid.",
    },
}  # fmt: skip
"""What was kept as a code, by that code."""
