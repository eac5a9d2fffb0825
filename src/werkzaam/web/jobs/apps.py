# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The application of jobs, as Django knows it."""

from __future__ import annotations

from django.apps import AppConfig


class JobsConfig(AppConfig):
    """Work in the background."""

    name = "werkzaam.web.jobs"
    label = "jobs"
    default_auto_field = "django.db.models.BigAutoField"
