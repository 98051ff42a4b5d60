"""The repaired server does a write once for each key; the deployed one has never heard of keys."""

import functools
import hashlib
import json
import threading

from django.db import transaction
from rest_framework.renderers import JSONRenderer
from rest_framework.response import Response

from hosted.core import profile

_lock = threading.Lock()
_running: set[tuple] = set()


def key_of(request) -> str | None:
    """The client's name for this write, from the header or the body."""
    if not profile.repaired():
        return None
    key = request.META.get("HTTP_IDEMPOTENCY_KEY")
    if not key and isinstance(request.data, dict):
        key = request.data.get("client_id")
    return str(key)[:200] if key else None


def _digest(request) -> str:
    text = json.dumps(request.data, sort_keys=True, default=str)
    return hashlib.sha256(f"{request.method} {request.path} {text}".encode()).hexdigest()


def once(view):
    """For a view function(request, …) that writes. The same key again gets the stored answer."""

    @functools.wraps(view)
    def wrapped(request, *args, **kwargs):
        key = key_of(request)
        if key is None or not request.user.is_authenticated:
            return view(request, *args, **kwargs)
        mine = (request.user.pk, key)
        with _lock:
            if mine in _running:
                return Response({"error": "This key is being processed.", "code": "idempotency_busy"}, status=409,
                                headers={"Retry-After": "1"})
            _running.add(mine)
        try:
            return _do(view, request, key, *args, **kwargs)
        finally:
            with _lock:
                _running.discard(mine)

    return wrapped


def _do(view, request, key, *args, **kwargs):
    from hosted.progress.models import StoredAnswer

    digest = _digest(request)
    stored = StoredAnswer.objects.filter(user=request.user, key=key).first()
    if stored:
        if stored.digest != digest:
            return Response({"error": "This key was used for another request.", "code": "idempotency_mismatch"}, status=422)
        return Response(stored.body, status=stored.status, headers=stored.headers | {"Idempotent-Replayed": "true"})
    with transaction.atomic():
        response = view(request, *args, **kwargs)
        if response.status_code < 400:  # what was refused changed nothing, and may be asked for again
            body = json.loads(JSONRenderer().render(response.data)) if response.data is not None else None
            headers = {name: response[name] for name in ("ETag",) if name in response}
            StoredAnswer.objects.create(user=request.user, key=key, digest=digest, status=response.status_code, body=body, headers=headers)
    return response


def occurred_at(request):
    """When the client says it happened, never in the future; None where the server does not ask."""
    from django.utils import timezone
    from django.utils.dateparse import parse_datetime

    if not profile.repaired() or not isinstance(request.data, dict):
        return None
    moment = parse_datetime(str(request.data.get("occurred_at") or ""))
    if moment is None:
        return None
    if timezone.is_naive(moment):
        moment = timezone.make_aware(moment)
    return min(moment, timezone.now())
