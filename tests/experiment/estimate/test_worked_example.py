# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The example of the page on estimates is what the code gives."""

from __future__ import annotations

import re
import subprocess
import sys

import numpy as np

from tests.house.tree import ROOT
from werkzaam.experiment.estimate.blocked import difference

PAGE = (ROOT / "docs/explanation/estimates.md").read_text()
HOURS = np.array([5.0, 7, 1, 3, 10, 14, 16, 9, 11]), np.array([1, 1, 0, 0, 1, 1, 1, 0, 0]), np.repeat([4, 9], [4, 5])


def test_the_code_on_the_page_prints_what_the_page_says() -> None:
    (code,) = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    (promised,) = re.findall(r"  # (.*)$", code, re.MULTILINE)
    assert said == promised + "\n"


def test_the_numbers_of_the_page_are_those_of_the_code() -> None:
    found = difference(*HOURS)
    low, high = found.interval()
    assert f"= **{found.effect:.2f} hours**" in PAGE
    assert f"= {found.error**2:.2f} and the error {found.error:.2f} hours" in PAGE
    assert f"from {low:.2f} to {high:.2f} hours" in PAGE
