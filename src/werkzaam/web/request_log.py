# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Each request gets an identifier, a line in the log and a place in the metrics."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from uuid import uuid4

from django.http import HttpRequest, HttpResponse

from werkzaam.web import metrics
from werkzaam.web.logs import identifier


class RequestMiddleware:
    """Around everything else: stands first."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self._log = logging.getLogger("werkzaam.request")

    def __call__(self, request: HttpRequest) -> HttpResponse:
        token, begun = identifier.set(uuid4().hex), time.perf_counter()
        try:
            response = self.get_response(request)
            took = time.perf_counter() - begun
            response.headers["X-Request-Id"] = identifier.get()
            route = request.resolver_match.view_name if request.resolver_match else ""
            metrics.seen(route, request.method or "", response.status_code, took)
            self._log.info("answered", extra={"werkzaam": {
                "route": route, "method": request.method, "status": response.status_code, "milliseconds": round(took * 1000),
            }})  # fmt: skip
            return response
        finally:
            identifier.reset(token)
