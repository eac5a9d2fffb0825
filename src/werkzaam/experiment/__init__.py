# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""An experiment from its design to its verdict: enrolment, draw, waves, estimation, disclosure, words.

Everything follows from one `Design`. Nothing here knows a file, a database, a clock or a source of chance: those are arguments.
"""
