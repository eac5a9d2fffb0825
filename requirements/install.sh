#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
#
# Installs locked packages into a virtual environment, then the project itself: install.sh VENV LOCK...
# uv does it in seconds; where it cannot be had or cannot reach the index that pip is set up with, pip does the same from the
# same hashes. Only wheels are taken, so no compiler is needed. The exception is pyspark, of which no wheel exists: it is packed
# from its source by the setuptools of uv.txt, nothing else is fetched for that and nothing is compiled.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
venv=$1
shift
python=${PYTHON:-python3}
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
    echo "install.sh: Python 3.11 or later is needed; '$python' is not. Name another one: make PYTHON=python3.12 ..." >&2
    exit 1
}
[ -x "$venv/bin/pip" ] || "$python" -m venv "$venv"

locks=
for lock in "$@"; do locks="$locks -r $here/$lock"; done

# uv does not read pip's settings, so the ones that matter are handed over; an explicit UV_ setting wins.
setting() { "$venv/bin/pip" config list 2>/dev/null | sed -n "s/^[^=]*[.]$1='\(.*\)'\$/\1/p" | tail -n 1; }
hand_over() {
    UV_DEFAULT_INDEX=${UV_DEFAULT_INDEX:-${PIP_INDEX_URL:-$(setting index-url)}}
    SSL_CERT_FILE=${SSL_CERT_FILE:-${PIP_CERT:-$(setting cert)}}
    [ -n "$UV_DEFAULT_INDEX" ] && export UV_DEFAULT_INDEX || unset UV_DEFAULT_INDEX
    [ -n "$SSL_CERT_FILE" ] && export SSL_CERT_FILE || unset SSL_CERT_FILE
}

with_uv() {
    # Compiled to bytecode at once: where nobody may write beside the packages later, every start would cost a second more.
    "$venv/bin/uv" pip install --quiet --compile-bytecode --python "$venv/bin/python" --link-mode "${UV_LINK_MODE:-hardlink}" \
        --no-build-isolation "$@"
}
with_pip() {
    "$venv/bin/pip" install --quiet --disable-pip-version-check "$@"
}

with_pip --require-hashes --only-binary :all: -r "$here/uv.txt" || {
    echo "install.sh: setuptools and uv could not be installed with pip; is a package index within reach?" >&2
    exit 1
}
hand_over
kinds="--require-hashes --only-binary :all: --no-binary pyspark"
# shellcheck disable=SC2086 # One word per argument is meant.
with_uv $kinds $locks || {
    echo "install.sh: uv could not install; trying pip." >&2
    with_pip $kinds --no-build-isolation $locks
}
with_uv --no-deps --editable "$here/.." || with_pip --no-deps --no-build-isolation --editable "$here/.."
