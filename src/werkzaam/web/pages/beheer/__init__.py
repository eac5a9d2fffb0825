# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The door of the technical administrator, and the pages for everybody about the site itself."""
