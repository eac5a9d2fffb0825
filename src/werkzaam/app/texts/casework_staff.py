# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The sentences about staff, about who looked in a dossier, and about files of contacts."""

from __future__ import annotations

WORDS = {
    "nl": {
        "staff_written": "Vastgelegd: {new} nieuw, {already} stond er al.",
        "staff_entry": "  nummer {number}: {kind}, {worker}, {day}",
        "staff_left_with_clients": "Let op: {worker} werkt hier niet, en heeft nog {clients} klanten. Geef hen iemand anders.",
        "staff_nobody": "Er is nog niemand vastgelegd. Begin met: werkzaam staff record BESTAND.toml",
        "staff_nobody_now": "Op deze dag werkt hier niemand. Alles wat is vastgelegd: werkzaam staff list --all",
        "staff_here": "{worker}  {name}, team {team}, {share}%{days}: {clients} klanten",
        "staff_away": "{worker}  {name}, team {team}, {share}%{days}: {clients} klanten. Afwezig, terug op {back}.",
        "staff_away_long": "{worker}  {name}, team {team}, {share}%{days}: {clients} klanten. Afwezig, terugkomst niet bekend.",
        "staff_not_yet": "{worker}  {name}, team {team}, {share}%{days}: begint op {first}.",
        "staff_over": "{worker}  {name}, team {team}: werkt hier niet meer sinds {last}, en heeft nog {clients} klanten.",
        "staff_days": " op {which}",
        "term_own": "{name}: {value}, zoals de gemeente koos",
        "term_assumed": "{name}: {value}, een aanname zolang de gemeente niets koos",
        "looks_none": "Niemand heeft het dossier van {person} geopend.",
        "look_one": "{looked_at}  {actor} ({role}): {purpose}",
        "looks_of_many": "Daarnaast keek iemand naar veel dossiers tegelijk, bijvoorbeeld om een week te plannen:",
        "look_of_many": "{looked_at}  {actor} ({role}), {people} dossiers: {purpose}",
        "exported": "Geschreven naar {file}: van {people} mensen staat er iets in.",
        "contacts_written": "{new} contacten vastgelegd, van {people} mensen. {already} stonden er al.",
        "contacts_nothing": "Er is niets nieuws: alle {already} contacten stonden er al.",
    },
    "en": {
        "staff_written": "Written: {new} new, {already} there already.",
        "staff_entry": "  number {number}: {kind}, {worker}, {day}",
        "staff_left_with_clients": "Mind: {worker} does not work here, and still has {clients} clients. Give them somebody else.",
        "staff_nobody": "Nobody was written down yet. Begin with: werkzaam staff record FILE.toml",
        "staff_nobody_now": "Nobody works here on this day. All that was written: werkzaam staff list --all",
        "staff_here": "{worker}  {name}, team {team}, {share}%{days}: {clients} clients",
        "staff_away": "{worker}  {name}, team {team}, {share}%{days}: {clients} clients. Away, back on {back}.",
        "staff_away_long": "{worker}  {name}, team {team}, {share}%{days}: {clients} clients. Away, not known until when.",
        "staff_not_yet": "{worker}  {name}, team {team}, {share}%{days}: begins on {first}.",
        "staff_over": "{worker}  {name}, team {team}: has not worked here since {last}, and still has {clients} clients.",
        "staff_days": " on {which}",
        "term_own": "{name}: {value}, as the town chose",
        "term_assumed": "{name}: {value}, an assumption until the town chooses",
        "looks_none": "Nobody has opened the dossier of {person}.",
        "look_one": "{looked_at}  {actor} ({role}): {purpose}",
        "looks_of_many": "Apart from that somebody looked at many dossiers at once, for instance to plan a week:",
        "look_of_many": "{looked_at}  {actor} ({role}), {people} dossiers: {purpose}",
        "exported": "Written to {file}: it has something of {people} people.",
        "contacts_written": "{new} contacts written, of {people} people. {already} were there already.",
        "contacts_nothing": "There is nothing new: all {already} contacts were there already.",
    },
}
