# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""`werkzaam experiment enrol`, `select`, `commit`, `reveal`, `draw`, `receipt`, `verifier`, `verify`: people and the draw."""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from werkzaam.cli.options import MOMENT, Commands, add_ledger, desk_of
from werkzaam.core.errors import InputError

if TYPE_CHECKING:
    from werkzaam.experiment.assumptions import Assumptions
    from werkzaam.experiment.design import Design

MISTAKE = 70


def add(parts: Commands) -> None:
    """Add the commands."""
    _add_key(parts)
    enrols = _command(parts, "enrol", "enrol the people of a roster", "Enrols the people of a file: everybody with the reason "
                      "when they cannot take part. All or nothing (docs/reference/roster-file.md).", enrol)  # fmt: skip
    enrols.add_argument("file", metavar="FILE", type=Path)
    enrols.add_argument("--key", metavar="FILE", type=Path, required=True, help="the key for pseudonyms; see 'experiment key'")
    _add_records(parts)
    _command(parts, "select", "strata and numbers of a draw that could be promised",
             "Prints the strata, how small ones are merged, and how many each gives. Writes nothing.", select)  # fmt: skip
    commits = _command(parts, "commit", "promise a draw", "Fixes who can be drawn, the design and the round of the beacon, "
                       "and prints the promise that is to be published.", commit)  # fmt: skip
    commits.add_argument("--secret-hash", metavar="HEX", required=True, help="SHA-256 of the third party's secret of 32 bytes")
    commits.add_argument("--draw-at", metavar="MOMENT", required=True, help="when the beacon decides, as 2026-03-20T09:15:00Z")
    commits.add_argument("--public", action="store_true", help="publish the result as a list of numbers")
    reveals = _command(parts, "reveal", "keep the third party's secret", "Keeps the secret when it is the promised one and in "
                       "time.", reveal)  # fmt: skip
    reveals.add_argument("file", metavar="FILE", type=Path, help="the secret: 64 hexadecimal digits")
    draws = _command(parts, "draw", "draw with what the beacon said", "Draws as promised, keeps it, and prints the result that "
                     "is to be published.", draw)  # fmt: skip
    _draw_options(draws)
    receipts = _command(parts, "receipt", "what somebody needs to check the draw", "Prints the receipt of one person.", receipt)
    _receipt_options(receipts)
    _add_checks(parts)


def _draw_options(draws: argparse.ArgumentParser) -> None:
    chances = draws.add_mutually_exclusive_group(required=True)
    chances.add_argument("--beacon", metavar="FILE", type=Path, help="the beacon's answer for the round, as JSON")
    chances.add_argument("--dice", metavar="FILE", type=Path, help="the beacon is gone: throws of dice in public, 40 or more")
    draws.add_argument("--missing", action="store_true", help="the promised round never came; use the fallback's round")


def _add_checks(parts: Commands) -> None:
    pages = _command(parts, "verifier", "the page on which anybody checks the draw", "Writes one HTML file with what was "
                     "published inside. It opens without a network and checks a receipt.", verifier)  # fmt: skip
    pages.add_argument("--out", metavar="FILE", type=Path, required=True)
    _command(parts, "verify", "check the whole experiment as an auditor", "Checks every event, and makes every draw again. Ends "
             "with 70 when something is wrong.", verify)  # fmt: skip


def _receipt_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("pid", metavar="PID")
    parser.add_argument("--pdf", metavar="FILE", type=Path, help="write it on a page with a QR code instead")
    parser.add_argument("--lang", choices=("nl", "en"), default="nl", help="language of the page (default: nl)")
    parser.add_argument("--page", metavar="ADDRESS", help="where the page that checks receipts stands")


def _add_key(parts: Commands) -> None:
    keys = parts.add_parser("key", help="a new key for pseudonyms", description="Writes a random key into a new file. Who has "
                            "it can find people again; the researchers do not get it.")  # fmt: skip
    keys.add_argument("file", metavar="FILE", type=Path)
    keys.set_defaults(run=key)


def _add_records(parts: Commands) -> None:
    reports = _command(parts, "reach", "how people were reached, and who needs an explanation", "Prints enrolment by channel and "
                       "by case manager, and whom a letter alone did not reach.", reach)  # fmt: skip
    reports.add_argument("--term", metavar="DAYS", type=int, default=21, help="days in which a letter is answered (default: 21)")
    happens = _command(parts, "happened", "what happened to participants, from a file", "Records that people started, "
                       "deviated, withdrew, moved or died (docs/reference/roster-file.md).", happened)  # fmt: skip
    happens.add_argument("file", metavar="FILE", type=Path)
    places = _command(parts, "placed", "who was put with which case manager, from a file", "Logs placements that mix the arms of "
                      "a dedicated team with others (docs/reference/roster-file.md).", placed)  # fmt: skip
    places.add_argument("file", metavar="FILE", type=Path)
    places.add_argument("--team", metavar="FILE", type=Path, required=True, help="the team: its start, members and arms")


