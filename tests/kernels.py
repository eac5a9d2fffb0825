# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Where tests keep compiled kernels: in the checkout, so that a second run need not compile again."""

from __future__ import annotations

from pathlib import Path

CACHE = Path(__file__).parents[1] / ".cache" / "kernels"
