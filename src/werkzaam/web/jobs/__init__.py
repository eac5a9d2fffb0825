# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Work that takes longer than a page may: kept as a row, done by a worker beside the server, and gone on with after a stop."""
