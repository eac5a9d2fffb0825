# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What the operations of the API are called in its description."""

from __future__ import annotations

from drf_spectacular.openapi import AutoSchema


class Operations(AutoSchema):
    """Names an operation as its view does, and apart when it is about somebody else than who asks."""

    def get_operation_id(self) -> str:
        """The name, once in the description."""
        name: str = self.view.operations[self.method]
        return f"{name}-of-client" if "{subject}" in self.path else name

    def get_auth(self) -> list[dict[str, list[str]]]:
        """Nothing of its own: all operations are entered in the same ways."""
        return []
