# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The addresses of the API."""

from __future__ import annotations

from django.urls import path

from werkzaam.web.api import description, months, wages

ROOT = "api/v1"
_OF = f"{ROOT}/clients/<str:subject>/month-specifications"
urlpatterns = [
    path(f"{ROOT}/openapi.json", description.openapi, name="api-description"),
    path(f"{ROOT}/wage-deliveries", wages.wage_deliveries, name="api-wage-deliveries"),
    path(f"{ROOT}/wage-deliveries/<int:number>", wages.wage_delivery, name="api-wage-delivery"),
    path(f"{ROOT}/month-specifications", months.month_specifications, name="api-month-specifications"),
    path(f"{ROOT}/month-specifications/<str:month>", months.month_specification, name="api-month-specification"),
    path(_OF, months.month_specifications, name="client-api-month-specifications"),
    path(f"{_OF}/<str:month>", months.month_specification, name="client-api-month-specification"),
]
