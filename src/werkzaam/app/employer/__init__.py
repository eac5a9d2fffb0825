# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Wages as employers deliver them: read without the ledger, and taken over by the town afterwards (decision 0190)."""
