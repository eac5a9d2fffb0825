# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Simulation as use cases: its numbers from files, lives under regimes, studies, and the pages that show them."""
