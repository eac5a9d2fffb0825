# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The door of the case manager and the leader of the team: agenda, caseload, dossiers."""
