#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
#
# A certified OpenID provider for the tests of signing in by a broker: the npm package oidc-provider, from its lock, in .cache/oidc.
# Does nothing where it is there already; Node and npm come from Debian when there is none (as root, or with sudo where that asks
# nothing).
set -eu

here=$(cd "$(dirname "$0")" && pwd)
into="$here/../.cache/oidc"

ask() {
    echo "oidc.sh: $1 Install Node 18 or later and npm, on Debian: apt-get install nodejs npm" >&2
    exit 1
}
if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
    command -v apt-get >/dev/null || ask "The tests of signing in by a broker need Node, and there is no apt-get here."
    if [ "$(id -u)" = 0 ]; then sudo=
    elif sudo -n true 2>/dev/null; then sudo="sudo -n"
    else ask "The tests of signing in by a broker need Node, and you are neither root nor may you use sudo without a password."
    fi
    echo "Installing Node for the tests of signing in by a broker ..."
    quiet="env DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0"
    $sudo $quiet update >/dev/null || ask "apt-get update failed."
    $sudo $quiet install --yes --no-install-recommends nodejs npm >/dev/null || ask "apt-get install failed."
fi
node -e 'process.exit(Number(process.versions.node.split(".")[0]) < 18 ? 1 : 0)' || ask "Node $(node --version) is too old."
[ -f "$into/package-lock.json" ] && [ -d "$into/node_modules/oidc-provider" ] &&
    cmp -s "$here/oidc/package-lock.json" "$into/package-lock.json" && exit 0
mkdir -p "$into"
rm -f "$into/package-lock.json"
echo "Installing an OpenID provider for tests ..."
# Into a folder of its own first, and no script of a package is run: half an installation is none.
work=$(mktemp -d "$into/new.XXXXXX")
trap 'rm -rf "$work"' EXIT
cp "$here/oidc/package.json" "$here/oidc/package-lock.json" "$work"
(cd "$work" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >/dev/null) || {
    echo "oidc.sh: npm could not install the provider; is a package registry within reach?" >&2
    exit 1
}
rm -rf "$into/node_modules"
mv "$work/node_modules" "$into/node_modules"
cp "$here/oidc/package.json" "$here/oidc/package-lock.json" "$into"
