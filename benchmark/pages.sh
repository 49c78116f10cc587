#!/usr/bin/env bash
# Median time to first byte of the main pages, measured on this machine against a running demo.
#   ./yueyuetan demo &   then   benchmark/pages.sh [http://localhost:8080] [times]
set -euo pipefail

base=${1:-http://localhost:8080}
times=${2:-31}
jar=$(mktemp)
trap 'rm -f "$jar"' EXIT

token() { curl -s -b "$jar" -c "$jar" "$base/sign-in" | sed -n 's/.*name="_csrf" value="\([^"]*\)".*/\1/p' | head -1; }

curl -s -o /dev/null -b "$jar" -c "$jar" --data-urlencode "_csrf=$(token)" \
  -d username=wang -d password=Yueyuetan-2021 "$base/sign-in"

printf '%-28s %10s %10s\n' page 'median ms' 'slowest ms'
for page in / /board /needs '/needs?q=志愿' /organizations '/organizations?q=社会工作' \
  /themes/2021-12 /talks/8 /talks/8/follow-up /trace/talk/4 /talks/4/brief /figures /api/v1/figures; do
  for _ in 1 2 3; do curl -s -o /dev/null -b "$jar" "$base$page"; done
  for _ in $(seq "$times"); do
    curl -s -o /dev/null -b "$jar" -w '%{http_code} %{time_starttransfer}\n' "$base$page"
  done | sort -k2 -n | awk -v page="$page" '
    $1 != 200 { bad = $1 }
    { ms[NR] = $2 * 1000 }
    END { printf "%-28s %10.1f %10.1f%s\n", page, ms[int((NR + 1) / 2)], ms[NR], bad ? "  answered " bad : "" }'
done
