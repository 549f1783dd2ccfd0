#!/usr/bin/env bash
# CPU seconds (user and system) to build a crate of N endpoints, generated and by hand, side by side.
# Dependencies are built before; what is timed is the crate alone, its macro's expansion included.
#
# benches/build.sh [N...]      RUNS=3 is how often each build is timed; the least is shown.
set -euo pipefail
cd "$(dirname "$0")/.."

sizes=("${@:-}")
[ -n "${sizes[0]}" ] || sizes=(100 300 1000)
runs=${RUNS:-3}
target=${CARGO_TARGET_DIR:-$PWD/target}
work=$target/synthetic
export CARGO_INCREMENTAL=0
TIMEFORMAT='%3U %3S'

cargo build --quiet --package callsheet-benches --bin generate

# The least CPU time of building the crate in directory $1 by the cargo command that follows.
seconds() {
    local directory=$1 least= spent
    shift
    for _ in $(seq "$runs"); do
        touch "$directory/src/lib.rs"
        spent=$( { time CARGO_TARGET_DIR=$work/target cargo "$@" --quiet \
            --manifest-path "$directory/Cargo.toml" 2>"$work/log"; } 2>&1 ) || { cat "$work/log" >&2; exit 1; }
        least=$(awk -v least="$least" '{ s = $1 + $2; print (least == "" || s < least) ? s : least }' <<<"$spent")
    done
    echo "$least"
}

printf '%9s  %-15s %10s %10s %7s\n' endpoints build generated 'by hand' ratio
for size in "${sizes[@]}"; do
    "$target/debug/generate" "$size" "$work/$size"
    for build in check build 'build --release'; do
        for kind in spec hand; do
            # Builds the dependencies, and shows that the crate builds.
            # shellcheck disable=SC2086
            CARGO_TARGET_DIR=$work/target cargo $build --quiet --manifest-path "$work/$size/$kind/Cargo.toml"
        done
        # shellcheck disable=SC2086
        generated=$(seconds "$work/$size/spec" $build)
        # shellcheck disable=SC2086
        by_hand=$(seconds "$work/$size/hand" $build)
        awk -v n="$size" -v b="$build" -v g="$generated" -v h="$by_hand" \
            'BEGIN { printf "%9d  %-15s %10.2f %10.2f %7.2f\n", n, b, g, h, g / h }'
    done
done
