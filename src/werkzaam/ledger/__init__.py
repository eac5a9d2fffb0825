# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What was known, decided, paid and corrected: pure decisions on values, never a cent twice."""
