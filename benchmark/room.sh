#!/usr/bin/env bash
# A full room: PHONES phones at once open their page, some state an opinion, and each votes VOTES times with 1 to 2 seconds
# of thought in between. Tells requests a second, times from sending to the last byte, errors, and the server's memory.
#   ./yueyuetan demo &   then   benchmark/room.sh [http://localhost:8080] [data/demo]
# The talk and its votes stay in the demo's database. SCREEN=1 keeps a live screen open meanwhile.
set -euo pipefail

base=${1:-http://localhost:8080}
data=${2:-data/demo}
here=$(dirname "$0")
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
export PGPASSWORD
PGPASSWORD=$(cat "$data/password")
database() { psql -qAt -h 127.0.0.1 -p "$(sed -n 4p "$data/cluster/postmaster.pid")" -U yueyuetan "$@" yueyuetan; }

read -r first talk < <(database -F ' ' -f "$here/room.sql" | tail -1)
secret=$(database -c "select value from setting where key = 'SECRET'")
count() { database -c "select count(*) from $1"; }
sessions=$(count spring_session)
votes=$(count opinion_vote_move)

"$java" -Xmx512m "$here/src/main/java/org/yueyuetan/benchmark/Phones.java" \
  "$base" "$secret" "$first" "${PHONES:-500}" "${VOTES:-30}" "$([ -n "${SCREEN:-}" ] && echo "$talk" || echo 0)"

echo "votes stored: $(($(count opinion_vote_move) - votes)), sessions made: $(($(count spring_session) - sessions))"
server=${PID:-$(pgrep -f 'Yueyuetan demo|yueyuetan.*demo' | head -1 || true)}
[ -z "$server" ] || echo "server: $(($(ps -o rss= -p "$server") / 1024)) MB resident"
