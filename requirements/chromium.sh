#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
#
# A browser for the tests of pages: does nothing where there is Chromium, else installs Debian's (as root, or with sudo where that
# asks nothing).
set -eu

command -v chromium >/dev/null && exit 0

ask() {
    echo "chromium.sh: $1 Install Chromium, on Debian: apt-get install chromium" >&2
    exit 1
}
command -v apt-get >/dev/null || ask "The tests of pages need Chromium, and there is no apt-get here."
if [ "$(id -u)" = 0 ]; then sudo=
elif sudo -n true 2>/dev/null; then sudo="sudo -n"
else ask "The tests of pages need Chromium, and you are neither root nor may you use sudo without a password."
fi
echo "Installing Chromium for the tests of pages ..."
quiet="env DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0"
$sudo $quiet update >/dev/null || ask "apt-get update failed."
$sudo $quiet install --yes --no-install-recommends chromium >/dev/null || ask "apt-get install failed."
command -v chromium >/dev/null || ask "apt-get installed it, and there is still no command chromium."
