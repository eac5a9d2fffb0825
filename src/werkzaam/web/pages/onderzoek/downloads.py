# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Tables that are saved as a file."""

from __future__ import annotations

from django.http import HttpResponse


def download(text: str, name: str) -> HttpResponse:
    """CSV with a mark of its encoding, so that a spreadsheet reads it."""
    response = HttpResponse("\ufeff" + text, content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
