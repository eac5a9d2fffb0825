# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Files that come from others and go to others: wages in, payments out, bank statements in."""
