# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Attempts on the spine, on people, on accounts and on what was known."""

from __future__ import annotations

from tests.store.hostile import FAKE, alone, h, plus, sql, there

EVENT = ("event",)
HEAD = (
    "UPDATE household SET head_seq = 1, head_hash = (SELECT hash FROM event WHERE household = 1 AND hseq = 1), "
    "head_at = (SELECT recorded_at FROM event WHERE household = 1 AND hseq = 1) WHERE household = 1"
)

SPINE = [
    h("schema_version_once", "version", {"schema_version.version": 1}),
    h("schema_version_key", "version", {"schema_version.ddl_digest": there("schema_version", "ddl_digest")}),
    h("schema_version_digest", "version", {"schema_version.ddl_digest": "x"}),
    h("municipality_named", "town", {"municipality.municipality": ""}),
    h("municipality_named", "town", {"municipality.name": ""}),
    h("household_number", "household", {"household.household": 0}),
    h("household_head_whole", "household", {"household.head_hash": FAKE}),
    h("household_head_whole", "household", {"household.head_at": "2026-03-28T09:00:00Z"}),
    h("household_town", "household", {"household.municipality": "nergens"}),
    h("household_head", "household", {"household.head_seq": 1, "household.head_hash": FAKE, "household.head_at": "nu"}),
    sql("household_head_forward", HEAD),
    h("event_once", "fact", {"event.idem_key": "slip 1"}, only=EVENT),
    h("event_follows_its_number", "fact", {"event.hseq": plus("hseq", 1)}, only=EVENT),
    h("event_link_whole", "fact", {"event.prev_hash": None}, only=EVENT),
    h("event_link_whole", "fact", {"event.prev_at": None}, only=EVENT),
    h("event_time_goes_on", "fact", {"event.recorded_at": "2026-03-28T07:00:00Z"}, only=EVENT),
    h("event_kind", "fact", {"event.kind": "sanctie"}, only=EVENT),
    h("event_moment", "fact", {"event.recorded_at": "2026-03-29"}, only=EVENT),
    h("event_actor", "fact", {"event.actor": ""}, only=EVENT),
    h("event_idem_key", "fact", {"event.idem_key": ""}, only=EVENT),
    h("event_hash", "fact", {"event.hash_version": 2}, only=EVENT),
    h("event_hash", "fact", {"event.hash": "f"}, only=EVENT),
    h("event_household", "fact", alone(99), only=EVENT),
    h("event_chain", "fact", {"event.prev_hash": FAKE}, only=EVENT),
    h("event_after_anchor", "fact", alone(3) | {"event.recorded_at": "2026-03-27T10:00:00Z"}, only=EVENT),
]

PEOPLE = [
    h("person_number", "person", {"person.person": 0}, only=("event", "person")),
    h("person_event", "person", only=("person",)),
    h("person_detail_follows", "renamed", {"person_detail.detail": plus("detail", 1)}),
    h("person_detail_named", "renamed", {"person_detail.name": ""}),
    h("person_detail_born", "renamed", {"person_detail.born": "2000"}),
    h("person_detail_moment", "renamed", {"person_detail.recorded_at": "nu"}),
    h("person_detail_actor", "renamed", {"person_detail.actor": ""}),
    h("person_detail_person", "renamed",
      {"person_detail.person": 99, "person_detail.detail": 1, "person_detail.prev_detail": None}),
    h("person_detail_chain", "renamed", {"person_detail.detail": 9, "person_detail.prev_detail": 8}),
    h("representative_one_successor", "representative", {"representative#2.hseq": plus("hseq", -1)}, again=("representative",)),
    h("representative_role", "representative", {"representative.role": "buurman"}),
    h("representative_rights", "representative", {"representative.rights": "alles"}),
    h("representative_named", "representative", {"representative.name": ""}),
    h("representative_named", "representative", {"representative.evidence": ""}),
    h("representative_days", "representative", {"representative.from_day": "2026"}),
    h("representative_days", "representative", {"representative.to_day": "2026-04"}),
    h("representative_days", "representative", {"representative.to_day": "2025-04-15", "representative.supersedes_seq": None}),
    h("representative_supersedes_earlier", "representative", {"representative.supersedes_seq": lambda row: row["hseq"]}),
    h("representative_person", "representative", {"representative.person": 99}),
    h("representative_event", "representative", only=("representative",)),
    h("representative_superseded", "representative", {"representative.supersedes_seq": 1}),
]  # fmt: skip

