"""Files under /media/, as a web server in front would send them: Last-Modified, byte ranges, no ETag."""

import mimetypes
import re

from django.conf import settings
from django.http import HttpResponse
from django.utils.http import http_date, parse_http_date_safe

_RANGE = re.compile(r"^bytes=(\d*)-(\d*)$")


def serve(request, path):
    root = (settings.DATA / "media").resolve()
    file = (root / path).resolve()
    if not file.is_relative_to(root) or not file.is_file():
        return HttpResponse("<h1>Not Found</h1>", status=404)
    changed = int(file.stat().st_mtime)
    since = parse_http_date_safe(request.META.get("HTTP_IF_MODIFIED_SINCE", "")) if "HTTP_IF_MODIFIED_SINCE" in request.META else None
    if since is not None and changed <= since:
        return _headed(HttpResponse(status=304), changed)
    data = file.read_bytes()
    kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    asked = _RANGE.match(request.META.get("HTTP_RANGE", ""))
    # If-Range with another date than the file's: the whole file.
    fresh = "HTTP_IF_RANGE" not in request.META or parse_http_date_safe(request.META["HTTP_IF_RANGE"]) == changed
    if not asked or not fresh or asked.groups() == ("", ""):
        return _headed(HttpResponse(data, content_type=kind), changed)
    first, last = asked.groups()
    start = int(first) if first else max(0, len(data) - int(last))
    end = min(int(last), len(data) - 1) if first and last else len(data) - 1
    if start >= len(data) or start > end:
        answer = HttpResponse(status=416)
        answer["Content-Range"] = f"bytes */{len(data)}"
        return answer
    answer = HttpResponse(data[start:end + 1], status=206, content_type=kind)
    answer["Content-Range"] = f"bytes {start}-{end}/{len(data)}"
    return _headed(answer, changed)


def _headed(response, changed: int):
    response["Last-Modified"] = http_date(changed)
    response["Accept-Ranges"] = "bytes"
    return response
