# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What a WSGI server runs."""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "werkzaam.web.settings")
application = get_wsgi_application()

from werkzaam.web.settled import settle  # noqa: E402 - its views can be loaded only now.

settle()
