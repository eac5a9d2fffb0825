# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The tests; a package, so that `tests.requirements.plugin` and oracles can be imported by name."""
