# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The use cases of an experiment: read a design, enrol, draw, plan waves, analyse, report."""
