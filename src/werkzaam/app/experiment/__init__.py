# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The experiment as use cases: its files, the registers of people, the draw and the report."""
