"""The forum: searches as they are typed, lists, long topics, memory, and the file, with half a million posts."""

import json
import pathlib
import shutil
import subprocess
import sys

import report
from runner_bench import percentile
from slice_bench import environment, pss_mb
from sync_bench import pull_forum

TOPICS = 20_000
POSTS = 500_000


class Bench:
    """The measuring program, with folders on the disk the build lies on: a temporary one may be memory."""

    def __init__(self, bin_dir):
        self.program = bin_dir / "studio-forum-bench"
        self.data = bin_dir.parent / "forum-bench-data"

    def tell(self, what, data, **options):
        command = [self.program, what, "--data-dir", data]
        for name, value in options.items():
            command += [f"--{name}", str(value)]
        done = subprocess.run(command, capture_output=True, env=environment(), check=False)
        if done.returncode != 0:
            raise RuntimeError(f"{what}: {done.stderr.decode(errors='replace')[-2000:]}")
        return json.loads(done.stdout.splitlines()[-1])

    def memory(self, data):
        """Of a program that has opened lists and topics and searched, and rests."""
        command = [self.program, "use", "--data-dir", data]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment()) as process:
            if not process.stdout.readline():
                raise RuntimeError("the forum could not be used")
            memory = pss_mb(process.pid)
            process.stdin.close()
            process.wait(20)
        return memory


def search(bench, big):
    told = bench.tell("search", big)

    def p95(kinds=(), key="ms"):
        return percentile([each[key] for each in told["searches"] if not kinds or each["kind"] in kinds], 0.95)

    rows = [report.row("forum", "forum.search_p95", [p95()], "ms", "LIKE over all posts, p95", [percentile(told["scan_ms"], 0.95)],
                       20, "value")]
    rows[0]["runs"] = len(told["searches"])
    rows.append(report.row("forum", "forum.search_p95 processor", [p95((), "cpu_ms")], "ms"))
    rows.append(report.row("forum", "forum.search_median", [each["ms"] for each in told["searches"]], "ms", "LIKE over all posts",
                           told["scan_ms"]))
    for kind in sorted({each["kind"] for each in told["searches"]}):
        rows.append(report.row("forum", f"forum.search_p95 {kind}", [p95((kind,))], "ms"))
    return rows


def lists(bench, big, small, runs):
    ours, few = (bench.tell("list", data, runs=runs) for data in (big, small))
    rows = []
    for name in ("forum", "category", "all", "unread", "title", "filtered", "far"):
        rows.append(report.row("forum", "forum.list_open" + ("" if name == "forum" else f" {name}"), ours[f"{name}_ms"], "ms",
                               "a forum of 100 topics", few[f"{name}_ms"], 100, "value"))
    return rows


def topics(bench, big, runs):
    told = bench.tell("topic", big, runs=runs)
    return [report.row("forum", f"forum.long_topic_open{where}", told[key], "ms", "a topic of 10 posts", told["short_ms"], 100, "value")
            for where, key in (("", "begin_ms"), (" middle", "middle_ms"), (" end", "end_ms"))]


def memory(bench, big, empty, runs):
    used, bare = [], []
    for _ in range(runs):
        used.append(bench.memory(big))
        bare.append(bench.memory(empty))
    return report.row("forum", "forum.memory more", [a - b for a, b in zip(used, bare)], "MB", "with an empty forum", bare, 100, "value")


def size(bench, big):
    told = bench.tell("size", big)
    if (told["topics"], told["posts"]) != (TOPICS, POSTS):
        raise RuntimeError(f"the forum is not whole: {told}")
    return report.row("forum", "forum.cache_size", [told["file"] / 1e6], "MB", "the posts' texts", [told["texts"] / 1e6])


def filled(bench):
    """A big forum, a small and an empty one. What an earlier run wrote is used again, unless the program is another."""
    marker = bench.data / "of.json"
    made = {"program": bench.program.stat().st_mtime_ns, "posts": POSTS}
    folders = [bench.data / name for name in ("big", "small", "empty")]
    if not marker.exists() or json.loads(marker.read_text()) != made:
        shutil.rmtree(bench.data, ignore_errors=True)
        print("writing half a million posts; this takes minutes, once", file=sys.stderr)
        for folder, topics_, posts in zip(folders, (TOPICS, 100, 0), (POSTS, 1000, 0)):
            bench.tell("fill", folder, topics=topics_, posts=posts)
        marker.write_text(json.dumps(made))
    return folders


def measure(bin_dir, runs):
    bench = Bench(pathlib.Path(bin_dir))
    big, small, empty = filled(bench)
    return (search(bench, big) + lists(bench, big, small, runs) + topics(bench, big, runs)
            + [memory(bench, big, empty, max(3, runs // 5)), size(bench, big)] + pull_forum(bin_dir, runs))
