# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Errors of the API, all in one shape: problem details (RFC 9457), with a list of what is wrong in what was sent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, JsonResponse
from rest_framework.exceptions import APIException, ValidationError
from rest_framework.response import Response

from werkzaam.web.middleware import status_of
from werkzaam.web.site import site

MEDIA_TYPE = "application/problem+json"


def problem(
    status: int, detail: str = "", errors: Sequence[Mapping[str, Any]] = (), headers: Mapping[str, str] | None = None
) -> HttpResponse:
    """An error as an answer."""
    return JsonResponse(body_of(status, detail, errors), status=status, content_type=MEDIA_TYPE, headers=dict(headers or {}))


def body_of(status: int, detail: str = "", errors: Sequence[Mapping[str, Any]] = ()) -> dict[str, Any]:
    """What stands in a problem."""
    body: dict[str, Any] = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status}
    if detail:
        body["detail"] = detail
    if errors:
        body["errors"] = list(errors)
    return body


def handled(error: Exception, context: Mapping[str, Any]) -> Response | None:
    """The answer to an error in a view of the API; None for a mistake of ours, which the server logs."""
    site().after(error)
    status, detail, errors, headers = _told(error)
    if status is None:
        return None
    return Response(body_of(status, detail, errors), status=status, headers=headers, content_type=MEDIA_TYPE)


def _told(error: Exception) -> tuple[int | None, str, list[dict[str, Any]], dict[str, str]]:
    if isinstance(error, ValidationError):
        return 400, "What was sent is not as the description of the API says.", list(_flat(error.detail, "")), {}
    if isinstance(error, APIException):
        return error.status_code, str(error.detail), [], {}
    if isinstance(error, Http404):
        return 404, "", [], {}
    if isinstance(error, PermissionDenied):
        return 403, "", [], {}
    return status_of(error), "", [], {}


def _flat(detail: Any, pointer: str) -> Any:
    """Each message of a serializer with a JSON pointer to where it is about."""
    if isinstance(detail, dict):
        for key, value in detail.items():
            yield from _flat(value, pointer if key == "non_field_errors" else f"{pointer}/{key}")
    elif isinstance(detail, list):
        for at, value in enumerate(detail):
            yield from _flat(value, f"{pointer}/{at}" if isinstance(value, dict | list) else pointer)
    else:
        yield {"in": "body", "pointer": pointer, "code": getattr(detail, "code", "invalid"), "detail": str(detail)}
