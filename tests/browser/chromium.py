# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Which Chromium the tests drive: the one without a window, which takes half the time, or else a whole one."""

from __future__ import annotations

import shutil

QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
"""What it is started with: no network of its own."""


def chromium() -> str:
    """The path of the program; raises FileNotFoundError where there is none."""
    found = shutil.which("chromium-headless-shell") or shutil.which("chromium")
    if found is None:
        raise FileNotFoundError("No command chromium-headless-shell or chromium was found. Run requirements/chromium.sh, "
                                "which installs Debian's.")  # fmt: skip
    return found
