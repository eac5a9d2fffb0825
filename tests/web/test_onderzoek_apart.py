# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Research apart from control: who enforces comes to no page of research, and no part of money or guidance reads an answer."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.web.doors import Doors

SOURCE = Path(__file__).parents[2] / "src" / "werkzaam"
ANSWERS = ("werkzaam.store.observations", "werkzaam.store.roster", "werkzaam.store.draws", "werkzaam.store.experiments")
"""Where the storage of research is read."""
PRINTED = "werkzaam.app.experiment.published"
"""Tables of a published report, in which nobody of a town stands."""
CONTROL = ("app/ledger", "app/casework", "casework", "ledger", "rules", "engine", "app/letters")
"""Rooms of money, guidance and control."""


def research_routes() -> dict[str, str]:
    """The address of every route of research by its name, with something in the place of what varies."""
    from django.urls import reverse

    from werkzaam.web.pages.onderzoek.urls import urlpatterns

    samples = {"experiment": "voorbeeldstad_2019", "table": "flow", "regime": "amsterdam_2018", "number": 1}
    return {one.name: reverse(one.name, kwargs={name: samples[name] for name in one.pattern.converters}) for one in urlpatterns}


@pytest.mark.requirement("R-212")
@pytest.mark.parametrize("login", ["henk", "karin", "anna", "tess", "samira", "bakkerij"])
def test_who_enforces_and_who_guides_is_denied_all_of_research_and_that_is_logged(doors: Doors, login: str) -> None:
    from werkzaam.web.accounts.models import Account
    from werkzaam.web.accounts.trail import Event

    browser, role = doors.as_(login), Account.objects.get(login=login).role
    routes = research_routes()
    assert len(routes) >= 8
    for name, address in routes.items():
        before = Event.objects.count()
        answer = browser.get(address)
        assert answer.status_code == 403, address
        assert b"<table" not in answer.content
        kept = [(one.action, one.role, one.about) for one in Event.objects.order_by("number")[before:]]
        assert kept == [("refused", role, name)], address


def imported(path: Path) -> Iterator[str]:
    """Every module that a file imports, also inside functions."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (one.name for one in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{one.name}" for one in node.names)


@pytest.mark.parametrize("room", CONTROL)
def test_no_use_case_of_money_or_guidance_reads_the_storage_of_research(room: str) -> None:
    files = sorted((SOURCE / room).rglob("*.py"))
    assert files
    wrong = [f"{path.name} imports {name}" for path in files for name in imported(path)
             if name.startswith((*ANSWERS, "werkzaam.app.experiment")) and not name.startswith(PRINTED)]  # fmt: skip
    assert wrong == []


def test_only_research_and_the_persons_own_pages_name_the_tables_of_research() -> None:
    """The SQL of observations stands in one module, and only these rooms import it."""
    readers = {path.relative_to(SOURCE).as_posix() for path in SOURCE.rglob("*.py")
               if any(name.startswith("werkzaam.store.observations") for name in imported(path))}  # fmt: skip
    assert readers
    assert all(one.startswith(("app/experiment/", "store/")) for one in readers), readers
    named = {path.relative_to(SOURCE).as_posix() for path in SOURCE.rglob("*.py")
             if "FROM observation" in path.read_text("utf-8")}  # fmt: skip
    assert all(one.startswith("store/") for one in named), named
