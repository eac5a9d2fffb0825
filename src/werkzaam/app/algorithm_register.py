# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What a municipality tells the public about the algorithm, made from the rules themselves: which law, which data, which version.

The parts are those that the standard of the Dutch algorithm register asks for; the words stand in app/texts/register.py. What a
town adds to it (who answers for it, since when) it writes in the register itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from werkzaam.app.ledger.plan import RULES_VERSION
from werkzaam.app.texts.register import PARTS, WORDS
from werkzaam.engine.rule import Rule
from werkzaam.rules import ESTIMATE, RULES


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the entry: its title, what is said in words, and what is listed under it."""

    key: str
    title: str
    text: str
    listed: Sequence[str] = ()


def register_entry(lang: str) -> list[Part]:
    """The entry in a language."""
    words, own = WORDS[lang], _own()
    laws = sorted({rule.law.text(lang) for rule in own})
    data = sorted({one.nl if lang == "nl" else one.en for one in RULES.inputs.values()})
    refused = sorted({f"{rule.say(lang).title} ({rule.law.text(lang)})" for rule in own if rule.refuses})
    listed = {"law": laws, "data": data, "refused": refused}
    values = {"version": RULES_VERSION, "rules": len({rule.name for rule in own}), "inputs": len(data)}
    return [Part(key, words[f"{key}_title"], words[key].format(**values), listed.get(key, ())) for key in PARTS]


def _own() -> list[Rule]:
    """Every version of every rule, without the copies that compute an estimate."""
    return [one for name in RULES.rules if not name.endswith(f"_{ESTIMATE}") for one in RULES.versions_of(name)]


def register_page() -> str:
    """The entry in both languages, as a page of the reference."""
    lines = [WORDS["en"]["head"]]
    for lang in ("nl", "en"):
        lines += ["", f"## {WORDS[lang]['name']}"]
        for part in register_entry(lang):
            lines += ["", f"### {part.title}", "", part.text]
            lines += ["", *(f"- {one}" for one in part.listed)] if part.listed else []
    return "\n".join([*lines, ""])
