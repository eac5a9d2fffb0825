# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What people do with guidance: write in a dossier, open it, plan a week, look back at what was promised."""
