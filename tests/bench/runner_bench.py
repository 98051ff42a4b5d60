"""The runner: Run to first output, floods, Stop, checks, and what waits in memory."""

import json
import subprocess
import time

import report
from slice_bench import elapsed_ms, environment, first_output_ms, processes_below, pss_mb, told

PYTHON = "/usr/bin/python3"
ONE = [PYTHON, "-c", "print(1)"]
MILLION = "for i in range(1_000_000):\n    print(i)\n"


def percentile(values, share):
    """The value below which this share of all lies; of few values, the largest."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def piped_ms():
    """`python3 | cat`, as a shell would run it."""
    start = time.monotonic_ns()
    with subprocess.Popen([PYTHON, "-c", MILLION], stdout=subprocess.PIPE) as program:
        subprocess.run(["cat"], stdin=program.stdout, stdout=subprocess.DEVNULL, check=True)
    return (time.monotonic_ns() - start) / 1e6


def two_at_a_time_ms(count):
    """As many fresh Pythons, two at once."""
    start = time.monotonic_ns()
    running = []
    for _ in range(count):
        if len(running) == 2:
            running.pop(0).wait()
        running.append(subprocess.Popen(ONE, stdout=subprocess.DEVNULL))
    for process in running:
        process.wait()
    return (time.monotonic_ns() - start) / 1e6


def idle_mb(program):
    """Memory of what waits, without the process that asked for it."""
    with subprocess.Popen([program, "idle"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment()) as host:
        json.loads(host.stdout.readline())
        below = processes_below(host.pid) - {host.pid}
        memory = sum(pss_mb(each) for each in below if not processes_below_any(each, below))
        host.stdin.close()
        host.wait(20)
    return memory


def processes_below_any(pid, others):
    """Whether another of these has this process below it, and counts it already."""
    return any(other != pid and pid in processes_below(other) for other in others)


def measure(bin_dir, runs):
    program = bin_dir / "studio-runner-bench"
    name = "python3 -c 'print(1)'"

    def ask(what, count):
        return told([program, what, str(count)])

    first = ask("first", runs)
    rows = [report.row("runner", "run.first_output", first["first_ms"], "ms", name,
                       [first_output_ms(ONE) for _ in range(runs)], 0.25)]
    few = max(3, runs // 3)
    million = ask("million", few)
    rows.append(report.row("runner", "run.million_lines", million["million_ms"], "ms", "python3 | cat",
                           [piped_ms() for _ in range(few)], 1.3))
    rows.append(report.row("runner", "run.longest_frame", [max(million["frame_ms"])], "ms", goal=50, goal_is="value"))
    rows.append(report.row("runner", "run.peak_memory", [max(million["peak_mb"])], "MB", goal=64, goal_is="value"))
    stops = ask("stop", max(200, runs))  # fewer have no hundredth part
    for figure, key in (("stop.flood_p99", "flood_ms"), ("stop.c_call_p99", "c_call_ms")):
        rows.append(report.row("runner", figure, [percentile(stops[key], 0.99)], "ms", goal=20, goal_is="value"))
    check = ask("check", runs)
    rows.append(report.row("runner", "check.one", check["one_ms"], "ms", name, [elapsed_ms(ONE) for _ in range(runs)],
                           15, "value"))
    rows.append(report.row("runner", "check.five_cases", check["five_ms"], "ms"))
    rows.append(report.row("runner", "worker.idle_memory", [idle_mb(program)], "MB", goal=20, goal_is="value"))
    rows.append(report.row("runner", "check.hundred", ask("hundred", few)["hundred_ms"], "ms", "100 python3, two at a time",
                           [two_at_a_time_ms(100) for _ in range(few)]))
    return rows
