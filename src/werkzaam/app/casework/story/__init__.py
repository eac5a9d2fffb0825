# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Stories of guidance: clients and case managers, what they write day after day, and what must be so then."""
