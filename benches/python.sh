#!/usr/bin/env bash
# `python.sh PYTHON`: the client `qoder` beside the SDK for Python 0.11, in turn, on one embedded
# service: calls and events a second, CPU seconds (user and system) for each, and the most memory.
# PYTHON is an interpreter that has the package `qca-sdk`.
set -euo pipefail

python=${1:?usage: python.sh PYTHON}
here=$(cd "$(dirname "$0")" && pwd)
cargo build --quiet --release --manifest-path "$here/Cargo.toml" --bin sdk
sdk=${CARGO_TARGET_DIR:-$here/../target}/release/sdk

coproc SERVICE { "$sdk" serve; }
read -r -a service <&"${SERVICE[0]}"

# A line of the table: what is measured, the name of the side, and its command.
line() {
    python3 - "$@" <<'PYTHON'
import resource, subprocess, sys
what, side, *command = sys.argv[1:]
out = subprocess.run(command, check=True, capture_output=True, text=True).stdout
count, seconds = out.split()
used = resource.getrusage(resource.RUSAGE_CHILDREN)
cpu = (used.ru_utime + used.ru_stime) / int(count) * 1e6
print(f"| {what} | {side} | {int(count) / float(seconds):,.0f} | {cpu:,.0f} | {used.ru_maxrss / 1024:.0f} |")
PYTHON
}

echo "| | | a second | CPU, µs each | memory, MiB |"
echo "|---|---|---:|---:|---:|"
for concurrency in 1 32; do
    line "calls, $concurrency at a time" qoder "$sdk" calls 4000 "$concurrency" "${service[@]}"
    line "calls, $concurrency at a time" python "$python" "$here/python/sdk.py" calls 4000 "$concurrency" "${service[@]}"
done
line events qoder "$sdk" events 10 "${service[@]}"
line events python "$python" "$here/python/sdk.py" events 10 "${service[@]}"
