# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The one DDL and all SQL: rows of SQLite and PostgreSQL to values of the ledger and back."""
