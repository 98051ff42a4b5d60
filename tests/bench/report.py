"""The rows of a benchmark and how they are shown: as a table for people, as a list for machines."""

import json
import statistics

KEYS = ("bench", "figure", "value", "unit", "runs", "baseline", "baseline_value", "ratio", "goal", "met")


def row(bench, figure, values, unit, baseline="", baseline_values=(), goal=None, goal_is="ratio"):
    """One figure: the median of `values`, beside the median of its baseline measured in the same run.

    `goal` is the most that is wanted, of the ratio or (goal_is="value") of the value itself.
    """
    value = statistics.median(values)
    base = statistics.median(baseline_values) if baseline_values else None
    ratio = value / base if base else None
    measured = ratio if goal_is == "ratio" else value
    return {
        "bench": bench,
        "figure": figure,
        "value": round(value, 3),
        "unit": unit,
        "runs": len(values),
        "baseline": baseline,
        "baseline_value": None if base is None else round(base, 3),
        "ratio": None if ratio is None else round(ratio, 3),
        "goal": None if goal is None else f"{goal_is} <= {goal:g}",
        "met": None if goal is None or measured is None else measured <= goal,
    }


def table(rows):
    """Columns as wide as they need to be; numbers to the right."""

    def text(value):
        if value is None or value == "":
            return "-"
        if isinstance(value, bool):
            return "yes" if value else "NO"
        return f"{value:g}" if isinstance(value, float) else str(value)

    lines = [list(KEYS)] + [[text(r[key]) for key in KEYS] for r in rows]
    widths = [max(len(line[i]) for line in lines) for i in range(len(KEYS))]
    right = {2, 4, 6, 7}
    shown = ["  ".join(c.rjust(w) if i in right else c.ljust(w) for i, (c, w) in enumerate(zip(line, widths))) for line in lines]
    shown.insert(1, "  ".join("-" * w for w in widths))
    return "\n".join(line.rstrip() for line in shown)


def write(rows, path):
    with open(path, "w", encoding="utf-8") as file:
        json.dump(rows, file, indent=2)
        file.write("\n")
