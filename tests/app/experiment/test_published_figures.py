# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A figure of the report that has no number in the text is not available; nothing near it takes its place."""

import pytest

from werkzaam.app.experiment.published_figures import printed
from werkzaam.core.errors import FactHole, UnknownName

HOURS = "mean weekly hours of those working"


@pytest.mark.requirement("R-201")
@pytest.mark.parametrize("arm", ["extra_attention", "self_direction", "comparison"])
def test_hours_at_t1_were_not_printed_for_any_arm(arm: str) -> None:
    assert printed(HOURS, arm, "T0").row.startswith("paid_work_hours-00")
    assert float(printed(HOURS, arm, "T3").value) > 17
    with pytest.raises(FactHole, match=f"{HOURS} of {arm} at T1 is not available"):
        printed(HOURS, arm, "T1")


def test_a_word_that_the_report_does_not_use_is_named() -> None:
    with pytest.raises(UnknownName, match="group 'everyone'"):
        printed(HOURS, "everyone", "T0")