def _command(parts: Commands, name: str, short: str, long: str, run: Callable[..., object]) -> argparse.ArgumentParser:
    parser = parts.add_parser(name, help=short, description=long)
    parser.add_argument("design", metavar="DESIGN", help="a design file, or the name of a design that ships")
    add_ledger(parser)
    parser.set_defaults(run=run)
    return parser


def design_of(name: str) -> Design:
    """The design in a file, or the shipped one of that name."""
    from werkzaam.app.experiment.design_file import read_design, shipped_design, shipped_names

    return shipped_design(name) if name in shipped_names() else read_design(Path(name))


def expected_beside(name: str, design: Design) -> Assumptions | None:
    """What was expected of a design, from the file beside it; None where there is none."""
    from werkzaam.app.experiment.assumptions_file import assumptions_beside, read_assumptions
    from werkzaam.app.experiment.design_file import shipped_file, shipped_names

    beside = assumptions_beside(shipped_file(name) if name in shipped_names() else Path(name))
    return read_assumptions(beside, design) if beside.is_file() else None


def key(arguments: argparse.Namespace) -> None:
    """Write a new key."""
    from werkzaam.app.experiment.enrol import new_key

    new_key(arguments.file)
    sys.stdout.write(f"A key is in {arguments.file}. Keep it apart from the data of the study, and keep a copy.\n")


def enrol(arguments: argparse.Namespace) -> None:
    """Enrol people and say how many came to what."""
    from werkzaam.app.experiment.enrol import enrol as enrol_people
    from werkzaam.app.experiment.enrol import read_key

    design, secret = design_of(arguments.design), read_key(arguments.key)
    with desk_of(arguments) as desk:
        done = enrol_people(desk, design, arguments.file, secret)
    if done.again:
        sys.stdout.write("Nothing new: this file was enrolled before. Nothing was changed.\n")
        return
    sys.stdout.write(f"{done.rows} people in {arguments.file.name}:\n")
    for what, count in sorted(done.counts.items()):
        sys.stdout.write(f"  {count:6}  {what}\n")


def reach(arguments: argparse.Namespace) -> None:
    """Print how people were reached."""
    from werkzaam.app.experiment.reached import reached

    design = design_of(arguments.design)
    with desk_of(arguments) as desk:
        for line in reached(desk, design, arguments.term):
            sys.stdout.write(f"{line}\n")


def happened(arguments: argparse.Namespace) -> None:
    """Record what happened."""
    from werkzaam.app.experiment.happened import record_file

    design = design_of(arguments.design)
    with desk_of(arguments) as desk:
        done = record_file(desk, design, arguments.file)
    told = "Nothing new: this file was read before. Nothing was changed." if done is None else f"Recorded {done} events."
    sys.stdout.write(f"{told}\n")


def placed(arguments: argparse.Namespace) -> None:
    """Log placements that mix arms."""
    from werkzaam.app.experiment.placed import read_team, record_placements

    design = design_of(arguments.design)
    with desk_of(arguments) as desk:
        done = record_placements(desk, design, arguments.file, read_team(arguments.team, design))
    if done is None:
        sys.stdout.write("Nothing new: this file was read before with this team. Nothing was changed.\n")
        return
    sys.stdout.write(f"{done.rows} placements, {len(done.logged)} mix arms and were logged as deviations from the draw.\n")
    for what, found in (("logged", done.logged), ("not logged, for this person has no arm", done.told)):
        for one in found:
            at = one.placement
            sys.stdout.write(f"  {at.day}  {at.person} ({at.arm or '-'}) with {at.klantmanager}: {one.why}; {what}\n")


def select(arguments: argparse.Namespace) -> None:
    """Print strata, merges and numbers."""
    from werkzaam.app.experiment.drawing import selection

    design = design_of(arguments.design)
    with desk_of(arguments) as desk:
        grouping, plan, texts = selection(desk, design)
    for merge in grouping.merges:
        sys.stdout.write(f"merged  {merge.small} ({merge.size}) into {merge.into}\n")
    for code, text in sorted(texts.items(), key=lambda one: one[1]):
        people, taken = len(grouping.strata[text].people), plan.select.get(code, 0)
        asked = taken if plan.survey is None else plan.survey.get(code, 0)
        sys.stdout.write(
            f"{people:6} people {taken:6} taken {asked if design.waves else 0:6} interviewed  {text or 'everybody'}\n"
        )
    small = f"; {len(grouping.small)} stayed smaller than {design.strata.smallest}" if grouping.small else ""
    total = sum(len(one.people) for one in grouping.strata.values())
    sys.stdout.write(f"{total} people in {len(grouping.strata)} strata, {sum(plan.select.values())} taken{small}.\n")


