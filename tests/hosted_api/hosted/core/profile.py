"""Which server this is: the one that is deployed, with its faults, or the repaired one. Can change while it runs."""

import os

DEPLOYED = "deployed"
REPAIRED = "repaired"

_current = os.environ.get("HOSTED_PROFILE", DEPLOYED)

REFRESH_GRACE_SECONDS = 30
CAPABILITIES = [
    "etag", "updated_since", "cms_lessons", "cms_published_at", "legacy_exercises", "submissions", "idempotency_key",
    "occurred_at", "exercise_answers", "throttle_429", "tokens_in_body", "refresh_grace", "logout_by_body", "gzip",
]


def current() -> str:
    return _current


def repaired() -> bool:
    return _current == REPAIRED


def choose(name: str) -> None:
    global _current
    if name not in (DEPLOYED, REPAIRED):
        raise ValueError(f"no such profile: {name!r}")
    _current = name
