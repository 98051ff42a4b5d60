"""The first benchmark: opening the window, the first lesson, running, checking, typing, memory, commands."""

import json
import os
import pathlib
import select
import subprocess
import sys
import tempfile
import time

import report


def environment(**more):
    """What a program started here sees; windows open without a screen unless one is there."""
    env = dict(os.environ, **more)
    if not env.get("DISPLAY") and not env.get("WAYLAND_DISPLAY"):
        env.setdefault("QT_QPA_PLATFORM", "offscreen")
    env.setdefault("QT_LOGGING_RULES", "*.debug=false;*.info=false")
    return env


def elapsed_ms(command, **more):
    """Wall milliseconds of a whole process."""
    start = time.monotonic_ns()
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **more)
    return (time.monotonic_ns() - start) / 1e6


def first_output_ms(command):
    """Milliseconds until the first byte of standard output."""
    start = time.monotonic_ns()
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        process.stdout.read(1)
        took = (time.monotonic_ns() - start) / 1e6
        process.stdout.read()
    return took


def processes_below(pid):
    """A process and all its descendants."""
    parents = {}
    for entry in pathlib.Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text().rsplit(")", 1)[1].split()
                parents[int(entry.name)] = int(fields[1])
            except OSError:
                continue
    found, grew = {pid}, True
    while grew:
        more = {child for child, parent in parents.items() if parent in found} - found
        found |= more
        grew = bool(more)
    return found


def pss_mb(pid):
    """Memory of a process tree, shared pages counted by their share."""
    total = 0
    for each in processes_below(pid):
        try:
            for line in pathlib.Path(f"/proc/{each}/smaps_rollup").read_text().splitlines():
                if line.startswith("Pss:"):
                    total += int(line.split()[1])
        except OSError:
            continue
    return total / 1024


def watch_window(command, moments, settle=1.0):
    """Starts a window, reads its moments (lines of JSON), then measures its memory and ends it by closing its input."""
    env = environment(STUDIO_BENCH_START=str(time.monotonic_ns()))
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=env) as process:
        seen, deadline = {}, time.monotonic() + 60
        while not all(moment in seen for moment in moments):
            ready, _, _ = select.select([process.stdout], [], [], max(0, deadline - time.monotonic()))
            line = process.stdout.readline() if ready else b""
            if not line:
                process.kill()
                raise RuntimeError(f"{command[0]} ended or hung before telling {moments}; it told {seen}")
            if line.startswith(b"{"):
                seen.update(json.loads(line))
        time.sleep(settle)  # garbage of the start goes, on both sides alike
        seen["memory"] = pss_mb(process.pid)
        process.stdin.close()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
    return seen


def told(command):
    """The figures a measuring program prints as one JSON object of lists."""
    done = subprocess.run(command, check=True, capture_output=True, env=environment())
    return json.loads(done.stdout.splitlines()[-1])


def measure_windows(bin_dir, runs):
    ours, bare = [], []
    with tempfile.TemporaryDirectory() as data:
        def watch_ours():
            return watch_window([bin_dir / "studio-bench-window", "--data-dir", data], ("first_paint", "lesson_painted"))

        def watch_bare():
            return watch_window([bin_dir / "studio-bench-bare"], ("first_paint", "lesson_painted"))

        watch_ours()  # the first start makes the profile and warms the disk's cache
        watch_bare()
        for _ in range(runs):
            ours.append(watch_ours())
            bare.append(watch_bare())
    name = "bare window"

    def figure(title, moment, unit, goal):
        return report.row("slice", title, [x[moment] for x in ours], unit, name, [x[moment] for x in bare], goal)

    return [
        figure("window.first_paint", "first_paint", "ms", 1.5),
        figure("lesson.painted", "lesson_painted", "ms", 2),
        figure("memory.lesson_open", "memory", "MB", 1.4),
    ]


def measure(bin_dir, runs):
    rows = measure_windows(bin_dir, max(3, runs // 3))
    python = ["/usr/bin/python3", "-c", "print(1)"]
    inside = told([bin_dir / "studio-bench", "run", str(runs)])
    rows.append(report.row("slice", "run.first_output", inside["first_output_ms"], "ms", "python3 -c 'print(1)'",
                           [first_output_ms(python) for _ in range(runs)]))
    rows.append(report.row("slice", "check.one", inside["check_ms"], "ms", "python3 -c 'print(1)'",
                           [elapsed_ms(python) for _ in range(runs)]))
    keys = told([bin_dir / "studio-bench", "keys", "200"])
    rows.append(report.row("slice", "editor.key_10k", keys["ours_ms"], "ms", "bare QScintilla", keys["bare_ms"], 4, "value"))
    command = [bin_dir / "learning-studio", "--version"]
    rows.append(report.row("slice", "start.cli", [elapsed_ms(command, env=environment()) for _ in range(runs)], "ms", "/bin/true",
                           [elapsed_ms(["/bin/true"]) for _ in range(runs)], 25, "value"))
    return rows


if __name__ == "__main__":
    sys.exit("started by run.py")
