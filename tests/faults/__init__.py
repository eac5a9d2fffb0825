# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What happens to the ledger when something stops, breaks or comes at the same time."""
