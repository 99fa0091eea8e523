#!/usr/bin/env bash
# Makes 98 municipalities of about the sizes that Denmark's have, with CHILDREN children together, each in a folder and a database of its own:
#   bench/many.sh ROOT CHILDREN
# Then: dotnet run -c Release --project bench/Spor.Bench -- many ROOT
set -euo pipefail
root=$1 children=$2
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
# In thousands: the largest by name, the rest falling evenly from 88 to 20, and six islands and small ones.
sizes=(660 370 223 210 120 115 105 100 100 97 96 94 91 90)
for i in $(seq 0 77); do sizes+=($((88 - i * 68 / 77))); done
sizes+=(14 12 12 6 4 3)
total=0
for size in "${sizes[@]}"; do total=$((total + size)); done
mkdir -p "$root"
for i in "${!sizes[@]}"; do
  name=spor.k$((101 + i)).example
  [ ! -f "$root/$name/spor.db" ] || continue
  "$here/spor" extract "$root/extract" --children $((sizes[i] * children / total + 20)) --seed $((i + 1)) >/dev/null
  # An extract of one municipality lies in the folder itself, or in one below it.
  from=$(dirname "$(find "$root/extract" -name kommune.csv | head -n 1)")
  "$here/spor" import "$from" --data "$root/$name" >/dev/null
  "$here/spor" municipality add "$name" --municipalities "$root" >/dev/null
  rm -rf "$root/extract"
done
echo "${#sizes[@]} municipalities in $root"
