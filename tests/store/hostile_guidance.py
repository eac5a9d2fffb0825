# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Attempts on dossiers: on who wrote what about whom, on case managers, on staff, and on the log of who looked."""

from __future__ import annotations

from tests.store.hostile import h, plus, there

FIRST = {"number": 1, "prev_number": None}

ENTRIES = [
    h("guidance_entry_key", "entry", {"guidance_entry#2.kind": "plan", "guidance_entry#2.supersedes_seq": None},
      again=("guidance_entry",)),
    h("guidance_entry_one_successor", "entry", {"guidance_entry#2.hseq": plus("hseq", -1)}, again=("guidance_entry",)),
    h("guidance_entry_kind", "entry", {"guidance_entry.kind": "", "guidance_entry.supersedes_seq": None}),
    h("guidance_entry_kind", "entry", {"guidance_entry.kind": "contact", "guidance_entry.supersedes_seq": None}),
    h("guidance_entry_days", "entry", {"guidance_entry.day": "2026"}),
    h("guidance_entry_days", "entry", {"guidance_entry.until_day": "2026-04"}),
    h("guidance_entry_days", "entry", {"guidance_entry.until_day": "2026-03-27"}),
    h("guidance_entry_role", "entry", {"guidance_entry.role": "buurman", "guidance_entry.supersedes_seq": None}),
    h("guidance_entry_worker", "entry", {"guidance_entry.worker": ""}),
    h("guidance_entry_body", "entry", {"guidance_entry.body": "fietsenmaker"}),
    h("guidance_entry_supersedes_earlier", "entry", {"guidance_entry.supersedes_seq": lambda row: row["hseq"]}),
    h("guidance_entry_person", "entry", {"guidance_entry.person": 2, "guidance_entry.supersedes_seq": None}),
    h("guidance_entry_event", "entry", only=("guidance_entry",)),
    h("guidance_entry_superseded", "entry", {"guidance_entry.supersedes_seq": 1}),
    h("guidance_entry_superseded", "entry", {"guidance_entry.person": 3}),
    h("guidance_entry_superseded", "entry", {"guidance_entry.kind": "plan"}),
    h("guidance_entry_superseded", "entry", {"guidance_entry.role": "handhaving"}),
]  # fmt: skip

CONTACTS = [
    h("contact_key", "contact", {"contact#2.role": "nazorg", "contact#2.supersedes_seq": None}, again=("contact",)),
    h("contact_one_successor", "contact", {"contact#2.hseq": plus("hseq", -1)}, again=("contact",)),
    h("contact_supersedes_earlier", "contact", {"contact.supersedes_seq": lambda row: row["hseq"]}),
    h("contact_day", "contact", {"contact.day": "2026"}),
    h("contact_channel", "contact", {"contact.channel": "fax"}),
    h("contact_initiator", "contact", {"contact.initiator": "buurman"}),
    h("contact_kind", "contact", {"contact.kind": ""}),
    h("contact_presence", "contact", {"contact.presence": "laat"}),
    h("contact_role", "contact", {"contact.role": "buurman", "contact.supersedes_seq": None}),
    h("contact_worker", "contact", {"contact.worker": ""}),
    h("contact_person", "contact", {"contact.person": 2, "contact.supersedes_seq": None}),
    h("contact_event", "contact", only=("contact",)),
    h("contact_superseded", "contact", {"contact.supersedes_seq": 1}),
    h("contact_superseded", "contact", {"contact.role": "handhaving"}),
    h("contact_superseded", "contact", {"contact.person": 3}),
    h("contact_was_before", "contact", {"contact.day": "2026-03-29"}),
]

