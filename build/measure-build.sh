#!/bin/bash
# measure-build.sh [pairs] [project]: what Purser adds to a build. Edits and builds a sample in turn, with PurserEnabled=true and false, in two
# checkouts of HEAD, with the compiler server and without; prints the medians of wall and CPU time and their ratios. Nothing else should run meanwhile.
set -euo pipefail
pairs=${1:-30}
project=${2:-samples/DataPlatform/Orders.Api}
root=$(git rev-parse --show-toplevel)
work=$(mktemp -d)
server=purser-measure-$$

cleanup() {
  local pid
  for pid in $(server_pid); do kill "$pid" 2>/dev/null || true; done
  for side in true false; do git -C "$root" worktree remove --force "$work/$side" 2>/dev/null || true; done
  rm -rf "$work"
}
trap cleanup EXIT

# The compiler server that this script started, by the pipe it was given: other builds of the machine have their own.
server_pid() { for p in /proc/[0-9]*; do tr '\0' ' ' <"$p/cmdline" 2>/dev/null | grep -q -- "-pipename:$server" && basename "$p"; done; true; }

# CPU seconds of the server so far; 0 without one.
server_cpu() {
  local pid ticks; pid=$(server_pid | head -1)
  [ -n "$pid" ] || { echo 0; return; }
  ticks=$(sed 's/.*) //' "/proc/$pid/stat" | awk '{ print $12 + $13 }')
  awk -v t="$ticks" -v hz="$(getconf CLK_TCK)" 'BEGIN { print t / hz }'
}

build() { # side shared
  dotnet build "$work/$1/$project" -nologo -v q --no-restore --no-dependencies -nodeReuse:false -p:PurserEnabled="$1" -p:UseSharedCompilation="$2" -p:SharedCompilationId="$server" >"$work/log" 2>&1 \
    || { cat "$work/log"; exit 1; }
}

once() { # side shared revision -> a line "wall cpu" in $work/<side>.<shared>
  local before after times
  echo "internal static class MeasuredEdit { public const int Revision = $3; }" >"$work/$1/$project/MeasuredEdit.cs"
  before=$(server_cpu)
  times=$( { TIMEFORMAT='%R %U %S'; time build "$1" "$2"; } 2>&1 )
  after=$(server_cpu)
  echo "$times $before $after" | awk '{ print $1, $2 + $3 + $5 - $4 }' >>"$work/$1.$2"
}

median() { sort -n | awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'; }

for side in true false; do
  git -C "$root" worktree add --quiet --detach "$work/$side" HEAD
  dotnet build "$work/$side/$project" -nologo -v q -p:PurserEnabled="$side" >"$work/log" 2>&1 || { cat "$work/log"; exit 1; }
done

for shared in true false; do
  for warm in 1 2; do build true "$shared"; build false "$shared"; done
  for pair in $(seq "$pairs"); do
    # Each side goes first as often as the other.
    if [ $((pair % 2)) = 0 ]; then once true "$shared" "$pair"; once false "$shared" "$pair"; else once false "$shared" "$pair"; once true "$shared" "$pair"; fi
  done
  for column in 1 2; do
    with=$(cut -d' ' -f$column "$work/true.$shared" | median); without=$(cut -d' ' -f$column "$work/false.$shared" | median)
    awk -v s="$shared" -v c="$column" -v a="$with" -v b="$without" -v n="$pairs" 'BEGIN {
      printf "compiler server %-5s  %-4s  with %.3f s, without %.3f s, ratio %.3f (%d pairs)\n", s, c == 1 ? "wall" : "CPU", a, b, a / b, n }'
  done
done
