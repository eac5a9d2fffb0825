# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A person's months by the API: as citizen portals read them, with every step of the sum."""

from __future__ import annotations

from typing import Any, ClassVar

from django.http import Http404
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.renderers import BaseRenderer, JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from werkzaam.app.exchange.client_specification import as_xml, specification
from werkzaam.app.ledger.month_then import MonthThen, month_then
from werkzaam.app.page_lines import Line
from werkzaam.core.errors import InputError
from werkzaam.core.months import Month
from werkzaam.store.decisions import decisions
from werkzaam.web.api.entry import api_door
from werkzaam.web.api.models import Scope
from werkzaam.web.api.serializers import MonthsSerializer, SpecificationSerializer
from werkzaam.web.door import OWN_READERS
from werkzaam.web.visit import Visit

_MONTH = OpenApiParameter("month", {"type": "string", "pattern": "^20[0-9]{2}-(0[1-9]|1[0-2])$"}, "path")


class MessageRenderer(BaseRenderer):
    """The message as XML, for portals that read it as such."""

    media_type = "application/xml"
    format = "xml"
    charset = "utf-8"

    def render(self, data: Any, accepted_media_type: Any = None, renderer_context: Any = None) -> bytes:
        """The message; only what portals know, without the sum behind it."""
        if "uitkeringsSpecificatieClient" not in data:
            return JSONRenderer().render(data)
        return as_xml({"uitkeringsSpecificatieClient": data["uitkeringsSpecificatieClient"]})


class MonthSpecifications(APIView):
    """The months of a person."""

    operations: ClassVar = {"GET": "list-month-specifications"}

    @extend_schema(responses=MonthsSerializer, tags=["month-specifications"])
    def get(self, request: Request, visit: Visit) -> Response:
        """All months that were decided, newest first."""
        newest = {one.decision.month: one.decision for one in decisions(visit.desk.database, visit.desk.town.id, visit.household)}
        rows = [{"maand": str(month), "versie": one.version, "voorlopig": one.due.provisional,
                 "adres": visit.to("api-month-specification", month=str(month))}
                for month, one in sorted(newest.items(), reverse=True)]  # fmt: skip
        return Response({"maandspecificaties": rows})


class OneMonthSpecification(APIView):
    """One month of a person."""

    operations: ClassVar = {"GET": "get-month-specification"}

    renderer_classes = (JSONRenderer, MessageRenderer)

    @extend_schema(responses=SpecificationSerializer, parameters=[_MONTH],
                   tags=["month-specifications"])  # fmt: skip
    def get(self, request: Request, visit: Visit, month: str) -> Response:
        """The month as it is known today: what was paid and why, to the cent as on the page."""
        try:
            found = month_then(visit.desk, visit.household, Month.parse(month), visit.today, visit.lang)
        except InputError as error:
            raise Http404 from error
        return Response(_specification(found, visit))


def _specification(found: MonthThen, visit: Visit) -> dict[str, Any]:
    day, newest = found.decided[-1]
    return {
        "maand": str(found.month), "voorlopig": newest.due.provisional, "versie": newest.version, "beslotenOp": day.isoformat(),
        **specification(found, visit.desk.town), "stappen": [_line(one) for one in found.page.steps],
    }  # fmt: skip


def _line(one: Line) -> dict[str, Any]:
    return {
        "naam": one.name, "titel": one.title, "bedragInCenten": one.amount, "getoond": one.shown, "uitleg": one.sentence,
        "formule": one.formula, "wet": one.law, "wetAdres": one.law_url, "bronnen": list(one.sources),
    }  # fmt: skip


month_specifications = api_door(OWN_READERS, Scope.MONTHS, purpose="maandspecificatie")(MonthSpecifications)
month_specification = api_door(OWN_READERS, Scope.MONTHS, purpose="maandspecificatie")(OneMonthSpecification)
