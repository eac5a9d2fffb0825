# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The log: one JSON object a line, on standard error, without personal data.

Nothing that somebody sent is in a line: of an address only the name of its route, of a message only the text that stands in the
code and not what is filled in, of an error its kind and where it was raised and not what it says. A request has an identifier,
which the answer carries too, so that somebody who calls can be helped.
"""

from __future__ import annotations

import json
import logging
import traceback
from contextvars import ContextVar
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

identifier: ContextVar[str] = ContextVar("request", default="")
"""Of the request that is answered now."""
HERE = Path(__file__).parents[1]


class PlainFormatter(logging.Formatter):
    """A record as a line of JSON that holds no personal data."""

    def format(self, record: logging.LogRecord) -> str:
        """The line; a newline in a value cannot begin another."""
        found: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"), "level": record.levelname,
            "logger": record.name, "event": str(record.msg), "request": identifier.get(),
        }  # fmt: skip
        found |= getattr(record, "werkzaam", {})
        if hasattr(record, "status_code"):
            found["status"] = record.status_code
        if record.exc_info and record.exc_info[0] is not None:
            found |= {"error": record.exc_info[0].__name__, "at": _where(record.exc_info[2])}
        return json.dumps(found, ensure_ascii=True)


def _where(found: Any) -> list[str]:
    """The places that an error came through: file, line and function, without the lines' text."""
    return [f"{_short(one.filename)}:{one.lineno} {one.name}" for one in traceback.extract_tb(found)]


def _short(file: str) -> str:
    path = Path(file)
    return str(path.relative_to(HERE)) if path.is_relative_to(HERE) else path.name


def logging_of(level: str) -> dict[str, Any]:
    """The settings of logging."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"plain": {"()": "werkzaam.web.logs.PlainFormatter"}},
        "handlers": {"plain": {"class": "logging.StreamHandler", "formatter": "plain"}},
        "root": {"handlers": ["plain"], "level": level},
        "loggers": {
            "django": {"handlers": ["plain"], "level": level, "propagate": False},
            # What is refused has a line with its route and number (request_log); Django's has neither.
            "django.request": {"level": "ERROR"},
            "axes": {"handlers": ["plain"], "level": "ERROR", "propagate": False},
        },
    }
