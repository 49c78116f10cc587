#!/usr/bin/env bash
# How long the engine's commands take as whole processes, start included, on generated input: seconds of the clock,
# seconds of processor time, peak resident memory in MB. Needs GNU time.
#   ./mvnw -P benchmark -pl benchmark -am -DskipTests package   then   benchmark/engine.sh [group|titles|theme|panel|match]…
set -euo pipefail

home=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
. "$home/.mvn/jdk.sh"

generate() {
  "$JAVA_HOME/bin/java" -cp "$home/benchmark/target/benchmark.jar:$home/benchmark/target/lib/*" \
    org.yueyuetan.benchmark.Samples "$@"
}

measure() {
  local what=$1 size=$2
  shift 2
  for _ in $(seq "${TIMES:-3}"); do
    /usr/bin/time -o "$work/time" -f '%e %U %S %M' "$home/yueyuetan" "$@" >"$work/out"
    awk -v OFS=, -v what="$what" -v size="$size" '{ print what, size, $1, $2 + $3, int($4 / 1024) }' "$work/time"
  done
}

group() {
  for size in 1000 4326 10000 30000 100000; do
    generate texts $size >"$work/texts.csv"
    measure messages $size group --texts "$work/texts.csv"
  done
}

titles() {
  for size in 10000 30000 100000 380000; do
    generate titles $size >"$work/texts.csv"
    measure titles $size group --texts "$work/texts.csv"
  done
}

theme() {
  for size in 250 500 1000; do
    generate history $size >"$work/history.json"
    measure 'all eleven rules' $size theme --rule all "$work/history.json"
    measure 'fair-turn' $size theme "$work/history.json"
  done
}

panel() {
  local members seats values table
  while read -r members seats values; do
    for table in pool quotas; do
      "$JAVA_HOME/bin/java" -cp "$home/benchmark/target/benchmark.jar:$home/benchmark/target/lib/*" \
        org.yueyuetan.benchmark.PanelSamples $table $members $seats $values >"$work/$table.csv"
    done
    measure "$seats seats" "$members" panel --pool "$work/pool.csv" --quotas "$work/quotas.csv" --size "$seats" --seed s
  done <<END
150 22 4 6 8 2
750 112 4 6 8 2 3 5
1700 110 2 4 3 4 5 3 6
END
}

match() {
  local parties kind
  while read -r parties kind; do
    "$JAVA_HOME/bin/java" -cp "$home/benchmark/target/benchmark.jar:$home/benchmark/target/lib/*" -Xmx2500m \
      org.yueyuetan.benchmark.Markets "$work" "$parties" 20 100000000 "$kind"
    measure "$kind" $((parties * 20)) match --left "$work/left.csv" --right "$work/right.csv" --pairs "$work/pairs.csv"
  done <<END
5000 random
50000 random
1000000 random
1000000 crowded
END
}

"$home/yueyuetan" --version >&2
uptime >&2
echo what,size,seconds,processor,megabytes
for part in "${@:-group}"; do "$part"; done
