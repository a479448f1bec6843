#!/bin/sh
# What some tests need beyond Python: a Chromium and a Neo4j server. Brought where that is allowed (root with
# apt-get for Chromium, java and mvn for Neo4j), else it is said what is missing, and those tests are skipped aloud.
set -u
cd "$(dirname -- "$0")/.."

say() { echo "services: $*" >&2; }

have_chromium() {
    for name in chromium chromium-browser google-chrome; do
        ! command -v "$name" >/dev/null 2>&1 || return 0
    done
    return 1
}

may_install() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; }

apt() {
    say "installing $*"
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"; } \
        >/dev/null 2>&1 || say "apt-get could not install $*"
}

if ! have_chromium && may_install; then apt chromium; fi
have_chromium || say "no Chromium: the browser tests will be skipped. Install chromium to run them."

# In CI the server is owed; elsewhere nobody's machine gets a Java by surprise.
if [ "${CI:-}" = true ] && may_install; then
    command -v java >/dev/null 2>&1 || apt default-jre-headless
    command -v mvn >/dev/null 2>&1 || apt maven
fi
if command -v java >/dev/null 2>&1 && command -v mvn >/dev/null 2>&1; then
    scripts/neo4j.sh install || say "no Neo4j: its tests will be skipped. See the message above."
else
    say "no java or no mvn: the Neo4j tests will be skipped. Install a JRE and Maven to run them."
fi
exit 0
