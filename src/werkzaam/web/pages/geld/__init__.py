# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The door of the person's money: this month and next, wages, the premium, what if."""
