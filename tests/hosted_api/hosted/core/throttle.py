"""Rate limits of fixed windows, as django-ratelimit counts them. See section 3 of the contract."""

import os
import threading
import zlib

from rest_framework.exceptions import PermissionDenied, Throttled

from hosted.core import clock, profile

_PERIODS = {"s": 1, "m": 60, "h": 3600}
_lock = threading.Lock()
_counts: dict[tuple, int] = {}
_scale = float(os.environ.get("HOSTED_LIMIT_SCALE", "1"))


def set_scale(scale: float) -> None:
    """Multiplies every limit; 0 switches them off."""
    global _scale
    _scale = float(scale)


def clear() -> None:
    with _lock:
        _counts.clear()


def _count(group: str, rate: str, value: str) -> float | None:
    """Counts one more; the seconds until the window ends when it is one too many."""
    number, period_name = rate.split("/")
    period = _PERIODS[period_name]
    limit = int(int(number) * _scale)
    if _scale == 0:
        return None
    at = clock.timestamp() + zlib.crc32(value.encode()) % period
    window = int(at // period)
    with _lock:
        key = (group, value, window)
        _counts[key] = count = _counts.get(key, 0) + 1
    return period - at % period if count > limit else None


def check(request, group: str, rate: str, by: str = "user") -> None:
    """Raises when the limit is passed: 403 where it is deployed, 429 with Retry-After where it is repaired."""
    if by == "user":
        if not request.user.is_authenticated:
            return
        value = f"u{request.user.pk}"
    else:
        value = f'i{request.META.get("REMOTE_ADDR", "")}'
    wait = _count(group, rate, value)
    if wait is None:
        return
    if profile.repaired():
        raise Throttled(wait=wait)
    raise PermissionDenied()
