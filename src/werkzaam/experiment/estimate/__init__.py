# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Estimates from a randomised experiment: differences between arms, how sure they are, and what many of them together allow.

Everything takes NumPy arrays with a row for each person: outcomes as floats with NaN where nothing was observed, arms, blocks and
clusters as whole numbers. People whose outcome or arm (-1) is missing do not count, and the n of an `Estimate` says who did.
"""
