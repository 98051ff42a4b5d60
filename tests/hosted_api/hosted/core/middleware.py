"""What happens around every request."""

import hashlib
import time
import uuid

from django.middleware.gzip import GZipMiddleware
from django.middleware.http import ConditionalGetMiddleware
from django.utils.http import http_date

from hosted.core import clock, ledger, profile


class Ledger:
    """Writes down each request, and dates each answer by the server's clock."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        started = time.monotonic()
        size = int(request.META.get("CONTENT_LENGTH") or 0)
        response = self.get_response(request)
        response["Date"] = http_date(clock.timestamp())
        token = request.COOKIES.get("access_token", "")
        header = request.META.get("HTTP_AUTHORIZATION", "")
        if not token and header.startswith("Bearer "):
            token = header[7:]
        user = getattr(request, "user", None)
        ledger.record({
            "at": time.time(),
            "user": getattr(user, "username", None) or None,
            "method": request.method,
            "path": request.get_full_path(),
            "status": response.status_code,
            "token": hashlib.sha256(token.encode()).hexdigest()[:16] if token else None,
            "session": request.COOKIES.get("sessionid"),
            "key": request.META.get("HTTP_IDEMPOTENCY_KEY"),
            "conditional": "HTTP_IF_NONE_MATCH" in request.META or "HTTP_IF_MODIFIED_SINCE" in request.META,
            "body_bytes": size,
            "bytes": 0 if response.streaming else len(response.content),
            "ms": round((time.monotonic() - started) * 1000, 1),
        })
        return response


class Repairs:
    """ETag, 304 and gzip, which the deployed server has none of."""

    def __init__(self, get_response):
        self.get_response = get_response
        self.repaired = GZipMiddleware(ConditionalGetMiddleware(get_response))

    def __call__(self, request):
        return self.repaired(request) if profile.repaired() else self.get_response(request)


class ForumSession:
    """Each answer sets a sessionid cookie unless the client sent a known one: the forum keeps anonymous sessions."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.path.startswith("/api/") and request.session.get("anonymous_forum_key") is None:
            request.session["anonymous_forum_key"] = uuid.uuid4().hex
        return self.get_response(request)
