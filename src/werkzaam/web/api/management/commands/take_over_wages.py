# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""`take_over_wages`: take over the wages of employers that wait, for a server that was stopped meanwhile."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from werkzaam.web.api.taking_over import take_over_waiting


class Command(BaseCommand):
    """Take over what waits."""

    help = "Take over the wages that employers delivered and that still wait."

    def handle(self, *args: Any, **options: Any) -> None:
        """Say how many deliveries were taken over."""
        self.stdout.write(f"{take_over_waiting()} deliveries were taken over.")
