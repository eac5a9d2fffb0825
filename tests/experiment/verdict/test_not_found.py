# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A claim that was looked for and not found is flagged wherever a report makes it, and only there."""

from __future__ import annotations

import pytest

from werkzaam.app.experiment.published_figures import printed
from werkzaam.experiment.not_found import NOT_FOUND, not_found_claims


@pytest.mark.parametrize(
    "text",
    [
        "Wij zagen dat mensen in zelfregie meer vrijwilligerswerk doen. Zelfregie stimuleert mantelzorg!",
        "There was more volunteering thanks to self-direction. In all, self-direction led to more informal care.",
    ],
)
def test_other_ways_to_say_it_are_seen_sentence_by_sentence(text: str) -> None:
    assert len(list(not_found_claims(text))) >= 1
    assert len(list(not_found_claims(text.replace("elf", "alf")))) == 0


@pytest.mark.parametrize(
    "text",
    [
        "Zelfregie leidt niet tot meer onbetaald werk.",
        "Self-direction did not raise unpaid work.",
        "Leidt zelfregie tot meer onbetaald werk?",
        "Does self-direction raise unpaid work?",
        "Het loon stijgt. Zelfregie kost tijd, en vrijwilligerswerk ook.",
    ],
)
def test_a_denial_a_question_and_other_sentences_are_left_alone(text: str) -> None:
    assert list(not_found_claims(text)) == []


def test_the_rows_that_it_names_were_printed_as_not_significant() -> None:
    shares = {
        arm: printed("share doing voluntary work", arm, "T3") for arm in ("self_direction", "extra_attention", "comparison")
    }
    assert {one.row for one in shares.values()} <= set(NOT_FOUND[0].rows)
    assert {arm: one.value for arm, one in shares.items()} == {
        "self_direction": "19",
        "extra_attention": "14",
        "comparison": "17",
    }
