# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""XML from others is refused where it begins to be more than plain elements, before anything behind it is read."""

from __future__ import annotations

import time

import pytest

from werkzaam.app.exchange import xml_reading
from werkzaam.app.exchange.delivered import opened
from werkzaam.app.exchange.xml_reading import DEEPEST, LONGEST_TEXT, MOST_HELD, Record, records
from werkzaam.core.errors import InputError

LAUGHS = b'<!DOCTYPE a [<!ENTITY l "ha">' + b"".join(
    b'<!ENTITY l%d "%s">' % (number, b"&l%d;" % (number - 1) * 10 if number else b"ha") for number in range(12)
) + b"]><a>&l11;</a>"  # fmt: skip
QUADRATIC = b'<!DOCTYPE a [<!ENTITY b "' + b"x" * 50_000 + b'">]><a>' + b"&b;" * 50_000 + b"</a>"


def read(content: bytes, *names: str) -> list[Record]:
    with opened(content, 1 << 30) as stream:
        return list(records(stream, frozenset(names), lambda namespace, name: None if name == "a" else f"not {name}"))


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"<!DOCTYPE a><a/>", "holds a DOCTYPE"),
        (b'<!DOCTYPE a SYSTEM "http://example.org/a.dtd"><a/>', "holds a DOCTYPE"),
        (LAUGHS, "holds a DOCTYPE"),
        (QUADRATIC, "holds a DOCTYPE"),
        (b'<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/hostname">]><a>&e;</a>', "holds a DOCTYPE"),
        (b'<!DOCTYPE a [<!ENTITY % e SYSTEM "http://example.org/e">%e;]><a/>', "holds a DOCTYPE"),
        (b"<a>&e;</a>", "undefined entity"),
        (b'<?xml-stylesheet href="http://example.org/x.xsl"?><a/>', "holds a processing instruction"),
        (b"<a>" * (DEEPEST + 1), "elements more than 100 deep"),
        (b"<a>" * 20_000 + b"</a>" * 20_000, "elements more than 100 deep"),
        (b"<a>" + b"<b/>" * (MOST_HELD + 1) + b"</a>", "more than 50000 elements in one piece"),
        (b"<a>" + b"x" * (LONGEST_TEXT + 1) + b"</a>", "a text of more than 20000 characters"),
        (b"<a " + b" ".join(b'n%d="1"' % number for number in range(21)) + b"/>", "an element with more than 20 attributes"),
        (b"<a><!--" + b"x" * 600_000 + b"--></a>", "one tag or comment of more than 256 KiB"),
        (b'<a x="' + b"x" * 600_000 + b'"/>', "one tag or comment of more than 256 KiB"),
        (b"<a>left <b/></a>", "text between elements"),
        (b"<a><b/> right</a>", "text between elements"),
        (b"<a><c/> beside a record</a>", "text between elements"),
        (b"<b/>", "not b"),
        (b"<a><b></a>", "mismatched tag"),
        (b"<a>", "no element found"),
        (b"<a/><a/>", "junk after document element"),
        (b"just text", "syntax error"),
        (b"", "is empty"),
        ("<a>é</a>".encode("utf-16"), "text in UTF-16"),
        ("<a>é</a>".encode("utf-16-be"), "another encoding than UTF-8"),
        (b'<?xml version="1.0" encoding="utf-7"?><a/>', "XML in UTF-8 or ISO-8859-1 was expected"),
        (b'<?xml version="1.0" encoding="cp037"?><a/>', "XML in UTF-8 or ISO-8859-1 was expected; it says cp037"),
        (b'<?xml version="1.0" encoding="nonsense"?><a/>', "XML in UTF-8 or ISO-8859-1 was expected"),
        (b"<a>\xff</a>", "not well-formed"),
        (b"<a>\x00</a>", "another encoding"),
        (b"<a>1234\x00</a>", "not well-formed"),
    ],
)  # fmt: skip
def test_more_than_plain_elements_is_refused_at_once(content: bytes, what: str) -> None:
    begin = time.monotonic()
    with pytest.raises(InputError) as error:
        read(content, "c")
    assert what in str(error.value)
    assert str(error.value).startswith("delivered")
    assert time.monotonic() - begin < 5


