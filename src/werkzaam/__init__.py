# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Werkzaam: social assistance that works, settled to the cent and explained line by line."""

__version__ = "0.1.0"
