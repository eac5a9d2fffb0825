# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What regimes promise and what they leave of a wage, as sections of a page for who makes policy; about nobody."""
