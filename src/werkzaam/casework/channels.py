# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The channels of contact and who takes the first step: codes that several notions share."""

from __future__ import annotations

CHANNELS = ("bezoek", "telefoon", "post", "bericht", "videogesprek")
PERSONAL = frozenset({"bezoek", "telefoon", "videogesprek"})
"""Channels in which two people talk."""
INITIATORS = ("inwoner", "klantmanager")
CAME, WITH_NOTICE, NO_NOTICE = "gekomen", "afgemeld", "niet_gekomen"
PRESENCE = (CAME, WITH_NOTICE, NO_NOTICE)
"""Whether a client came."""
