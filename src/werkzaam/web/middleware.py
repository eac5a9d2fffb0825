# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What happens around every request: its language, pages that no cache keeps, and refusals as pages that help."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation

from werkzaam.core.errors import InputError, NotAllowed, NotCovered, UnknownName, WerkzaamError
from werkzaam.store.errors import Refused
from werkzaam.web.site import site
from werkzaam.web.words import LANGUAGES

Next = Callable[[HttpRequest], HttpResponse]
LANGUAGE_COOKIE = "taal"
_MINUS, _EURO, _HARD = "−".encode(), "€".encode(), "\N{NO-BREAK SPACE}".encode()
_TYPED = re.compile(rb"(<textarea.*?</textarea>|<input[^>]*>)", re.DOTALL)


class LanguageMiddleware:
    """The language that was chosen, else that of the account, else that of the browser; Dutch when none is ours."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        chosen = request.COOKIES.get(LANGUAGE_COOKIE) or translation.get_language_from_request(request)[:2]
        request.lang = chosen if chosen in LANGUAGES else "nl"  # type: ignore[attr-defined]
        with translation.override(request.lang):  # type: ignore[attr-defined]
            return self.get_response(request)


class PrivateMiddleware:
    """Pages are for who asked for them: nobody in between keeps them, and a browser's back button asks again."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Cache-Control", "no-store, private")
        response.headers.setdefault("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()")
        return response


class AmountMiddleware:
    """An amount stays together where a line ends: its minus, its euro and its number. What somebody typed stays as it was."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if not response.streaming and response.headers.get("Content-Type", "").startswith("text/html"):
            typed = request.method == "POST" or b"<textarea" in response.content
            parts = _TYPED.split(response.content) if typed else [response.content]
            response.content = b"".join(part if at % 2 else kept_together(part) for at, part in enumerate(parts))
        return response


def kept_together(page: bytes) -> bytes:
    """A page with a no-break space in each of its amounts."""
    return page.replace(_MINUS + b" " + _EURO, _MINUS + _HARD + _EURO).replace(_EURO + b" ", _EURO + _HARD)


class RefusalMiddleware:
    """What the use cases refuse, as a page with a number that says what happened to nothing."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """A page for an error of ours; None for one that Django knows."""
        site().after(error)
        status = status_of(error)
        if status is None:
            return None
        return render(request, "refused.html", {"key": f"refused_{status}"}, status=status)


_OF_OURS: Sequence[tuple[type[Exception], int]] = (
    (NotAllowed, 403), (UnknownName, 404), (InputError, 400), (NotCovered, 400), (Refused, 409),
    (WerkzaamError, 503),
)  # fmt: skip
"""The number of each kind of error, the most special first."""


def status_of(error: Exception) -> int | None:
    """The number that an error of ours is answered with, by a page as by the API; None for a mistake that is nobody's answer."""
    return next((status for kind, status in _OF_OURS if isinstance(error, kind)), None)
