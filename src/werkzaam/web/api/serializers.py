# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What goes in and out of the API: the columns of a table of wages in camel case, receipts, and months."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from rest_framework import serializers

from werkzaam.app.employer.cells import AMOUNTS, COLUMNS, DAYS, NEEDED, PERIODS, TRUTHS
from werkzaam.app.employer.told import MOST_ROWS
from werkzaam.app.employer.versions import Outcome
from werkzaam.web.words import say

AMOUNT = r"^[0-9]{1,7}\.[0-9]{2}$"


def camel(column: str) -> str:
    """The name of a column in the API."""
    return re.sub("_([a-z])", lambda found: found[1].upper(), column)


def _shown(key: object) -> str:
    """A key as an answer can repeat it: half a sign (a lone surrogate), which JSON can name, is none in UTF-8."""
    return str(key)[:60].encode("utf-8", "backslashreplace").decode()


class Strict(serializers.Serializer):
    """Refuses keys that mean nothing here."""

    def to_internal_value(self, data: Any) -> Any:
        """The values; raises ValidationError also for a key that is not known."""
        if isinstance(data, Mapping):
            unknown = [key for key in data if key not in self.fields]
            if unknown:
                raise serializers.ValidationError({_shown(key): ["This key is not known."] for key in unknown[:20]})
        return super().to_internal_value(data)


def _field(column: str) -> serializers.Field:
    given = {"required": column in NEEDED, "help_text": say(f"column_{column}", "en")}
    if column in AMOUNTS:
        return serializers.RegexField(AMOUNT, **given)
    if column in DAYS:
        return serializers.DateField(**given, input_formats=["iso-8601"])
    if column in TRUTHS:
        return serializers.BooleanField(**given)
    if column == "dienstverband":
        return serializers.IntegerField(min_value=1, max_value=99, **given)
    if column == "tijdvak":
        return serializers.ChoiceField(PERIODS, **given)
    if column == "uren":
        return serializers.RegexField(r"^[0-9]{1,3}(:[0-5][0-9])?$", **given)
    return serializers.CharField(max_length=35 if column == "werknemer" else 200, **given)


WageSerializer = type("WageSerializer", (Strict,), {
    "__doc__": "One wage; the same columns as in a table of wages.", "__module__": __name__,
    **{camel(column): _field(column) for column in COLUMNS},
})  # fmt: skip


class NewDeliverySerializer(Strict):
    """A delivery of wages: all of it is received, or nothing."""

    lonen = WageSerializer(many=True, min_length=1, max_length=MOST_ROWS)


class ResultSerializer(serializers.Serializer):
    """What came of one row: received, the same as before, or in the place of an earlier version."""

    regel = serializers.IntegerField(help_text="The row, counted from 1.")
    personeelsnummer = serializers.CharField(allow_blank=True)
    gewerktVan = serializers.DateField()  # noqa: N815 - keys of the API are in camel case.
    gewerktTot = serializers.DateField()  # noqa: N815
    uitkomst = serializers.ChoiceField([one.value for one in Outcome])
    versie = serializers.IntegerField()


class ReceiptSerializer(serializers.Serializer):
    """A delivery that was received."""

    nummer = serializers.IntegerField()
    ontvangenOp = serializers.DateTimeField()  # noqa: N815
    regels = serializers.IntegerField()


class DeliverySerializer(ReceiptSerializer):
    """A delivery that was received, with what came of each row."""

    resultaten = ResultSerializer(many=True)


class ReceiptsSerializer(serializers.Serializer):
    """The newest deliveries of an employer."""

    aanleveringen = ReceiptSerializer(many=True)


class AmountSerializer(serializers.Serializer):
    """Whole cents with a sign beside them."""

    cdPositiefNegatief = serializers.ChoiceField(["+", "-"])  # noqa: N815
    waardeBedrag = serializers.RegexField(r"^[0-9]+$")  # noqa: N815


class ComponentSerializer(serializers.Serializer):
    """One line of the sum: column 1 is added, 2 is taken off, 3 explains."""

    omschrijving = serializers.CharField()
    bedrag = AmountSerializer()
    indicatieKolom = serializers.ChoiceField(["1", "2", "3"])  # noqa: N815


_PARTS = ("uitbetaaldBedragClient", "opgegevenInkomsten", "teVerrekenenInkomsten", "inkomstenVrijlating", "inkomstenNaVrijlating",
          "vakantiegeldOverInkomsten", "gekorteInkomsten", "uitbetaaldBedragDossier")  # fmt: skip
FileSerializer = type("FileSerializer", (serializers.Serializer,), {
    "__doc__": "What was paid under one scheme in a month.", "__module__": __name__,
    **{name: serializers.CharField() for name in ("regeling", "dossiernummer", "periodenummer", "betrekkingsperiode")},
    **{name: AmountSerializer(required=name in (_PARTS[0], _PARTS[-1])) for name in _PARTS},
    "componenthistorie": ComponentSerializer(many=True),
})  # fmt: skip


class OfficeSerializer(serializers.Serializer):
    """The town that pays."""

    gemeentecode = serializers.CharField()
    gemeentenaam = serializers.CharField()


class SpecificationPartSerializer(serializers.Serializer):
    """What one town paid."""

    uitkeringsinstantie = OfficeSerializer()
    dossierhistorie = FileSerializer(many=True)


class ClientSpecificationSerializer(serializers.Serializer):
    """The message UitkeringsSpecificatieClient."""

    typePeriode = serializers.CharField()  # noqa: N815
    uitkeringsspecificatie = SpecificationPartSerializer(many=True)


class LineSerializer(serializers.Serializer):
    """One step of the sum: the amount in cents, how it is made, and the law behind it."""

    naam = serializers.CharField()
    titel = serializers.CharField()
    bedragInCenten = serializers.IntegerField(allow_null=True)  # noqa: N815
    getoond = serializers.CharField()
    uitleg = serializers.CharField(allow_blank=True)
    formule = serializers.CharField(allow_blank=True)
    wet = serializers.CharField(allow_blank=True)
    wetAdres = serializers.CharField(allow_blank=True)  # noqa: N815
    bronnen = serializers.ListField(child=serializers.CharField())


class SpecificationSerializer(serializers.Serializer):
    """A month as portals read it, with the sum behind it."""

    maand = serializers.CharField()
    voorlopig = serializers.BooleanField()
    versie = serializers.IntegerField()
    beslotenOp = serializers.DateField()  # noqa: N815
    uitkeringsSpecificatieClient = ClientSpecificationSerializer()  # noqa: N815
    stappen = LineSerializer(many=True)


class MonthSerializer(serializers.Serializer):
    """A month that was decided."""

    maand = serializers.CharField()
    versie = serializers.IntegerField()
    voorlopig = serializers.BooleanField()
    adres = serializers.CharField()


class MonthsSerializer(serializers.Serializer):
    """All months that were decided, newest first."""

    maandspecificaties = MonthSerializer(many=True)
