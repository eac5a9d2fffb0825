# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The words around the rules' own sentences, in Dutch (B1) and English."""