ASSIGNMENTS = [
    h("assignment_key", "assignment", {"assignment#2.from_day": "2026-05-01"}, again=("assignment",)),
    h("assignment_follows", "assignment", {"assignment.number": plus("number", 1)}),
    h("assignment_link_whole", "assignment", {"assignment.prev_from_day": None}),
    h("assignment_one_a_day", "assignment", {"assignment.from_day": "9999"}),
    h("assignment_one_a_day", "assignment", {"assignment.from_day": lambda row: row["prev_from_day"]}),
    h("assignment_told", "assignment", {"assignment.worker": ""}),
    h("assignment_told", "assignment", {"assignment.reason": ""}),
    h("assignment_told", "assignment", {"assignment.approved_by": ""}),
    h("assignment_person", "assignment", {"assignment.person": 2, "assignment.number": 2, "assignment.prev_number": 1,
                                          "assignment.prev_from_day": there("assignment", "from_day", person=2)}),
    h("assignment_event", "assignment", only=("assignment",)),
    h("assignment_chain", "assignment", {"assignment.prev_from_day": "2020-01-01"}),
]  # fmt: skip

STAFF = [
    h("staff_entry_one_successor", "staff", {"staff_entry#2.prev_number": lambda row: row["number"],
                                             "staff_entry#2.number": plus("number", 1)}, again=("staff_entry",)),
    h("staff_entry_follows", "staff", {"staff_entry.number": plus("number", 1)}),
    h("staff_entry_kind", "staff", {"staff_entry.kind": "ontslagen"}),
    h("staff_entry_about", "staff", {"staff_entry.worker": None}),
    h("staff_entry_named", "staff", {"staff_entry.worker": ""}),
    h("staff_entry_named", "staff", {"staff_entry.actor": ""}),
    h("staff_entry_days", "staff", {"staff_entry.day": "2026"}),
    h("staff_entry_days", "staff", {"staff_entry.until_day": "2026-05"}),
    h("staff_entry_days", "staff", {"staff_entry.until_day": "2026-03-01"}),
    h("staff_entry_body", "staff", {"staff_entry.body": ""}),
    h("staff_entry_supersedes_earlier", "staff", {"staff_entry.supersedes_number": lambda row: row["number"]}),
    h("staff_entry_gone", "staff", {"staff_entry.kind": "vervallen", "staff_entry.supersedes_number": None}),
    h("staff_entry_moment", "staff", {"staff_entry.recorded_at": "2026-03-28"}),
    h("staff_entry_town", "staff", {"staff_entry.municipality": "nergens", "staff_entry.supersedes_number": None,
                                    **{f"staff_entry.{column}": value for column, value in FIRST.items()}}),
    h("staff_entry_chain", "staff", {"staff_entry.number": 99, "staff_entry.prev_number": 98}),
    h("staff_entry_superseded", "staff", {"staff_entry.municipality": "dorp",
                                          **{f"staff_entry.{column}": value for column, value in FIRST.items()},
                                          "staff_entry.supersedes_number": 0}),
]  # fmt: skip

LOOKS = [
    h("look_follows", "look", {"look.number": plus("number", 1)}),
    h("look_moment", "look", {"look.looked_at": "gisteren"}),
    h("look_role", "look", {"look.role": "onderzoek"}),
    h("look_told", "look", {"look.actor": ""}),
    h("look_told", "look", {"look.purpose": ""}),
    h("look_person", "look", {"look.person": 99, **{f"look.{column}": value for column, value in FIRST.items()}}),
    h("look_chain", "look", {"look.number": 9, "look.prev_number": 8}),
    h("look_of_many_follows", "look of many", {"look_of_many.number": plus("number", 1)}),
    h("look_of_many_moment", "look of many", {"look_of_many.looked_at": "gisteren"}),
    h("look_of_many_role", "look of many", {"look_of_many.role": "onderzoek"}),
    h("look_of_many_told", "look of many", {"look_of_many.actor": ""}),
    h("look_of_many_told", "look of many", {"look_of_many.purpose": ""}),
    h("look_of_many_people", "look of many", {"look_of_many.people": -1}),
    h("look_of_many_town", "look of many", {"look_of_many.municipality": "nergens",
                                            **{f"look_of_many.{column}": value for column, value in FIRST.items()}}),
    h("look_of_many_chain", "look of many", {"look_of_many.number": 9, "look_of_many.prev_number": 8}),
]  # fmt: skip

GUIDANCE = [*ENTRIES, *CONTACTS, *ASSIGNMENTS, *STAFF, *LOOKS]
