# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Attempts on experiments: on their chains, their rosters, and above all on what a draw was promised for."""

from __future__ import annotations

from tests.store.hostile import FAKE, h, plus, sql, there
from tests.store.world_experiment import FIRST, pid

EVENT = ("experiment_event",)
HEAD = (
    "UPDATE experiment SET head_seq = 1, head_hash = (SELECT hash FROM experiment_event WHERE experiment = 'proef' AND seq = 1), "
    "head_at = (SELECT recorded_at FROM experiment_event WHERE experiment = 'proef' AND seq = 1) WHERE experiment = 'proef'"
)
ALONE = {"experiment_event.experiment": "nergens", "experiment_event.seq": 1, "experiment_event.prev_seq": None,
         "experiment_event.prev_hash": None, "experiment_event.prev_at": None}  # fmt: skip
EARLIER = there("commitment", "beacon_at", experiment=FIRST, draw=2)

CHAINS = [
    h("experiment_named", "experiment", {"experiment.experiment": ""}),
    h("experiment_head_whole", "experiment", {"experiment.head_hash": FAKE}),
    h("experiment_head_whole", "experiment", {"experiment.head_at": "2026-03-28T09:00:00Z"}),
    h("experiment_town", "experiment", {"experiment.municipality": "nergens"}),
    h("experiment_head", "experiment", {"experiment.head_seq": 1, "experiment.head_hash": FAKE, "experiment.head_at": "nu"}),
    sql("experiment_head_forward", HEAD),
    h("experiment_event_once", "lock", {"experiment_event.idem_key": "people 1"}, only=EVENT),
    h("experiment_event_follows_its_number", "lock", {"experiment_event.seq": plus("seq", 1)}, only=EVENT),
    h("experiment_event_link_whole", "lock", {"experiment_event.prev_hash": None}, only=EVENT),
    h("experiment_event_link_whole", "lock", {"experiment_event.prev_at": None}, only=EVENT),
    h("experiment_event_time_goes_on", "lock", {"experiment_event.recorded_at": "2026-03-26T00:00:00Z"}, only=EVENT),
    h("experiment_event_kind", "lock", {"experiment_event.kind": "sanctie"}, only=EVENT),
    h("experiment_event_moment", "lock", {"experiment_event.recorded_at": "2026-03-29"}, only=EVENT),
    h("experiment_event_actor", "lock", {"experiment_event.actor": ""}, only=EVENT),
    h("experiment_event_idem_key", "lock", {"experiment_event.idem_key": ""}, only=EVENT),
    h("experiment_event_hash", "lock", {"experiment_event.hash_version": 2}, only=EVENT),
    h("experiment_event_hash", "lock", {"experiment_event.hash": "f"}, only=EVENT),
    h("experiment_event_experiment", "lock", ALONE, only=EVENT),
    h("experiment_event_chain", "lock", {"experiment_event.prev_hash": FAKE}, only=EVENT),
]

ROSTER = [
    h("experiment_design_digest", "design", {"experiment_design.sha256": "f"}),
    h("experiment_design_text", "design", {"experiment_design.text": ""}),
    h("experiment_design_event", "design", only=("experiment_design",)),
    h("participant_pid", "people", {"participant.pid": "123456782"}, only=("experiment_event", "participant")),
    h("participant_event", "people", only=("participant",)),
    h("participant_secret_key", "people", {"participant_secret#2.pseudonym": FAKE}, again=("participant_secret",)),
    h("participant_secret_person_once", "people", {"participant_secret.pseudonym": there("participant_secret", "pseudonym",
                                                                                       experiment=FIRST, pid=pid(1))}),
    h("participant_secret_salt", "people", {"participant_secret.salt": "ab"}),
    h("participant_secret_pseudonym", "people", {"participant_secret.pseudonym": "123456782"}),
    h("participant_secret_of", "people", {"participant_secret.pid": pid(77)}),
    h("happening_key", "people", {"happening#2.happening": "withdrawn"}, again=("happening",)),
    h("happening_kind", "people", {"happening.happening": "sanctie"}),
    h("happening_day", "people", {"happening.day": "2026"}),
    h("happening_event", "people", {"happening.seq": plus("seq", 1)}),
    h("happening_to", "people", {"happening.pid": pid(77)}),
]  # fmt: skip

