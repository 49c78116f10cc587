#!/usr/bin/env bash
# How long the server takes for the main pages: from the request being sent until the last byte of the answer has come,
# over one kept connection, on this machine. Each page is first fetched WARM times unmeasured, then TIMES times.
#   ./yueyuetan demo &   then   benchmark/pages.sh [http://localhost:8080]
# With CITY=1 also pages that only benchmark/city.sql fills. The addresses are those of the demo year; any answer other
# than 200 ends the measurement.
set -euo pipefail

base=${1:-http://localhost:8080}
warm=${WARM:-20}
times=${TIMES:-41}
jars=$(mktemp -d)
trap 'rm -rf "$jars"' EXIT

sign_in() {
  local jar=$jars/$1 token
  token=$(curl -sf -c "$jar" "$base/sign-in" | sed -n 's/.*name="_csrf" value="\([^"]*\)".*/\1/p' | head -1)
  curl -sf -o /dev/null -b "$jar" -c "$jar" --data-urlencode "_csrf=$token" \
    -d "username=$1" -d password=Yueyuetan-2021 "$base/sign-in"
}

# Reads "code from until" lines in seconds, prints median and 95th percentile in milliseconds.
summary() {
  awk '$1 != 200 { print "answered " $1 > "/dev/stderr"; exit 1 } { printf "%.1f\n", ($3 - $2) * 1000 }' | sort -n |
    awk '{ ms[NR] = $1 } END { printf "%8.1f %8.1f\n", ms[int((NR + 1) / 2)], ms[int(NR * 0.95 + 0.5)] }'
}

measure() {
  local who=$1 page=$2
  for _ in $(seq $((warm + times))); do printf 'url = "%s"\noutput = /dev/null\n' "$base$page"; done |
    curl -s -K - -b "$jars/$who" -w '%{http_code} %{time_pretransfer} %{time_total}\n' |
    tail -n "+$((warm + 1))" | summary || {
    echo "$page as $who was not measured" >&2
    exit 1
  }
}

touch "$jars/visitor"
for who in wang puxin auditor; do sign_in "$who"; done

# 志愿 and 社会工作, as a browser sends them.
volunteer=%E5%BF%97%E6%84%BF
social_work=%E7%A4%BE%E4%BC%9A%E5%B7%A5%E4%BD%9C

# The first of the candidates that city.sql gathers; its number depends on the demo.
candidate=$(curl -s -b "$jars/wang" "$base/themes/2022-01" | sed -n 's/.*\(candidates\/[0-9]*\).*/\1/p' | head -1)

printf '%-46s %-8s %8s %8s\n' page who 'median' 'p95 ms'
while read -r who page; do
  [ -n "$page" ] || continue
  printf '%-46s %-8s ' "$page" "$who"
  measure "$who" "$page"
done <<PAGES
visitor /
wang /board
wang /needs
wang /needs?q=$volunteer
wang /needs?status=ACCEPTED&field=ELDERLY
wang /organizations
wang /organizations?q=$social_work
wang /themes/2021-12
wang /themes/2021-10
wang /themes/2021-12/design
wang /themes/fairness?year=2021
wang /talks
wang /talks/8
wang /talks/8/follow-up
wang /trace/talk/4
wang /trace/need/1
wang /talks/4/brief
wang /figures
wang /figures/needs
wang /search?q=$volunteer
puxin /mine
puxin /needs
puxin /needs/1
visitor /api/v1/figures
${CITY:+wang /themes/2022-01
wang /themes/2022-01/gather
wang /themes/2022-01/gather?q=$volunteer
wang /themes/2022-01/$candidate
wang /talks/9
wang /talks/9/convening
wang /talks/9/convening?q=$social_work
wang /talks/9/invitations
auditor /audit}
PAGES
