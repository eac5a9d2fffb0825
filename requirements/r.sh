#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
#
# R with the packages that our estimates are compared with: does nothing where they are, else installs Debian's (as root, or with
# sudo where that asks nothing).
set -eu

packages="estimatr clubSandwich sandwich survey survival carData lme4 coin AER jsonlite"
debian="r-base-core r-cran-estimatr r-cran-clubsandwich r-cran-sandwich r-cran-survey r-cran-survival r-cran-cardata r-cran-lme4 r-cran-coin r-cran-aer r-cran-jsonlite"
there() {
    command -v Rscript >/dev/null || return 1
    for package in $packages; do
        Rscript -e "quit(status = !requireNamespace('$package', quietly = TRUE))" >/dev/null 2>&1 || return 1
    done
}
there && exit 0

ask() {
    echo "r.sh: $1 Install R with $packages, on Debian: apt-get install $debian" >&2
    exit 1
}
command -v apt-get >/dev/null || ask "The comparison needs R with its packages, and there is no apt-get here."
if [ "$(id -u)" = 0 ]; then sudo=
elif sudo -n true 2>/dev/null; then sudo="sudo -n"
else ask "The comparison needs R with its packages, and you are neither root nor may you use sudo without a password."
fi
echo "Installing R and the packages to compare with ..."
quiet="env DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0"
$sudo $quiet update >/dev/null || ask "apt-get update failed."
# shellcheck disable=SC2086 # One word per package is meant.
$sudo $quiet install --yes --no-install-recommends $debian >/dev/null || ask "apt-get install failed."
there || ask "Some of the packages are still missing."