PROMISES = [
    h("commitment_key", "commit", {"commitment.draw": 1}),
    h("commitment_round_once", "commit", {"commitment.round": 100}),
    h("commitment_knows_only_earlier", "commit", {"commitment.known_seq": plus("seq", 0)}),
    h("commitment_digests", "commit", {"commitment.root": "f"}),
    h("commitment_digests", "commit", {"commitment.secret_sha256": "f"}),
    h("commitment_people", "commit", {"commitment.people": 0}),
    h("commitment_round", "commit", {"commitment.round": 0}),
    h("commitment_moments", "commit", {"commitment.reveal_by": "2026-03-28T10:00:00 "}),
    h("commitment_moments", "commit", {"commitment.beacon_at": "2026-03-29"}),
    h("commitment_in_order", "commit", {"commitment.reveal_by": "2026-03-28T09:00:00Z"}),
    h("commitment_in_order", "commit", {"commitment.beacon_at": "2026-03-28T10:00:00Z"}),
    h("commitment_event", "commit", {"commitment.committed_at": "2026-03-28T08:00:00Z"}),
    h("commitment_design", "commit", {"commitment.design_sha256": FAKE}),
    h("commitment_record", "commit", {"commitment.record": ""}),
    h("stratum_secret_key", "commit", again=("stratum_secret",)),
    h("stratum_secret_salt", "commit", {"stratum_secret.salt": "ab"}),
    h("stratum_secret_of", "commit", {"stratum_secret.draw": 9}),
    h("secret_reveal_secret", "reveal", {"secret_reveal.secret": "geheim"}),
    h("secret_reveal_in_time", "reveal", {"experiment_event.recorded_at": "2026-03-28T09:00:00Z",
                                          "secret_reveal.revealed_at": "2026-03-28T09:00:00Z"}),
    h("secret_reveal_event", "reveal", {"secret_reveal.revealed_at": "2026-03-27T20:30:00Z"}),
    h("secret_reveal_of_commitment", "reveal", {"secret_reveal.secret_sha256": FAKE}),
]  # fmt: skip

DRAWS = [
    h("draw_result_digests", "draw", {"draw_result.randomness": "f"}),
    h("draw_result_digests", "draw", {"draw_result.seed": "f"}),
    h("draw_result_digests", "draw", {"draw_result.result_root": "f"}),
    h("draw_result_signature", "draw", {"draw_result.signature": ""}),
    h("draw_result_round", "draw", {"draw_result.round": 301}),
    h("draw_result_after_beacon", "draw", {"experiment_event.recorded_at": "2026-03-28T08:00:00Z",
                                           "draw_result.drawn_at": "2026-03-28T08:00:00Z"}),
    h("draw_result_event", "draw", {"draw_result.drawn_at": "2026-03-28T10:00:00Z"}),
    h("draw_result_of_commitment", "draw", {"draw_result.chain": FAKE}),
    h("draw_result_of_newest_commitment", "draw", {
        "draw_result.draw": 2, "draw_result.committed_round": 200, "draw_result.round": 200, "draw_result.beacon_at": EARLIER,
        "drawn#1.draw": 2, "drawn#2.draw": 2}),
    h("drawn_key", "draw", {"drawn.pid": pid(1)}),
    h("drawn_place", "draw", {"drawn.place": 0}),
    h("drawn_arm", "draw", {"drawn.arm": ""}),
    h("drawn_arm", "draw", {"drawn.turn": None}),
    h("drawn_surveyed", "draw", {"drawn#2.surveyed": 2}),
    h("drawn_surveyed", "draw", {"drawn.arm": None, "drawn.turn": None}),
    h("draw_result_secret", "draw without its secret"),
    h("drawn_event", "draw", {"drawn.seq": plus("seq", 1)}),
    h("drawn_in", "draw", {"drawn.draw": 4}),
    h("drawn_person", "draw", {"drawn.pid": pid(77)}),
]  # fmt: skip

KEPT = [
    h("observation_key", "observed", {"observation#2.name": "other"}, again=("observation",)),
    h("observation_source", "observed", {"observation.source": "gossip"}),
    h("observation_named", "observed", {"observation.name": ""}),
    h("observation_event", "observed", only=("observation",)),
    h("observation_of", "observed", {"observation.pid": pid(77)}),
    h("plan_lock_key", "lock", {"plan_lock#2.code_version": "2"}, again=("plan_lock",)),
    h("plan_lock_digest", "lock", {"plan_lock.plan_sha256": "f"}),
    h("plan_lock_told", "lock", {"plan_lock.code_version": ""}),
    h("plan_lock_told", "lock", {"plan_lock.data_schema": ""}),
    h("plan_lock_event", "lock", only=("plan_lock",)),
    h("report_release_key", "letting out", {"report_release#2.content": "2"}, again=("report_release",)),
    h("report_release_digest", "letting out", {"report_release.sha256": "f"}),
    h("report_release_content", "letting out", {"report_release.content": ""}),
    h("report_release_event", "letting out", only=("report_release",)),
]
EXPERIMENTS = [*CHAINS, *ROSTER, *PROMISES, *DRAWS, *KEPT]
