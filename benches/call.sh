#!/usr/bin/env bash
# `call.sh`: instructions (valgrind) and allocations of one call, one decode and one encode, through
# the generated client and by hand. Instructions are the difference of 2,000 and 1,000 times.
set -euo pipefail

repository=$(cd "$(dirname "$0")/.." && pwd)
cargo build --quiet --release --manifest-path "$repository/Cargo.toml" --package callsheet-benches --bin call
call=${CARGO_TARGET_DIR:-$repository/target}/release/call

instructions() {
    valgrind --tool=callgrind --callgrind-out-file=/dev/null "$call" "$1" "$2" 2>&1 |
        sed -n 's/.*Collected : //p'
}

echo "| mode | instructions |"
echo "|---|---:|"
for mode in ours hand ours-no-limit hand-no-limit ours-decode hand-decode ours-encode hand-encode; do
    echo "| $mode | $((($(instructions $mode 2000) - $(instructions $mode 1000)) / 1000)) |"
done
echo
"$call" allocations
