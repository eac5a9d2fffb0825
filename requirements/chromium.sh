#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
#
# A browser for the tests of pages: does nothing where there is Chromium without a window, else installs Debian's (as root, or with
# sudo where that asks nothing). A whole Chromium will do where there is no such package; the tests then take longer.
set -eu

command -v chromium-headless-shell >/dev/null && exit 0

ask() {
    command -v chromium >/dev/null && exit 0
    echo "chromium.sh: $1 Install Chromium, on Debian: apt-get install chromium-headless-shell" >&2
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
$sudo $quiet install --yes --no-install-recommends chromium-headless-shell >/dev/null || ask "apt-get install failed."
command -v chromium-headless-shell >/dev/null || ask "apt-get installed it, and there is still no command chromium-headless-shell."
