# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The use cases of the ledger: record what became known, run a month, pay, book, look back, decide, verify."""
