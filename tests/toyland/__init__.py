# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Toyland: a fictive town with a fictive act, small enough to read and strange enough to try every corner of the engine."""
