# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What the description says of the API holds for messages that nobody thought of (schemathesis, within this process)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as some
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from tests.web.doors import Doors

SCHEMA = schemathesis.openapi.from_dict(json.loads(Path("docs/reference/openapi.json").read_text("utf-8")))
OPERATIONS = [one.ok() for one in SCHEMA.get_all_operations()]
MODES = schemathesis.GenerationMode


def _can_be_wrong(operation: Any) -> bool:
    """A request without a parameter and without a body cannot be."""
    described = operation.definition.raw
    return bool(described.get("parameters") or described.get("requestBody"))


TRIED = [(one, mode) for one in OPERATIONS for mode in MODES if mode is MODES.POSITIVE or _can_be_wrong(one)]
CHECKS = (not_a_server_error, status_code_conformance, content_type_conformance, response_headers_conformance,
          response_schema_conformance)  # fmt: skip
TRIES = 25
ACCOUNTS = {"wage-deliveries": ("bakkerij", "wages:write"), "month-specifications": ("samira", "months:read")}


@pytest.fixture
def tokens(doors: Doors, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """A token for each kind of resource; nobody is told to slow down."""
    from werkzaam.web.accounts.models import Account
    from werkzaam.web.api import entry
    from werkzaam.web.api.tokens import make_token

    monkeypatch.setattr(entry, "A_MINUTE", 10**6)
    return {kind: make_token(Account.objects.get(login=login), scope, "test", 30, "bo")
            for kind, (login, scope) in ACCOUNTS.items()}  # fmt: skip


@pytest.mark.parametrize(("operation", "mode"), TRIED, ids=lambda one: getattr(one, "label", getattr(one, "value", "")))
def test_every_answer_is_as_described(operation: Any, mode: Any, tokens: dict[str, str]) -> None:
    token = next(token for kind, token in tokens.items() if kind in operation.path)
    quiet = settings(max_examples=TRIES, deadline=None, database=None, derandomize=True, phases=[Phase.generate],
                     suppress_health_check=list(HealthCheck))  # fmt: skip
    cases = operation.as_strategy(generation_mode=mode)

    @given(case=some.data())
    @quiet
    def tried(case: Any) -> None:
        made = case.draw(cases)
        answer = _called(made, token)
        made.validate_response(answer, checks=CHECKS)

    tried()


def test_answers_to_good_messages_are_as_described(doors: Doors, tokens: dict[str, str]) -> None:
    """What chance hardly makes: wages that are right, their receipt, and months, also of somebody who is represented."""
    from werkzaam.web.accounts.models import Account
    from werkzaam.web.api.tokens import make_token
    from werkzaam.web.handles import handle_of

    other = make_token(Account.objects.get(login="helder"), "months:read", "test", 30, "bo")
    wage = {"werknemer": "VBS-8093", "gewerktVan": "2019-04-01", "gewerktTot": "2019-04-30", "betaaldOp": "2019-05-03",
            "netto": "612.40", "dienstverband": 2, "heffingskortingToegepast": True}  # fmt: skip
    own, months = "/month-specifications", "/clients/{subject}/month-specifications"
    subject = {"subject": handle_of(1005, "person")}
    asked = [
        (SCHEMA["/wage-deliveries"]["POST"].Case(body={"lonen": [wage]}, media_type="application/json"), "wage-deliveries", 201),
        (SCHEMA["/wage-deliveries"]["GET"].Case(), "wage-deliveries", 200),
        (SCHEMA["/wage-deliveries/{number}"]["GET"].Case(path_parameters={"number": 1}), "wage-deliveries", 200),
        *((SCHEMA[f"{own}/{{month}}"]["GET"].Case(path_parameters={"month": f"2019-0{at}"}), own[1:], 200) for at in range(1, 6)),
        (SCHEMA[months]["GET"].Case(path_parameters=subject), other, 200),
        (SCHEMA[f"{months}/{{month}}"]["GET"].Case(path_parameters=subject | {"month": "2019-05"}), other, 200),
    ]
    for case, token, status in asked:
        answer = _called(case, tokens.get(token, token))
        assert answer.status_code == status
        case.validate_response(answer, checks=CHECKS)


def _called(case: Any, token: str) -> Any:
    from werkzaam.web.wsgi import application

    headers = {"Authorization": f"Bearer {token}", "Accept-Encoding": "identity"}  # Nothing unpacks an answer within a process.
    return case.call(app=application, base_url="http://testserver/api/v1", headers=headers)