def test_what_is_just_within_the_limits_is_read() -> None:
    attributes = " ".join(f'n{number}="1"' for number in range(xml_reading.MOST_ATTRIBUTES))
    text = "x" * LONGEST_TEXT
    (root,) = read(f"<a {attributes}><b>{text}</b><c>{text}</c></a>".encode())
    assert [child.text for child in root.element.children] == [text, text]
    assert len(root.element.attributes) == xml_reading.MOST_ATTRIBUTES
    assert len(read(b"<a>" * DEEPEST + b"</a>" * DEEPEST)) == 1
    assert read(b"<a>" + b"<b/>" * (MOST_HELD - 1) + b"</a>")[0].element.size == MOST_HELD


def test_nothing_behind_a_doctype_is_read() -> None:
    """Were the entities declared, their declaration would be refused too; the first refusal is at the DOCTYPE, on its line."""
    with pytest.raises(InputError, match="row 3: holds a DOCTYPE"):
        read(b'<?xml version="1.0"?>\n\n<!DOCTYPE a [\n<!ENTITY e "x">]><a>&e;</a>')


def test_a_refusal_says_on_which_line() -> None:
    with pytest.raises(InputError, match="row 4: is not well-formed XML: mismatched tag, at character 3"):
        read(b"<a>\n<b>\n\n</c></a>")


@pytest.mark.parametrize("declaration", ['<?xml version="1.0"?>', '<?xml version="1.0" encoding="ISO-8859-1"?>', ""])
def test_latin_letters_are_read_in_both_encodings(declaration: str) -> None:
    encoding = "latin-1" if "8859" in declaration else "utf-8"
    assert read(f"{declaration}<a>Zoë</a>".encode(encoding))[0].element.text == "Zoë"


def test_records_come_one_by_one_with_what_stood_before_them() -> None:
    first, second, root = read(b"<a><b>1</b><r x='y'><c>2</c></r>\n<d>3</d><r/></a>", "r")
    assert (first.element.name, first.element.line, first.element.attributes) == ("r", 1, {"x": "y"})
    assert first.element.said("c") == "2"
    assert first.above == (root.element,)
    assert second.element.line == 2
    assert [child.name for child in root.element.children] == ["b", "d"]
    assert root.element.said("d") == "3"


def test_a_record_within_a_record_comes_first_and_is_not_kept() -> None:
    inner, outer, _ = read(b"<a><r><s>1</s></r></a>", "r", "s")
    assert (inner.element.text, outer.element.children) == ("1", [])
    assert inner.above[-1] is outer.element


def test_records_are_forgotten_so_that_there_may_be_any_number() -> None:
    count = sum(1 for _ in read(b"<a>" + b"<r><b/></r>" * MOST_HELD + b"</a>", "r"))
    assert count == MOST_HELD + 1


def test_other_namespaces_keep_their_name() -> None:
    (root,) = read(b'<a xmlns="urn:x" xmlns:o="urn:o"><b/><o:b/></a>')
    assert [child.name for child in root.element.children] == ["b", "{urn:o}b"]


def test_a_comment_and_a_quoted_part_are_read_as_text_should_be() -> None:
    (root,) = read(b"<a><b><!-- no -->1<![CDATA[&2]]></b></a>")
    assert root.element.said("b") == "1&2"


def test_paths_lead_to_the_first_element() -> None:
    (root,) = read(b"<a><b><c>1</c></b><b><c>2</c><c>3</c></b><d/></a>")
    assert root.element.said("b", "c") == "1"
    assert [one.text for one in root.element.all("b")[1].all("c")] == ["2", "3"]
    assert root.element.said("d") is None
    assert root.element.one("b", "x") is None


def test_names_are_remembered_up_to_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml_reading, "MOST_NAMES", 2)
    (root,) = read(b"<a><b/><c/><d/><b/><d/></a>")
    assert [child.name for child in root.element.children] == ["b", "c", "d", "b", "d"]
