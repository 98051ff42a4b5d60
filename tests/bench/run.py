"""Runs the benchmarks: `./dev bench [NAME...] [--json FILE]`. Without a name: all of them.

Every figure stands beside a baseline that was measured in the same run, in turn with it, so that a slow moment of
the machine falls on both. Medians; nothing here passes or fails.
"""

import argparse
import pathlib
import sys

import forum_bench
import report
import runner_bench
import slice_bench
import sync_bench

BENCHES = {"slice": slice_bench.measure, "runner": runner_bench.measure, "sync": sync_bench.measure,
           "forum": forum_bench.measure}


def main():
    parser = argparse.ArgumentParser(prog="./dev bench", description=__doc__.splitlines()[0])
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of: {', '.join(BENCHES)}")
    parser.add_argument("--json", metavar="FILE", help="write the rows as a JSON list too")
    parser.add_argument("--build", required=True, type=pathlib.Path, help=argparse.SUPPRESS)
    parser.add_argument("--runs", type=int, default=15, help="runs of each figure (default 15)")
    options = parser.parse_args()
    unknown = [name for name in options.names if name not in BENCHES]
    if unknown:
        parser.error(f"no benchmark {', '.join(unknown)}; there are: {', '.join(BENCHES)}")
    rows = []
    for name in options.names or BENCHES:
        rows += BENCHES[name](options.build / "bin", options.runs)
    print(report.table(rows))
    if options.json:
        report.write(rows, options.json)
    return 0


if __name__ == "__main__":
    sys.exit(main())
