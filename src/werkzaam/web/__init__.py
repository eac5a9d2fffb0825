# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The doors: pages per role, server-rendered, over the use cases of `app`; nothing is computed or stored here."""
