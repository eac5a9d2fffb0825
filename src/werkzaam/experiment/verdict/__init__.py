# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The analysis that was planned, no more and no less: the plan that is locked, masked arms first, every planned number."""
