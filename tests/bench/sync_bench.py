"""Syncing: requests of a week, draining a full outbox, what a fetch costs, and many clients at once."""

import contextlib
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request

import report
from runner_bench import percentile
from slice_bench import environment

HOSTED = pathlib.Path(__file__).resolve().parent.parent / "hosted_api" / "serve.py"
ADA = ("ada", "Ada!Example1")
LEARNER = "Learner!Example1"
AT_ONCE = 4  # requests under way at a time
BAR = 2  # seconds


class Platform:
    """The hosted platform of the tests, for as long as it is measured."""

    def __init__(self, folder, *options):
        ready = folder / "ready.json"
        self._process = subprocess.Popen(
            [sys.executable, HOSTED, "--port", "0", "--tls", "--ready-file", ready, *options],
            stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        deadline = time.monotonic() + 120
        while not ready.exists():
            if self._process.poll() is not None or time.monotonic() > deadline:
                self._process.kill()
                raise RuntimeError("the hosted platform of the tests does not start")
            time.sleep(0.05)
        self.ready = json.loads(ready.read_text())

    def ask(self, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        with urllib.request.urlopen(urllib.request.Request(self.ready["control"] + path, data), timeout=60) as answer:
            return json.loads(answer.read())

    def requests(self):
        """What reached the platform, without signing in."""
        log = self.ask("/requests")["requests"]
        return [entry for entry in log if not entry["path"].startswith("/api/v1/auth/login")]

    def latency(self, milliseconds):
        self.ask("/faults", {"rules": [{"kind": "latency", "ms": milliseconds}] if milliseconds else []})

    def end(self):
        self._process.stdin.close()
        try:
            self._process.wait(20)
        except subprocess.TimeoutExpired:
            self._process.kill()


@contextlib.contextmanager
def platform(*options):
    with tempfile.TemporaryDirectory() as folder:
        running = Platform(pathlib.Path(folder), *options)
        try:
            yield running
        finally:
            running.end()


class Bench:
    """The measuring program, with a folder on the disk the build lies on: a temporary one may be memory."""

    def __init__(self, bin_dir):
        self._program = bin_dir / "studio-sync-bench"
        self._data = bin_dir.parent / "sync-bench-data"

    def tell(self, what, served=None, user=("", ""), **options):
        shutil.rmtree(self._data, ignore_errors=True)
        command = [self._program, what, "--folder", self._data, "--user", user[0], "--password", user[1]]
        if served:
            command += ["--server", served.ready["api"].removesuffix("/api"), "--ca", served.ready["ca"]]
        for name, value in options.items():
            command += [f"--{name}", str(value)]
        try:
            done = subprocess.run(command, capture_output=True, env=environment(), check=False)
        finally:
            shutil.rmtree(self._data, ignore_errors=True)
        if done.returncode != 0:
            raise RuntimeError(f"{what}: {done.stderr.decode(errors='replace')[-2000:]}")
        return json.loads(done.stdout.splitlines()[-1])


def week(bench):
    rows = []
    for profile in ("deployed", "repaired"):
        with platform("--profile", profile, "--scale", "courses=3,lessons=10") as served:
            told = bench.tell("week", served, ADA)
            arrived = served.requests()
        wrong = [entry for entry in arrived if entry["status"] >= 400 and "/capabilities/" not in entry["path"]]
        if wrong or len(arrived) != told["requests"]:
            raise RuntimeError(f"{len(arrived)} requests arrived of {told['requests']}; refused: {wrong}")
        rows.append(report.row("sync", f"sync.week_requests {profile}", [len(arrived)], "requests",
                               "actions of the week", [told["actions"]], 150, "value"))
    return rows


def drain(bench, runs):
    """Against n x (round trip + server time) / 4: the server's time is what a bare client of four sees in the same run."""
    count = 1000
    rows = []
    with platform("--scale", f"courses={count // 20},lessons=10", "--limit-scale", "0") as served:
        def one(what, latency):
            served.ask("/reset", {})
            served.latency(latency)
            return bench.tell(what, served, ADA, count=count)

        few = max(2, runs // 5)
        bare, ours = [], []
        for _ in range(few):
            bare.append(one("bare", 0)["wall_ms"])
            ours.append(one("drain", 0))
        processor = [each["cpu_ms"] for each in ours]
        name = "n x (RTT + server) / 4"
        rows.append(report.row("sync", f"sync.drain_{count}_0ms", [each["wall_ms"] for each in ours], "ms", name, bare, 1.25))
        server = AT_ONCE * sorted(bare)[len(bare) // 2] / count
        for latency, times in ((100, max(1, few // 2)), (600, 1)):
            walls = [one("drain", latency)["wall_ms"] for _ in range(times)]
            floor = count * (latency + server) / AT_ONCE
            rows.append(report.row("sync", f"sync.drain_{count}_{latency}ms", walls, "ms", name, [floor], 1.25))
    rows.append(report.row("sync", "sync.cpu_per_action", processor, "ms", goal=1, goal_is="value"))
    return rows


def pull(bench, runs):
    rows = []
    for profile in ("deployed", "repaired"):
        with platform("--profile", profile, "--scale", "courses=30,lessons=10", "--limit-scale", "0") as served:
            told = bench.tell("pull", served, ADA, count=300, seed=max(3, runs // 3))
        everything = "all 300 rows new"
        for name in ("none", "ten", "all"):
            for key, unit in (("ms", "ms"), ("requests", "requests"), ("bytes", "kB")):
                def values(which, key=key):
                    return [value / (1000 if key == "bytes" else 1) for value in told[f"{which}_{key}"]]
                figure = f"sync.pull_{name}{'' if key == 'ms' else '_' + key} {profile}"
                base = (everything, values("all")) if name != "all" else ("", ())
                rows.append(report.row("sync", figure, values(name), unit, *base))
    return rows


def pull_forum(bin_dir, runs):
    """A first pull of a forum, one when nothing is new, and one when ten topics have an answer more."""
    bench = Bench(bin_dir)
    rows = []
    for profile in ("deployed", "repaired"):
        with platform("--profile", profile, "--scale", "topics=300,posts=6000", "--limit-scale", "0") as served:
            told = bench.tell("forum", served, ADA, seed=max(1, runs // 7))
        for name in ("none", "ten", "all"):
            for key, unit, divisor in (("ms", "ms", 1), ("requests", "requests", 1), ("bytes", "kB", 1000)):
                figure = f"forum.pull_{name}{'' if key == 'ms' else '_' + key} {profile}"
                values, all_ = ([value / divisor for value in told[f"{which}_{key}"]] for which in (name, "all"))
                rows.append(report.row("forum", figure, values, unit, *(("forum.pull_all", all_) if name != "all" else ())))
    return rows


def commit(bench, runs):
    told = bench.tell("commit", count=max(200, runs * 30))
    ours, bare = (percentile(told[key], 0.95) for key in ("commit_ms", "bare_ms"))
    return [report.row("sync", "store.commit_p95", [ours], "ms", "bare SQLite insert, one fsync", [bare], 20, "value")]


def bars(moments):
    """How many in each two seconds, from the first to the last but for the stragglers' hundredth."""
    ordered = sorted(moments)
    ordered = ordered[:max(1, int(len(ordered) * 0.99))]
    counts = [0] * (int((ordered[-1] - ordered[0]) / BAR) + 1)
    for moment in ordered:
        counts[int((moment - ordered[0]) / BAR)] += 1
    return counts


def load_rows(figure, moments, done, floor_name="", floor=()):
    counts = bars(moments)
    mean = sum(counts) / len(counts)
    return [report.row("sync", f"{figure} peak", [max(counts) / BAR], "requests/s", "mean", [mean / BAR], 2),
            report.row("sync", f"{figure} done", [done], "s", floor_name, floor)]


def school_class(bench):
    count = 40
    with platform("--scale", f"users={count},courses=1,lessons=10") as served:
        told = bench.tell("class", served, ("", LEARNER), count=count)
        arrived = served.requests()
        lost = [n for n in range(count) if not served.ask(f"/state?user=learner{n}")["progress"]]
    refused = [entry for entry in arrived if entry["status"] >= 400 and "/capabilities/" not in entry["path"]]
    if refused or lost or len(arrived) != told["requests"]:
        raise RuntimeError(f"refused: {refused[:5]}; nothing arrived of {lost}; {len(arrived)} of {told['requests']} requests")
    return load_rows("fleet.class_40", [entry["at"] for entry in arrived], told["done_s"])


def country(bench):
    """Once with a platform that says it is busy (503), once with one that only fails (500)."""
    count = 2000
    rows = []
    for figure, overload in (("fleet.country_2000", 503), ("fleet.country_2000 as 500", 500)):
        told = bench.tell("country", count=count, overload=overload)
        if told["late"]:
            raise RuntimeError(f"{told['late']} of {count} clients were not done: {told['answers']}")
        rows += load_rows(figure, told["arrivals"], told["done_s"], "its workers' time", [told["floor_s"]])
        rows.append(report.row("sync", f"{figure} requests", [len(told["arrivals"])], "requests", "those it did", [told["needed"]]))
    return rows


def measure(bin_dir, runs):
    bench = Bench(bin_dir)
    return (week(bench) + drain(bench, runs) + pull(bench, runs) + commit(bench, runs) + school_class(bench)
            + country(bench))
