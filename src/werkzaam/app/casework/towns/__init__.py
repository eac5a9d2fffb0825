# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Towns beside each other: the same people and the same behaviour under several regimes, and what was printed of five cities."""
