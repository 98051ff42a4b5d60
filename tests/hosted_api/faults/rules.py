"""Which fault is due for a request. The kinds and their keys are described in ../README.md."""

import collections
import hashlib
import random
import re
import threading
import time

AT_CONNECTION = {"handshake_reset", "accept_reset", "accept_hang"}
KINDS = AT_CONNECTION | {
    "latency", "close_before", "reset_before", "drop_answer", "reset_answer", "die_on_reuse", "hang", "late", "slow_server", "cut", "trickle",
    "answer", "replace", "set_json", "portal_page", "portal_redirect", "empty_object", "gateway_page", "huge", "duplicate",
}
_KEYS = {"kind", "name", "method", "path", "nth", "probability", "times", "reused", "ms", "after_ms", "process", "seconds", "bytes", "fraction",
         "framing", "reset", "bytes_per_second", "headers", "status", "body", "json", "base64", "set", "remove", "location", "gzip", "answer", "copies"}


def fingerprint(request) -> str | None:
    """Which access token came along, as the application's log shows it."""
    cookie = re.search(r"(?:^|;\s*)access_token=([^;]+)", request.get("Cookie") or "")
    header = request.get("Authorization") or ""
    token = cookie.group(1) if cookie else header[7:] if header.startswith("Bearer ") else ""
    return hashlib.sha256(token.encode()).hexdigest()[:16] if token else None


class Rule:
    def __init__(self, spec: dict, seed: int, index: int):
        if not isinstance(spec, dict) or spec.get("kind") not in KINDS:
            raise ValueError(f"rule {index}: unknown kind {spec.get('kind') if isinstance(spec, dict) else spec!r}")
        unknown = set(spec) - _KEYS
        if unknown:
            raise ValueError(f"rule {index}: unknown key {sorted(unknown)[0]!r}")
        self.spec, self.kind = spec, spec["kind"]
        self.name = spec.get("name") or f"{index}:{self.kind}"
        self._method = re.compile(spec["method"]) if "method" in spec else None
        self._path = re.compile(spec["path"]) if "path" in spec else None
        self._random = random.Random(f"{seed}:{index}")
        self.matched = self.fired = 0

    def _nth_fits(self) -> bool:
        nth = self.spec.get("nth")
        if nth is None:
            return True
        if isinstance(nth, str):
            return self.matched >= int(nth.rstrip("+"))
        return self.matched in (nth if isinstance(nth, list) else [nth])

    def due(self, method: str, path: str, reused: bool) -> bool:
        """Counts a match, and says whether the rule fires for it."""
        if self.kind not in AT_CONNECTION:
            if self._method and not self._method.fullmatch(method) or self._path and not self._path.search(path):
                return False
            if (self.spec.get("reused") or self.kind == "die_on_reuse") and not reused:
                return False
        self.matched += 1
        lucky = "probability" not in self.spec or self._random.random() < self.spec["probability"]
        if not self._nth_fits() or not lucky or self.fired >= self.spec.get("times", self.fired + 1):
            return False
        self.fired += 1
        return True


class Rules:
    """The rules in force. Thread-safe: connections ask from their threads."""

    def __init__(self):
        self._lock = threading.Lock()
        self._rules: list[Rule] = []
        self._log = collections.deque(maxlen=20000)
        self._number = self.connections = 0

    def replace(self, specs: list, seed: int = 1) -> None:
        rules = [Rule(spec, seed, index) for index, spec in enumerate(specs)]
        with self._lock:
            self._rules = rules

    def clear_log(self) -> None:
        with self._lock:
            self._log.clear()
            self._number = self.connections = 0

    def describe(self) -> list[dict]:
        with self._lock:
            return [{"name": rule.name, "matched": rule.matched, "fired": rule.fired, **rule.spec} for rule in self._rules]

    def at_connection(self) -> Rule | None:
        with self._lock:
            self.connections += 1
            return next((rule for rule in self._rules if rule.kind in AT_CONNECTION and rule.due("", "", False)), None)

    def for_request(self, connection: int, request, reused: bool) -> tuple[float, Rule | None, dict]:
        """(seconds of latency, the one other rule, the log entry)."""
        method, path = request.method, request.path
        with self._lock:
            seconds, chosen, names = 0.0, None, []
            for rule in self._rules:
                if rule.kind in AT_CONNECTION or (rule.kind != "latency" and chosen is not None):
                    continue
                if rule.due(method, path, reused):
                    names.append(rule.name)
                    if rule.kind == "latency":
                        seconds += rule.spec.get("ms", 100) / 1000
                    else:
                        chosen = rule
            self._number += 1
            entry = {"n": self._number, "at": time.time(), "conn": connection, "reused": reused, "method": method, "path": path, "fired": names,
                     "status": None, "token": fingerprint(request), "key": request.get("Idempotency-Key"), "body_bytes": len(request.body)}
            self._log.append(entry)
            return seconds, chosen, entry

    def log(self) -> dict:
        with self._lock:
            return {"requests": [dict(entry) for entry in self._log], "connections": self.connections}
