# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The description of the API (OpenAPI 3): made from the views, public, and the same for every visitor."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from django.http import HttpRequest, HttpResponse
from drf_spectacular.generators import SchemaGenerator

from werkzaam.web.api.middleware import PREFIX, VERSION
from werkzaam.web.door import open_door
from werkzaam.web.site import site

ROOT = f"{PREFIX}v1"
_PROBLEM = {"$ref": "#/components/schemas/Problem"}
_STATUSES = {
    "400": "What was sent is not as described.", "401": "No token or session, or one that is not valid.",
    "403": "Not for this account or this token.", "404": "There is no such thing for this account.",
    "406": "This form of an answer is not there.", "413": "More was sent than is read at once.",
    "409": "This key stands for another message, or somebody was first.",
    "415": "This form of a message is not read.", "429": "Too many requests in a minute.",
}  # fmt: skip
_WITH_A_BODY = ("400", "409", "413", "415")
_BUILT_IN = {"version": VERSION, "title": "Werkzaam"}


@open_door()
def openapi(request: HttpRequest) -> HttpResponse:
    """The description, for everybody and for pages of others too."""
    town = site().town
    contact = {"name": f"{town.contact}, {town.name}", "url": request.build_absolute_uri("/")}
    text = json.dumps(described(contact), ensure_ascii=False, indent=2)
    return HttpResponse(text, content_type="application/json", headers={"Access-Control-Allow-Origin": "*"})


def described(contact: Mapping[str, str]) -> dict[str, Any]:
    """The description with whom to ask."""
    found: dict[str, Any] = json.loads(_made())
    found["info"]["contact"] = dict(contact)
    return found


@cache
def _made() -> str:
    """The description as it is made from the views."""
    from werkzaam.web.api import urls

    found = SchemaGenerator(patterns=urls.urlpatterns).get_schema(request=None, public=True)
    return json.dumps(_completed(found))


def _completed(found: dict[str, Any]) -> dict[str, Any]:
    """With what all operations share: problems, the header of the version, and how to come in."""
    found["servers"] = [{"url": ROOT}]
    found["components"].setdefault("schemas", {}).update(_schemas())
    found["components"]["headers"] = {"API-Version": {"schema": {"type": "string"}, "description": "The version of the API."}}
    found["components"]["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}
    found["security"] = [{"token": []}]
    for path in found["paths"].values():
        for method, operation in path.items():
            _complete(operation, method)
    return found


def _complete(operation: dict[str, Any], method: str) -> None:
    operation.pop("security", None)
    for status, what in _STATUSES.items():
        if method == "post" or status not in _WITH_A_BODY:
            operation["responses"].setdefault(status, {"description": what, "content": {"application/problem+json": {
                "schema": _PROBLEM}}})  # fmt: skip
    for response in operation["responses"].values():
        response["headers"] = {"API-Version": {"$ref": "#/components/headers/API-Version"}}
        response.setdefault("description", "")


def _schemas() -> dict[str, Any]:
    """The shape of an error (RFC 9457)."""
    text = {"type": "string"}
    places = dict.fromkeys(("in", "pointer", "code", "detail"), text)
    error = {"type": "object", "required": ["pointer", "code", "detail"], "properties": places}
    errors = {"type": "array", "items": error}
    told = {"type": text, "title": text, "status": {"type": "integer"}, "detail": text, "errors": errors}
    return {"Problem": {"type": "object", "required": ["type", "title", "status"], "properties": told}}
