#!/bin/sh
# A real Neo4j Community server for the tests, without Docker: from Maven Central, started on loopback.
#
#   scripts/neo4j.sh install              fetches the server once (123 MB) into $DANCHIEU_NEO4J, or .neo4j/ beside the code
#   scripts/neo4j.sh start PORT HOME      runs it in the foreground with its data in HOME; stop it with SIGTERM
#
# Without DANCHIEU_NEO4J_PASSWORD the server asks nobody for a password, with it user neo4j needs that one.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
cache=${DANCHIEU_NEO4J:-"$here/../.neo4j"}
pom="$here/neo4j.pom.xml"
version=$(sed -n 's:.*<neo4j.version>\(.*\)</neo4j.version>.*:\1:p' "$pom")
lib="$cache/$version"

fail() {
    echo "neo4j.sh: $*" >&2
    exit 1
}

install() {
    if [ -d "$lib" ]; then return; fi
    command -v java >/dev/null && command -v mvn >/dev/null ||
        fail "java (17 or 21) and mvn are needed. Install a JRE and Maven, then run this again."
    mkdir -p "$cache"
    # Copied aside and renamed, so that a broken or a second download never leaves half a server behind.
    part=$(mktemp -d "$cache/part.XXXXXX")
    trap 'rm -rf "$part"' EXIT
    mvn --batch-mode --quiet --file "$pom" dependency:copy-dependencies -DincludeScope=runtime -DoutputDirectory="$part" ||
        fail "Maven could not fetch Neo4j $version. See its message above."
    mv -T "$part" "$lib" 2>/dev/null || [ -d "$lib" ] || fail "cannot write $lib"
}

configure() {
    mkdir -p "$home/conf"
    auth=false
    [ -z "${DANCHIEU_NEO4J_PASSWORD:-}" ] || auth=true
    cat >"$home/conf/neo4j.conf" <<CONF
server.bolt.listen_address=127.0.0.1:$port
server.http.enabled=false
server.https.enabled=false
server.memory.pagecache.size=64m
dbms.security.auth_enabled=$auth
dbms.security.allow_csv_import_from_file_urls=false
dbms.usage_report.enabled=false
db.tx_log.preallocate=false
db.tx_log.rotation.size=8m
CONF
    if [ "$auth" = true ]; then
        NEO4J_HOME="$home" NEO4J_CONF="$home/conf" java -cp "$lib/*" org.neo4j.server.startup.Neo4jAdminCommand \
            dbms set-initial-password "$DANCHIEU_NEO4J_PASSWORD" >&2 ||
            fail "the password was refused. Neo4j wants 8 characters or more."
    fi
}

start() {
    [ -d "$lib" ] || fail "there is no server in $lib. Run: scripts/neo4j.sh install"
    command -v java >/dev/null || fail "java (17 or 21) is needed. Install a JRE, then run this again."
    configure
    # exec: the process that is stopped is the server itself.
    exec java -Xms256m -Xmx1g -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
        --add-opens=java.base/java.nio=ALL-UNNAMED --add-opens=java.base/java.io=ALL-UNNAMED \
        --add-opens=java.base/sun.nio.ch=ALL-UNNAMED --add-opens=java.base/java.util.concurrent=ALL-UNNAMED \
        -cp "$lib/*" org.neo4j.server.CommunityEntryPoint --home-dir="$home" --config-dir="$home/conf"
}

case "${1:-}" in
install) install ;;
start)
    [ $# -eq 3 ] || fail "usage: scripts/neo4j.sh start PORT HOME"
    port=$2 home=$3
    start
    ;;
*) fail "usage: scripts/neo4j.sh install | start PORT HOME" ;;
esac
