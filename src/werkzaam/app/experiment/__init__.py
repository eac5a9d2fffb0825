# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Experiments as files and pages: designs and rosters read strictly, draws carried out, answers imported, texts for people."""