def commit(arguments: argparse.Namespace) -> None:
    """Promise a draw and print the promise."""
    from datetime import UTC, datetime

    from werkzaam.app.experiment.drawing import commit as promise

    design = design_of(arguments.design)
    secret = _hexadecimal(arguments.secret_hash, "--secret-hash")
    try:
        drawn_at = datetime.strptime(arguments.draw_at, MOMENT).replace(tzinfo=UTC)
    except ValueError:
        raise InputError(f"--draw-at: write a moment as 2026-03-20T09:15:00Z; found {arguments.draw_at!r}.") from None
    with desk_of(arguments) as desk:
        made = promise(desk, design, secret_sha256=secret, drawn_at=drawn_at, public=arguments.public)
    _print(made.record)


def reveal(arguments: argparse.Namespace) -> None:
    """Keep the secret."""
    from werkzaam.app.experiment.drawing import reveal as keep

    design = design_of(arguments.design)
    secret = _hexadecimal(_text(arguments.file).strip(), arguments.file.name)
    with desk_of(arguments) as desk:
        promise = keep(desk, design, secret)
    sys.stdout.write(f"The secret of draw {promise.roster} is the promised one. Round {promise.round} of the beacon decides.\n")


def draw(arguments: argparse.Namespace) -> None:
    """Draw, and print the result."""
    from werkzaam.app.experiment.drawing import draw as cast
    from werkzaam.app.experiment.drawing import read_beacon, read_dice
    from werkzaam.experiment.lottery.signature import holds

    design = design_of(arguments.design)
    if arguments.dice is not None:
        beacon = read_dice(_text(arguments.dice))
    else:
        try:
            record = json.loads(_text(arguments.beacon))
        except ValueError:
            record = None
        beacon = read_beacon(record if isinstance(record, dict) else {}, arguments.beacon.name)
    with desk_of(arguments) as desk:
        _, result = cast(desk, design, beacon, holds, missing=arguments.missing)
    _print(result.record)


def receipt(arguments: argparse.Namespace) -> None:
    """Print a receipt."""
    from werkzaam.app.experiment.checking import receipt as receipt_of
    from werkzaam.app.experiment.receipt import as_pdf, sheet

    design = design_of(arguments.design)
    with desk_of(arguments) as desk:
        found, promise = receipt_of(desk, design, arguments.pid)
        day, sender = desk.today, desk.town.holder
    if arguments.pdf is None:
        sys.stdout.write(f"{found.text}\n")
        return
    page = as_pdf(sheet(found, promise, design, lang=arguments.lang, day=day, sender=sender, base=arguments.page))
    _write(arguments.pdf, page, "--pdf")
    sys.stdout.write(f"The receipt of {arguments.pid} is in {arguments.pdf}.\n")


def verifier(arguments: argparse.Namespace) -> None:
    """Write the page that checks receipts."""
    from werkzaam.app.experiment.checking import checking_page

    design = design_of(arguments.design)
    with desk_of(arguments) as desk:
        made = checking_page(desk, design)
    _write(arguments.out, made.encode(), "--out")
    sys.stdout.write(f"{arguments.out} checks receipts of {design.id}, without a network. Publish it with its SHA-256:\n")
    sys.stdout.write(f"{hashlib.sha256(made.encode()).hexdigest()}\n")


def verify(arguments: argparse.Namespace) -> int:
    """Print every check; 0 when all are fine."""
    from werkzaam.app.experiment.checking import verified
    from werkzaam.experiment.lottery.signature import holds

    design = design_of(arguments.design)
    with desk_of(arguments) as desk:
        chain, draws = verified(desk, design, holds)
    wrong = len(chain)
    for one in chain:
        sys.stdout.write(f"WRONG  {one.where}\n")
    for number, checks in draws:
        for check in checks:
            wrong += not check.fine
            how = "" if check.fine else f": {check.expected} was expected, {check.found} was found"
            sys.stdout.write(f"{'fine ' if check.fine else 'WRONG'}  draw {number}: {check.name}{how}\n")
    sys.stdout.write(f"{len(draws)} draws, {wrong} things wrong.\n")
    return MISTAKE if wrong else 0


def _hexadecimal(text: str, where: str) -> bytes:
    """32 bytes of hexadecimal digits; a message never repeats them."""
    try:
        found = bytes.fromhex(text)
    except ValueError:
        found = b""
    if len(found) != 32:
        raise InputError(f"{where}: 64 hexadecimal digits were expected; found {len(text)} characters that are not those.")
    return found


def _write(file: Path, content: bytes, option: str) -> None:
    try:
        file.write_bytes(content)
    except OSError as error:
        raise InputError(f"cannot be written: {error}. Give {option} another file.", file=str(file)) from None


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"cannot be read: {error}. Check the path.", file=str(file)) from None


def _print(record: dict[str, Any]) -> None:
    """What is to be published, as JSON."""
    sys.stdout.write(json.dumps(record, ensure_ascii=False, indent=2, sort_keys=True) + "\n")