ACCOUNTS = [
    h("account_request_key", "account request", {"account_request#2.payee": "x", "account_request#2.holder": "x"},
      again=("account_request",)),
    h("account_request_payee", "account request", {"account_request.payee": ""}),
    h("account_request_payee", "account request", {"account_request.payee": "recovery"}),
    h("account_request_holder", "account request", {"account_request.holder": "x" * 71}),
    h("account_request_iban", "account request", {"account_request.iban": "NL91"}),
    h("account_request_iban", "account request", {"account_request.iban": "nl91abna0417164300"}),
    h("account_request_iban", "account request", {"account_request.iban": "NL91 ABNA 0417 1643 00"}),
    h("account_request_day", "account request", {"account_request.from_day": "morgen"}),
    h("account_request_maker", "account request", {"account_request.maker": ""}),
    h("account_request_maker", "account request", {"account_request.evidence": ""}),
    h("account_request_event", "account request", only=("account_request",)),
    h("account_key", "account", {"account#2.request_seq": there("account_request", "hseq", payee="verhuurder"),
      "account#2.payee": "verhuurder", "account#2.outcome": "rejected", "account#2.iban": None, "account#2.holder": None,
      "account#2.from_day": None}, again=("account",)),
    h("account_one_answer", "account", {"account#2.hseq": plus("hseq", -1)}, again=("account",)),
    h("account_four_eyes", "account", {"account.officer": "m.bakker"}),
    h("account_four_eyes", "account", {"account.officer": "M.Bakker"}),
    h("account_four_eyes", "account", {"account.officer": ""}),
    h("account_outcome", "account", {
        "account.outcome": "misschien", "account.iban": None, "account.holder": None, "account.from_day": None}),
    h("account_reason", "account", {"account.reason": ""}),
    h("account_only_when_approved", "account", {"account.outcome": "rejected"}),
    h("account_only_when_approved", "account", {"account.holder": None}),
    h("account_only_when_approved", "account", {"account.from_day": None}),
    h("account_event", "account", only=("account",)),
    h("account_of_request", "account", {"account.maker": "iemand"}),
    h("account_as_asked", "account", {"account.iban": "NL69INGB0123456789"}),
]  # fmt: skip

FACTS = [
    h("fact_one_successor", "withdrawal", {"fact#2.hseq": plus("hseq", -2)}, again=("fact",)),
    h("fact_kind", "fact", {"fact.kind": "gerucht"}),
    h("fact_days", "fact", {"fact.valid_from": "2026"}),
    h("fact_days", "fact", {"fact.valid_to": "2027"}),
    h("fact_days", "fact", {"fact.valid_to": "2025-01-31"}),
    h("fact_amount", "fact", {"fact.amount_cents": 5_000_001}),
    h("fact_below_zero_only_to_correct", "fact", {"fact.amount_cents": -1}),
    h("fact_source", "fact", {"fact.source_ref": ""}),
    h("fact_supersedes_earlier", "fact", {"fact.supersedes_seq": lambda row: row["hseq"]}),
    h("fact_withdraws_something", "withdrawal", {"fact.supersedes_seq": None}),
    h("fact_person", "fact", {"fact.person": 99}),
    h("fact_event", "fact", only=("fact",)),
    h("fact_superseded", "fact", {"fact.supersedes_seq": 1}),
]  # fmt: skip
