# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What every test run shares: the requirements plugin, and how hard the properties search."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

pytest_plugins = ["tests.requirements.plugin"]

# The same cases on every run, so that a red build is red for everybody; `make soak` looks for new ones.
settings.register_profile("push", derandomize=True, deadline=None, print_blob=True)
settings.register_profile(
    "soak", max_examples=5_000, deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("push")
