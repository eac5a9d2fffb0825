# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Accounts and sessions: the only tables that Django makes and migrates."""
