# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What may leave the experiment: no count of fewer than ten people, also not by subtracting what was ever released."""
