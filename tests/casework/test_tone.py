# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A letter threatens only where the regime's own step speaks of a measure, and ours say what they say in plain words."""

from __future__ import annotations

import pytest

from werkzaam.app.texts.casework_invitation import LETTER
from werkzaam.casework.tone import refuse_threat, threats
from werkzaam.core.errors import NotAllowed
from werkzaam.regime.guidance import Guidance, Said, Step, guidance_of_part
from werkzaam.regime.read import part_ids


def step(*, measure_said: bool | None) -> Step:
    return Step("brief", "brief", measure_said, Said("Komt u?", "Will you come?"))


@pytest.mark.parametrize("text", [
    "Komt u niet, dan volgt een Maatregel.", "Dit kan gevolgen\nhebben voor uw uitkering.", "U krijgt een boete.",
    "A sanction may follow.", "This has consequences for your benefit.",
])  # fmt: skip
def test_a_threat_is_found_and_refused_unless_the_step_makes_it(text: str) -> None:
    assert threats(text)
    for said in (False, None):
        with pytest.raises(NotAllowed, match="This letter is not sent"):
            refuse_threat(text, step(measure_said=said))
    refuse_threat(text, step(measure_said=True))


@pytest.mark.parametrize(
    "text", ["Dat is fijn, dus fine!", "That is fine.", "Lima fine.", "Wij horen graag hoe het gaat.", "Waar woont u?"]
)
def test_friendly_words_are_no_threat(text: str) -> None:
    assert threats(text) == []


LADDERS = [guidance for part in part_ids() if (guidance := guidance_of_part(part)) is not None and guidance.ladder is not None]


@pytest.mark.parametrize("guidance", LADDERS, ids=lambda guidance: guidance.part)
def test_no_step_that_ships_threatens_unless_its_regime_does(guidance: Guidance) -> None:
    assert guidance.ladder is not None
    for shipped in guidance.ladder.steps:
        for lang in ("nl", "en"):
            refuse_threat(shipped.says.text(lang), shipped)


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_our_own_words_threaten_in_the_announcing_letter_only(lang: str) -> None:
    assert {code for code, said in LETTER[lang].items() if threats(said)} == {"brief_aankondiging"}
    assert len(LADDERS) >= 4
