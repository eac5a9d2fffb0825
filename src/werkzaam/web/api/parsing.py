# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Reads messages of the API on guard: what is nested without end is refused before anything follows it down.

Python's own reader stops at the interpreter's recursion limit only. A library that raises that limit for the whole process
makes a deep message run over the stack, which ends the server and not the request.
"""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any

from rest_framework.exceptions import ParseError
from rest_framework.parsers import JSONParser

DEEPEST = 32
"""Far deeper than any message of the API."""
_BRACKET = re.compile(rb"[\[{\]}]")


class BoundedJSONParser(JSONParser):
    """JSON, no deeper than DEEPEST."""

    def parse(self, stream: Any, media_type: str | None = None, parser_context: Any = None) -> Any:
        """The value; raises ParseError for what is no JSON, or too deep."""
        text = stream.read()
        if depth(text) > DEEPEST:
            raise ParseError(f"This is nested deeper than {DEEPEST} levels.")
        return super().parse(BytesIO(text), media_type, parser_context)


def depth(text: bytes) -> int:
    """How deep brackets stand within brackets, those inside quotes not counted: at least as deep as a reader follows."""
    unquoted = text.replace(rb"\\", b"").replace(rb"\"", b"").split(b'"')[::2]
    open_now = deepest = 0
    for mark in _BRACKET.findall(b" ".join(unquoted)):
        open_now += 1 if mark in b"[{" else -1
        deepest = max(deepest, open_now)
    return deepest
