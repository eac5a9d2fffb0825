# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The words of lists over all clients."""

from __future__ import annotations

WORDS = {
    "nl": {
        "goals_title": "Doelen op {day}",
        "goals_area": "doel", "goals_clients": "cliënten",
        "goals_told": "{part} van {clients} cliënten hebben een doel waar ze het mee eens zijn: zij doen mee. {waiting} "
                      "voorstellen "
                      "wachten op de cliënt en tellen niet mee. Wie meer doelen heeft, staat bij elk doel.",
        "referrals_title": "Doorverwezen van {first} tot en met {last}",
        "referrals_none": "Er is niemand doorverwezen.",
        "referrals_told": "{made} keer doorverwezen; {back} keer kwam de cliënt terug: {share}. Van {open} is nog niets gehoord.",
        "referrals_step": "cliënt {person}: {step}",
        "questions_none": "Er wachten geen vragen.",
        "questions_no_owner": "de teamleider",
        "questions_line": "{by}  cliënt {person}, nr. {seq}, {owner}: {text}",
    },
    "en": {
        "goals_title": "Goals on {day}",
        "goals_area": "goal", "goals_clients": "clients",
        "goals_told": "{part} of {clients} clients have a goal that they agree with: they take part. {waiting} proposals wait "
                      "for the "
                      "client and do not count. Who has more goals stands at each of them.",
        "referrals_title": "Referred from {first} to {last}",
        "referrals_none": "Nobody was referred.",
        "referrals_told": "{made} referrals; {back} times the client came back: {share}. Of {open} nothing was heard yet.",
        "referrals_step": "client {person}: {step}",
        "questions_none": "No questions wait.",
        "questions_no_owner": "the team leader",
        "questions_line": "{by}  client {person}, no. {seq}, {owner}: {text}",
    },
}  # fmt: skip
