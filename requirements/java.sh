#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
#
# Java for Spark: does nothing where there is one, else installs Debian's (as root, or with sudo where that asks nothing).
set -eu

least=17
java=java
[ -z "${JAVA_HOME:-}" ] || java=$JAVA_HOME/bin/java
# The version line is `openjdk version "17.0.15" 2025-04-15`, or `"1.8.0_402"` for Java 8.
found=$("$java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p') || found=
[ -n "$found" ] && [ "$found" -ge "$least" ] && exit 0

ask() {
    echo "java.sh: $1 Install Java $least or later, on Debian: apt-get install openjdk-17-jre-headless" >&2
    exit 1
}
[ -z "${JAVA_HOME:-}" ] || ask "JAVA_HOME is $JAVA_HOME, where Java is ${found:-missing}; Spark needs $least."
command -v apt-get >/dev/null || ask "Spark needs Java $least (found: ${found:-none}), and there is no apt-get here."
if [ "$(id -u)" = 0 ]; then sudo=
elif sudo -n true 2>/dev/null; then sudo="sudo -n"
else ask "Spark needs Java $least (found: ${found:-none}), and you are neither root nor may you use sudo without a password."
fi
echo "Installing Java for Spark ..."
quiet="env DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0"
$sudo $quiet update >/dev/null || ask "apt-get update failed."
# Debian 12 has 17; a later one has a later one.
$sudo $quiet install --yes --no-install-recommends openjdk-17-jre-headless >/dev/null 2>&1 ||
    $sudo $quiet install --yes --no-install-recommends default-jre-headless >/dev/null || ask "apt-get install failed."
