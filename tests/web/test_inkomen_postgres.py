# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The income officer's whole door once with the ledger in PostgreSQL: bench, household, decision, run, payment, release."""

from __future__ import annotations

import shutil
from pathlib import Path

from django.core.files.uploadedfile import SimpleUploadedFile

from tests.databases import Cluster
from tests.web.doors import Doors
from werkzaam.app.example_town import make_example_town
from werkzaam.core.months import Month
from werkzaam.store.bank import pay_files
from werkzaam.store.decisions import last_decisions

WAGES = (
    "huishouden;persoon;baan;gewerkt_van;gewerkt_tot;betaald_op;netto;bron\n"
    "101;1001;winkel;2019-05-01;2019-05-31;2019-06-05;500,00;loon\n"
)


def test_the_door_on_postgresql(made_town: Path, tmp_path: Path, cluster: Cluster) -> None:
    shutil.copytree(made_town, tmp_path / "town")
    with cluster.database(schema=False) as url:
        make_example_town(url)
        doors = Doors(tmp_path / "town", ledger=url)
        try:
            _walk(doors)
        finally:
            doors.close()


def _walk(doors: Doors) -> None:
    from werkzaam.web.jobs.worker import Worker

    anna, sevda = doors.as_("anna"), doors.as_("sevda")
    assert "€\xa0391,87" in anna.get("/inkomen/werkvoorraad").content.decode()
    assert anna.get(doors.path("inkomen-household", 1001)).status_code == 200
    answer = {"answer": "approve", "reason": "Het loon was hoger", "protected": "Nagekeken"}
    claim = doors.path("inkomen-claim", 1001, month="2019-01")
    assert (anna.post(claim, answer).status_code, sevda.post(claim, answer).status_code) == (403, 302)
    assert last_decisions(doors.desk().database, "voorbeeldstad", 101)[Month.of(2019, 1)].decision.claim_after == 391_87
    sent = {"what": "wages", "file": SimpleUploadedFile("lonen.csv", WAGES.encode())}
    for address, data in (
        ("/inkomen/bestanden", sent),
        ("/inkomen/maanden/2019-05", {"act": "trial", "once": "a"}),
        ("/inkomen/maanden/2019-05", {"act": "run", "once": "b"}),
        ("/inkomen/maanden/2019-05", {"act": "letters", "once": "c"}),
    ):
        job = anna.post(address, data, follow=True).redirect_chain[-1][0]
        assert Worker().one()
        assert "Dit is klaar" in anna.get(job).content.decode()
    assert anna.post("/inkomen/betalingen", {"month": "2019-05", "once": "d"}).status_code == 302
    file = pay_files(doors.desk().database, "voorbeeldstad")[-1].file_id
    release = f"/inkomen/betalingen/{file}/vrijgeven"
    assert (anna.post(release, {}).status_code, sevda.post(release, {}).status_code) == (403, 302)
