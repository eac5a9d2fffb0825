# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The door of the income officer: what needs a human, runs, corrections, payments."""
