#!/usr/bin/env bash
# `build.sh [COUNT...]`: CPU seconds (user and system) to compile a generated API of COUNT endpoints,
# that one crate alone, as a Callsheet spec and as serde derives with inline methods.
# Both are measured in turn within one run, RUNS times (default 3); the best counts.
# A build includes a function for each endpoint that makes the future of its call: without that rustc
# makes no code for what is generic or async, least of all for the derives.
# What cargo itself needs to find nothing to do is taken off.
set -euo pipefail

repository=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
runs=${RUNS:-3}
[ $# -gt 0 ] || set -- 100 300

export CARGO_INCREMENTAL=0
cargo build --quiet --manifest-path "$repository/Cargo.toml" --package callsheet-benches --bin generate
generate=${CARGO_TARGET_DIR:-$repository/target}/debug/generate
export CARGO_TARGET_DIR=$work/target

# CPU seconds of a command and all that it starts.
cpu() {
    python3 -c '
import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_utime + used.ru_stime)' "$@"
}

# CPU seconds to compile the crate in folder $1, with the cargo command after it.
compile() {
    local folder=$1
    shift
    local cargo=(cargo "$@" --quiet --offline --manifest-path "$folder/Cargo.toml")
    touch "$folder/src/lib.rs"
    local all idle
    all=$(cpu "${cargo[@]}")
    idle=$(cpu "${cargo[@]}")
    python3 -c "print($all - $idle)"
}

echo "| endpoints | command | callsheet | serde | ratio |"
echo "|---:|---|---:|---:|---:|"
for count; do
    "$generate" "$work/$count" "$count"
    cp "$repository/Cargo.lock" "$work/$count/ours/"
    cp "$repository/Cargo.lock" "$work/$count/serde/"
    for command in check "build --features uses" "build --release --features uses"; do
        for side in ours serde; do
            # shellcheck disable=SC2086
            cargo $command --quiet --manifest-path "$work/$count/$side/Cargo.toml"
            : >"$work/$side"
        done
        for _ in $(seq "$runs"); do
            for side in ours serde; do
                # shellcheck disable=SC2086
                compile "$work/$count/$side" $command >>"$work/$side"
            done
        done
        ours=$(sort -g "$work/ours" | head -1)
        serde=$(sort -g "$work/serde" | head -1)
        python3 -c "print(f'| $count | $command | {$ours:.2f} | {$serde:.2f} | {$ours / $serde:.3f} |')"
    done
done
