#!/usr/bin/env bash
# Measures and draws docs/theme-growth.svg, docs/group-growth.svg, docs/panel-growth.svg and docs/match-growth.svg. Takes
# half an hour on two cores; group and match count processor time, which other work on the machine changes least.
#   ./mvnw -P benchmark -pl benchmark -am -DskipTests package   then   benchmark/growth.sh
set -euo pipefail

home=$(cd "$(dirname "$0")/.." && pwd)
results=$home/benchmark/target
. "$home/.mvn/jdk.sh"

draw() {
  "$JAVA_HOME/bin/java" -cp "$results/benchmark.jar:$results/lib/*" org.yueyuetan.benchmark.Growth "$@"
}

"$JAVA_HOME/bin/java" -jar "$results/benchmark.jar" Theme -rf csv -rff "$results/theme.csv"
tr -d '"\r' <"$results/theme.csv" | awk -F, 'NR > 1 { gsub("_", "-", $9); print tolower($9) "," $10 "," $5 / 1000 }' |
  draw 'Choosing 120 themes out of 12 each, with reasons' 'organizations' >"$home/docs/theme-growth.svg"

"$home/benchmark/engine.sh" group titles | tee "$results/group.csv"
awk -F, 'NR > 1 { print $1 "," $2 "," $4 }' "$results/group.csv" |
  draw 'Grouping texts, start included: processor time' 'texts' >"$home/docs/group-growth.svg"

"$JAVA_HOME/bin/java" -cp "$results/benchmark.jar:$results/lib/*" org.yueyuetan.benchmark.PanelGrowth |
  draw 'The fairest lottery, seats for a tenth' 'members' >"$home/docs/panel-growth.svg"

"$JAVA_HOME/bin/java" -Xmx3500m -XX:+UseSerialGC -cp "$results/benchmark.jar:$results/lib/*" org.yueyuetan.benchmark.MatchGrowth |
  draw 'Both stable allocations with their proofs: processor time' 'pairs' >"$home/docs/match-growth.svg"
