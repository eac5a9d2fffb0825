# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The report of an experiment: words that follow numbers, pictures with their tables, and the limits always printed."""
