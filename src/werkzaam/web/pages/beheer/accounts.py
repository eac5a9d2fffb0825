# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Accounts: ask for one, agree with what another asked, close and open, begin a second step anew. Never one's own."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping

from axes.utils import reset
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from werkzaam.web import audit
from werkzaam.web.accounts import second
from werkzaam.web.accounts.models import Account
from werkzaam.web.door import door, only
from werkzaam.web.handles import NoHandle, handle_of, number_of
from werkzaam.web.pages.beheer.account_form import AccountForm
from werkzaam.web.roles import Role
from werkzaam.web.visit import Visit

KEEPERS = only(Role.BEHEERDER)


def state_of(account: Account) -> str:
    """The key of the text that says how an account stands."""
    if account.is_active:
        return "accounts_open"
    return "accounts_waits" if account.made_by is not None and account.agreed_by is None else "accounts_closed"


def address_of(account: Account) -> str:
    """How an account is called in an address."""
    return handle_of(account.pk, "account")


@door(KEEPERS)
def listing(visit: Visit) -> HttpResponse:
    """Every account of the town."""
    found = Account.objects.filter(municipality=visit.desk.town.id).order_by("role", "login")
    rows = [(one, address_of(one), f"role_{one.role}", state_of(one)) for one in found]
    return visit.page("beheer/accounts.html", {"rows": rows})


@door(KEEPERS, methods=("GET", "POST"))
def new(visit: Visit) -> HttpResponse:
    """Ask for an account: it opens when another administrator agrees."""
    form = AccountForm(visit, visit.request.POST or None)
    if visit.posted and form.is_valid():
        made = form.save(visit.account)
        if made is not None:
            audit.note(visit.request, "account_asked", result=str(made.pk))
            return redirect("account-one", handle=address_of(made))
    return visit.page("beheer/account_new.html", {"form": form}, status=400 if visit.posted else 200)


@door(KEEPERS, methods=("GET", "POST"))
def one(visit: Visit, handle: str) -> HttpResponse:
    """One account, and what can be done with it."""
    account = _account(visit, handle)
    password = ""
    if visit.posted:
        account, done = _act(visit, account, visit.request.POST.get("act", ""))
        if done is None:
            return _shown(visit, account, status=400)
        password = done
        audit.note(visit.request, f"account_{visit.request.POST['act']}", result=str(account.pk))
        if not password:
            return redirect(f"{visit.request.path}?gedaan=1")
    return _shown(visit, account, password=password)


def _act(visit: Visit, account: Account, act: str) -> tuple[Account, str | None]:
    """The account after an act, and what is shown once; None where it cannot be done, also because a colleague was first."""
    with transaction.atomic():
        now = Account.objects.select_for_update().get(pk=account.pk)
        return now, ACTS[act](visit, now) if act in ACTS and may(visit, now, act) else None


def may(visit: Visit, account: Account, act: str) -> bool:
    """Whether an act can be done now, and by this administrator: nobody acts on their own account or agrees with themselves."""
    if account.pk == visit.account.pk:
        return False
    waits = state_of(account) == "accounts_waits"
    if act == "agree":
        return waits and account.made_by != visit.account.pk
    return {"close": account.is_active, "reopen": not account.is_active and not waits, "reset": account.is_active}[act]


def _agree(visit: Visit, account: Account) -> str:
    account.agreed_by, account.is_active = visit.account.pk, True
    password = "" if account.broker_subject else secrets.token_urlsafe(15)
    if password:
        account.set_password(password)
    account.save()
    return password


def _close(visit: Visit, account: Account) -> str:
    account.is_active = False
    account.save(update_fields=["is_active"])
    return ""


def _reopen(visit: Visit, account: Account) -> str:
    account.is_active = True
    account.save(update_fields=["is_active"])
    reset(username=account.login.casefold())
    return ""


def _reset(visit: Visit, account: Account) -> str:
    second.forget(account)
    reset(username=account.login.casefold())
    return ""


ACTS: Mapping[str, Callable[[Visit, Account], str]] = {"agree": _agree, "close": _close, "reopen": _reopen, "reset": _reset}
"""What can be done with an account; each gives the password that is shown once, or nothing."""


def _account(visit: Visit, handle: str) -> Account:
    try:
        return Account.objects.get(pk=number_of(handle, "account"), municipality=visit.desk.town.id)
    except (NoHandle, Account.DoesNotExist) as error:
        raise Http404 from error


def _shown(visit: Visit, account: Account, *, password: str = "", status: int = 200) -> HttpResponse:
    values = {
        "one": account, "role": f"role_{account.role}", "state": state_of(account), "password": password,
        "own": account.pk == visit.account.pk, "asked": account.made_by == visit.account.pk,
        "can": [act for act in ACTS if may(visit, account, act)], "done": "gedaan" in visit.request.GET,
    }  # fmt: skip
    return visit.page("beheer/account.html", values, status=status)
