# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Wages delivered by software: the same judgement and the same receipt as by the page."""

from __future__ import annotations

from hashlib import sha256
from typing import Any, ClassVar
from uuid import uuid4

from django.http import Http404
from django.urls import reverse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from werkzaam.app.employer.cells import COLUMNS, Reader
from werkzaam.app.employer.told import MOST_FAULTS, Fault, Told
from werkzaam.web import audit
from werkzaam.web.api.deliveries import KeyTaken, deliver, deliveries_of
from werkzaam.web.api.entry import api_door
from werkzaam.web.api.models import DeliveredRow, Delivery, Scope
from werkzaam.web.api.problems import MEDIA_TYPE, body_of
from werkzaam.web.api.serializers import (
    DeliverySerializer,
    NewDeliverySerializer,
    ReceiptsSerializer,
    camel,
)
from werkzaam.web.door import only
from werkzaam.web.roles import Role
from werkzaam.web.visit import Visit

EMPLOYER = only(Role.WERKGEVER)
_NEWEST = 100
_LONGEST_KEY = 80
_MOST = 2**31 - 1
_NUMBER = OpenApiParameter("number", {"type": "integer", "minimum": 1, "maximum": _MOST}, "path")
_KEY = OpenApiParameter(
    "Idempotency-Key",
    OpenApiTypes.STR,
    "header",
    description="The same message with the same key again is the same delivery; another message is refused.",
)


class WageDeliveries(APIView):
    """Deliver wages, and see what was delivered."""

    operations: ClassVar = {"GET": "list-wage-deliveries", "POST": "deliver-wages"}

    @extend_schema(responses=ReceiptsSerializer, tags=["wage-deliveries"])
    def get(self, request: Request, visit: Visit) -> Response:
        """The newest hundred deliveries of the employer."""
        return Response({"aanleveringen": [_receipt(one) for one in deliveries_of(visit.account)[:_NEWEST]]})

    @extend_schema(request=NewDeliverySerializer, responses={201: DeliverySerializer},
                   parameters=[_KEY], tags=["wage-deliveries"])  # fmt: skip
    def post(self, request: Request, visit: Visit) -> Response:
        """Deliver wages: all of it is received, with a result for each row, or nothing."""
        given = NewDeliverySerializer(data=request.data)
        given.is_valid(raise_exception=True)
        told = _told(given.validated_data["lonen"], request.data["lonen"], visit)
        if told.faults:
            errors = [_error(one, visit) for one in told.faults]
            return Response(body_of(400, "Nothing was taken over.", errors), status=400, content_type=MEDIA_TYPE)
        key = request.headers.get("Idempotency-Key", "")[:_LONGEST_KEY] or str(uuid4())
        try:
            made = deliver(visit.account, told, "api", f"api {key}")
        except KeyTaken as taken:
            return Response(body_of(409, str(taken)), status=409, content_type=MEDIA_TYPE)
        audit.note(visit.request, "wages_delivered", about="wage-delivery", result="api")
        at = reverse("api-wage-delivery", kwargs={"number": made.number})
        return Response(_whole(made), status=201, headers={"Location": at})


class OneWageDelivery(APIView):
    """One delivery."""

    operations: ClassVar = {"GET": "get-wage-delivery"}

    @extend_schema(responses=DeliverySerializer, parameters=[_NUMBER], tags=["wage-deliveries"])
    def get(self, request: Request, visit: Visit, number: int) -> Response:
        """A delivery with what came of each row."""
        found = deliveries_of(visit.account).filter(number=number).first() if number <= _MOST else None
        if found is None:
            raise Http404
        return Response(_whole(found))


def _told(wages: list[dict[str, Any]], said: list[dict[str, Any]], visit: Visit) -> Told:
    """The wages, read by the same rules as a table."""
    reader = Reader(visit.account.acts_as)
    for at, wage in enumerate(wages, 1):
        reader.take(at, {column: _cell(wage[camel(column)]) for column in COLUMNS if camel(column) in wage})
        if len(reader.faults) >= MOST_FAULTS:
            break
    digest = sha256(repr(said).encode("utf-8", "backslashreplace")).hexdigest()
    return Told(digest, () if reader.faults else tuple(reader.wages), tuple(reader.faults))


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nee"
    return str(value)


def _error(fault: Fault, visit: Visit) -> dict[str, str]:
    pointer = f"/lonen/{fault.line - 1}" + (f"/{camel(fault.place)}" if fault.place else "")
    return {
        "pointer": pointer,
        "code": fault.code,
        "detail": visit.say(f"fault_{fault.code}", line=fault.line, place=fault.place),
    }


def _receipt(one: Delivery) -> dict[str, Any]:
    return {"nummer": one.number, "ontvangenOp": one.moment.isoformat(timespec="seconds"), "regels": one.rows}


def _whole(one: Delivery) -> dict[str, Any]:
    return {**_receipt(one), "resultaten": [_result(row) for row in one.results.order_by("line", "pk")]}


def _result(row: DeliveredRow) -> dict[str, Any]:
    return {
        "regel": row.line, "personeelsnummer": row.staff_number, "gewerktVan": row.first.isoformat(),
        "gewerktTot": row.last.isoformat(), "uitkomst": row.outcome, "versie": row.version,
    }  # fmt: skip


wage_deliveries = api_door(EMPLOYER, Scope.WAGES, methods=("GET", "POST"))(WageDeliveries)
wage_delivery = api_door(EMPLOYER, Scope.WAGES)(OneWageDelivery)
