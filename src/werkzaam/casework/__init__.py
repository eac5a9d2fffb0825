# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Guidance of people: what was agreed and done with a client, what is due and why, and whether the promise was kept."""
