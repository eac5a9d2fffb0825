# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What a person sees of their own: values behind the pages, read from the ledger and computed by the rules; nothing of HTTP."""
