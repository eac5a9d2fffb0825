# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The public draw, protocol `experiment-lottery/v1`: promised before, drawn by chance in nobody's hand, checked after.

The protocol is a text of its own (docs/reference/experiment-lottery-v1.md); a program written from it alone comes to the same
draw. Here it is as pure functions: who enrolled, secrets, moments and beacons are arguments.
"""
