# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What every answer of the API carries, also where no view of it was reached: its version, and errors as problems."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from werkzaam.app.employer.told import MOST_BYTES
from werkzaam.web.api.problems import MEDIA_TYPE, problem
from werkzaam.web.visit import whole_number

PREFIX = "/api/"
VERSION = "1.0.0"
OF_EMPLOYERS = "/werkgever/"
MOST_SENT = 4 * MOST_BYTES
"""Bytes of a request after which it is not read at all: a file that is somewhat too large is still told so beside its field."""
MOST_OF_A_FORM = 40 << 20
"""The same for every other page: somewhat more than the largest file of wages or of a bank."""


class ApiMiddleware:
    """Answers below /api/; others pass as they are, when they are not too large to be read."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = _too_large(request) or self.get_response(request)
        if not request.path.startswith(PREFIX):
            return response
        if response.status_code >= HTTPStatus.BAD_REQUEST and response.headers.get("Content-Type") != MEDIA_TYPE:
            kept = {name: response.headers[name] for name in ("Allow", "Retry-After") if name in response.headers}
            response = problem(response.status_code, headers=kept)
        response.headers["API-Version"] = VERSION
        response.headers["Cache-Control"] = "no-store"
        return response


def _too_large(request: HttpRequest) -> HttpResponse | None:
    """The refusal of what nobody sends by mistake, before it is kept anywhere."""
    size = whole_number(request.META.get("CONTENT_LENGTH") or "0")
    most = MOST_SENT if request.path.startswith((PREFIX, OF_EMPLOYERS)) else MOST_OF_A_FORM
    if size is not None and size <= most:
        return None
    if request.path.startswith(PREFIX):
        return problem(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    return render(request, "refused.html", {"key": "refused_400"}, status=HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
