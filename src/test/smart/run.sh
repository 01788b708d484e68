#!/bin/sh
# SMART clients that are not Kedja's own, against a real server:
#
#   src/test/smart/run.sh [path to the jar]
#
# starts a server in guarded mode on free ports of this machine, with the embedded authorization server, clients and users
# made for the run and a database of its own, and then
#   - loads patients as a system (SMART Backend Services, by jose), and exports them (Bulk Data),
#   - opens an app that uses fhirclient in a headless Chromium: standalone and from a record system, with login and consent,
#   - looks at the pages for people, in three languages and two widths, and at what a browser lets other pages do.
# Each check prints a line with what was seen. The last line counts them; the command fails if one failed.
#
# Needs node 20, npm and a Chromium (CHROMIUM, default /usr/bin/chromium). Pictures of the pages are put into SCREENSHOTS,
# default target/smart-pages. KEDJA_LOG is where the server's log goes, default target/smart-server.log.
set -eu
jar=${1:-}
case $jar in '' | /*) ;; *) jar=$PWD/$jar ;; esac
cd "$(dirname "$0")"
root=$(cd ../../.. && pwd)
[ -n "$jar" ] || jar=$(ls -t "$root"/target/kedja-*.jar 2>/dev/null | head -1)
[ -f "$jar" ] || { echo "No jar: give its path, or build it with mvn package" >&2; exit 2; }
npm install --silent >&2
exec node run.mjs "$jar" "$root"
