"""The server's clock, which a test may set wrong: Date header, iat and exp of tokens, times of rows."""

import time
import types
from datetime import datetime, timedelta, timezone

_offset = 0.0


def set_offset(seconds: float) -> None:
    global _offset
    _offset = float(seconds)


def offset() -> float:
    return _offset


def now() -> datetime:
    return datetime.now(timezone.utc) + timedelta(seconds=_offset)


def timestamp() -> float:
    return time.time() + _offset


class _ShiftedDatetime(datetime):
    """PyJWT asks datetime.now() when it checks exp."""

    @classmethod
    def now(cls, tz=None):
        return datetime.now(tz) + timedelta(seconds=_offset)


def install() -> None:
    """Puts the clock in the place of the libraries'. Once, after django.setup()."""
    import django.http.response
    import django.utils.timezone
    import jwt.api_jwt
    import rest_framework_simplejwt.tokens

    django.utils.timezone.now = now
    django.http.response.time = types.SimpleNamespace(time=timestamp)
    jwt.api_jwt.datetime = _ShiftedDatetime
    rest_framework_simplejwt.tokens.aware_utcnow = now
