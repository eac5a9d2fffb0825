# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""`python -m tests.web.api_description` writes docs/reference/openapi.json anew from the views."""

from __future__ import annotations

import json
import os
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.web.doors import environment_of


def main() -> None:
    """Write the description."""
    with TemporaryDirectory() as folder:
        os.environ.update(environment_of(Path(folder)))
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "werkzaam.web.settings")
        import django

        django.setup()
        from werkzaam.web.api.description import described

        found = described({"name": "het team Werk en Inkomen, Voorbeeldstad", "url": "https://werk.example/"})
    text = json.dumps(found, ensure_ascii=False, indent=2) + "\n"
    Path("docs/reference/openapi.json").write_text(text, "utf-8")


if __name__ == "__main__":
    main()
