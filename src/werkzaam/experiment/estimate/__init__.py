# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Estimates of what an arm did: each a formula of its paper, with its error, checked against R."""
