# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Stories of the ledger: what happened to a household, day after day, and what must have come of it."""
