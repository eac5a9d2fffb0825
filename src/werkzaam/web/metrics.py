# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""How the server does, in the format of Prometheus: for who has the token, and for nobody where there is none.

Labels are names of routes and codes of ours: nothing about anybody. A server of several processes answers with the numbers of
all of them when PROMETHEUS_MULTIPROC_DIR names a folder that they share.
"""

from __future__ import annotations

import os
from secrets import compare_digest

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from prometheus_client import CONTENT_TYPE_LATEST, REGISTRY, CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector

from werkzaam.web.door import open_door

STEPS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
_requests = Counter("werkzaam_requests", "Requests answered.", ("route", "method", "status"))
_seconds = Histogram("werkzaam_request_seconds", "Time that an answer took.", ("route",), buckets=STEPS)
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


def seen(route: str, method: str, status: int, seconds: float) -> None:
    """Count one answer; what is not a route of ours, or not a method, is counted together."""
    _requests.labels(route or "none", method if method in _METHODS else "other", str(status)).inc()
    _seconds.labels(route or "none").observe(seconds)


@open_door()
def page(request: HttpRequest) -> HttpResponse:
    """The numbers, for a request that carries the token (`Authorization: Bearer ...`); for any other there is no such page."""
    token = settings.ENVIRONMENT.metrics_token
    given = request.headers.get("Authorization", "")
    if not token or not compare_digest(given.encode(), f"Bearer {token}".encode()):
        raise Http404
    return HttpResponse(generate_latest(_registry()), content_type=CONTENT_TYPE_LATEST)


def _registry() -> CollectorRegistry:
    if "PROMETHEUS_MULTIPROC_DIR" not in os.environ:
        return REGISTRY
    found = CollectorRegistry()
    MultiProcessCollector(found)
    return found
