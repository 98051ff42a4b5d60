"""What reached the application: for tests that count requests, and look whose token came with them."""

import collections
import threading

_LOG_LENGTH = 20000

_lock = threading.Lock()
_number = 0
_log = collections.deque(maxlen=_LOG_LENGTH)
_refreshes = collections.defaultdict(lambda: {"count": 0, "ok": 0, "in_flight": 0, "in_flight_max": 0})


def record(entry: dict) -> None:
    global _number
    with _lock:
        _number += 1
        _log.append({"n": _number, **entry})


def requests(since: int = 0, user: str | None = None) -> dict:
    with _lock:
        found = [entry for entry in _log if entry["n"] > since and (user is None or entry["user"] == user)]
        return {"last": _number, "requests": found}


def counts(user: str | None) -> dict:
    """Requests by "METHOD path" without the query."""
    result = collections.Counter()
    for entry in requests(user=user)["requests"]:
        result[f'{entry["method"]} {entry["path"].split("?")[0]}'] += 1
    return dict(result)


def tokens(user: str | None) -> list[str]:
    return sorted({entry["token"] for entry in requests(user=user)["requests"] if entry["token"]})


def refresh_begins(user: str) -> None:
    with _lock:
        row = _refreshes[user]
        row["count"] += 1
        row["in_flight"] += 1
        row["in_flight_max"] = max(row["in_flight_max"], row["in_flight"])


def refresh_ends(user: str, ok: bool) -> None:
    with _lock:
        row = _refreshes[user]
        row["in_flight"] -= 1
        row["ok"] += ok


def refreshes(user: str) -> dict:
    with _lock:
        row = _refreshes[user]
        return {key: row[key] for key in ("count", "ok", "in_flight_max")}


def clear() -> None:
    global _number
    with _lock:
        _number = 0
        _log.clear()
        for row in _refreshes.values():
            row.update(count=0, ok=0, in_flight_max=row["in_flight"])
