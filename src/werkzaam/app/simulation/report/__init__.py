# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The report of a relived experiment: every published number beside what the simulation found, and what it rests on."""
