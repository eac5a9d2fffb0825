# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""How much is tried and from which seed: little and always the same on a push, more and always other cases in `make soak`."""

from __future__ import annotations

import os
import random

SEED = int(os.environ.get("FAULTS_SEED", "1"))
"""Where chance begins; every failure names it."""
TIMES = int(os.environ.get("FAULTS_TIMES", "1"))
"""How many times as much is tried as on a push."""


def chance(*about: object) -> random.Random:
    """Chance for one test: the same for the same seed."""
    return random.Random(f"{SEED} {about}")
