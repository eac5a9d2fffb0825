# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The door of the researcher and the council: experiment, comparison, simulation; figures and never a person."""
