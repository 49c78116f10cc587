#!/usr/bin/env bash
# How long a ledger of ROWS organizations takes, as the person at the browser sees it: from sending the file to the
# preview without faults, and from the confirmation to the last row stored (asked every tenth of a second).
#   ./yueyuetan demo &   then   benchmark/import.sh [http://localhost:8080]
# The organizations stay in the demo.
set -euo pipefail

base=${1:-http://localhost:8080}
rows=${ROWS:-2000}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

token() { sed -n 's/.*name="_csrf" value="\([^"]*\)".*/\1/p' "$1" | head -1; }
ask() { curl -sf -b "$work/jar" -c "$work/jar" -o "$work/page" -w '%{url_effective}\n' "$@"; }
now() { date +%s%N; }

ask "$base/sign-in" >/dev/null
ask -L --data-urlencode "_csrf=$(token "$work/page")" -d username=wang -d password=Yueyuetan-2021 "$base/sign-in" >/dev/null

{
  echo 组织名称,类别,所在区划,领域,简介
  for n in $(seq "$rows"); do echo "测速志愿服务队$(date +%s)-$n,志愿服务队,东昌府区柳园街道,志愿服务、养老助老,为社区居民提供志愿服务。"; done
} >"$work/organizations.csv"

ask "$base/imports/organizations" >/dev/null
csrf=$(token "$work/page")
from=$(now)
address=$(ask -L -F "_csrf=$csrf" -F "file=@$work/organizations.csv;type=text/csv" "$base/imports/organizations")
read=$(now)
grep -q "$address/confirm\|/confirm\"" "$work/page" || { echo "the preview has faults; see $address" >&2; exit 1; }
ask -L --data-urlencode "_csrf=$(token "$work/page")" "$address/confirm" >/dev/null
until ask "$address" >/dev/null && ! grep -q hx-trigger "$work/page"; do sleep .1; done
stored=$(now)
printf '%s rows: read and checked in %d ms, stored in %d ms\n' "$rows" $(((read - from) / 1000000)) $(((stored - read) / 1000000))
