# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The size of subgroups in words."""

from __future__ import annotations

from werkzaam.app.text_layout import paragraph
from werkzaam.app.texts.yearly_question import WORDS
from werkzaam.experiment.subgroup_size import SubgroupSize
from werkzaam.experiment.words import number_text, whole_text


def size_text(found: SubgroupSize, lang: str) -> str:
    """People per subgroup and arm, alone and together."""
    words = WORDS[lang]
    told = {
        "subgroups": found.subgroups, "arms": found.arms,
        "each": whole_text(found.each, lang), "total": whole_text(found.total, lang),
        "points": number_text(found.points, lang), "base": number_text(found.base, lang),
        "higher": number_text(found.base + found.points, lang), "power": number_text(100 * found.power, lang),
    }  # fmt: skip
    corrected = {"subgroups": found.subgroups, "each": whole_text(found.each_corrected, lang),
                 "total": whole_text(found.total_corrected, lang)}  # fmt: skip
    lines = [*paragraph(words["size"].format(**told)), *paragraph(words["size_corrected"].format(**corrected)),
             *paragraph(words["size_note"])]  # fmt: skip
    return "\n".join(lines) + "\n"
