"""What views share: catch-alls, broken endpoints, the three kinds of paging."""

import functools

from django.core.paginator import EmptyPage, Paginator
from django.http import Http404
from django.utils.dateparse import parse_datetime
from django.utils.timezone import is_naive, make_aware
from rest_framework.exceptions import APIException, ValidationError
from rest_framework.negotiation import BaseContentNegotiation
from rest_framework.pagination import PageNumberPagination
from rest_framework.response import Response

from hosted.core import profile


class AlwaysJson(BaseContentNegotiation):
    """JSON whatever Accept says: no client under test reads the browsable pages."""

    def select_parser(self, request, parsers):
        wanted = request.content_type.split(";")[0].strip()
        return next((parser for parser in parsers if parser.media_type == wanted), None)

    def select_renderer(self, request, renderers, format_suffix=None):
        return renderers[0], renderers[0].media_type


class Broken(Exception):
    """An endpoint that never works: becomes the HTML page of an unhandled error. The text names the quirk."""


def broken(quirk: str) -> None:
    """Fails as the deployed server does; does nothing in the repaired one."""
    if not profile.repaired():
        raise Broken(quirk)


def catch_all(prefix: str = "", status: int = 500):
    """Views of the deployed server that turn every exception into JSON: not found and bad input become 500 (or 400)."""

    def decorate(view):
        @functools.wraps(view)
        def wrapped(request, *args, **kwargs):
            try:
                return view(request, *args, **kwargs)
            except Exception as error:
                if profile.repaired():
                    if isinstance(error, (APIException, Http404)):
                        raise
                    if isinstance(error, (TypeError, ValueError, AttributeError, OverflowError)):
                        raise ValidationError({"error": str(error)}) from error
                    raise
                return Response({"error": f"{prefix}{error}"}, status=status)

        return wrapped

    return decorate


def iso(moment) -> str | None:
    """The hand-made spelling of a time, with +00:00; serializers and the encoder write Z."""
    return moment.isoformat() if moment else None


def updated_since(request, rows, field: str = "updated_at"):
    """The filter that the repaired server knows; the deployed one ignores the parameter."""
    text = request.GET.get("updated_since")
    if not text or not profile.repaired():
        return rows
    moment = parse_datetime(text.replace(" ", "+"))
    if moment is None:
        raise ValidationError({"updated_since": ["Not a time in ISO 8601."]})
    return rows.filter(**{f"{field}__gte": make_aware(moment) if is_naive(moment) else moment})


class Pages(PageNumberPagination):
    page_size = 20
    page_size_query_param = "page_size"
    max_page_size = 100


def page_of(request, rows, to_json) -> Response:
    """The envelope {count, next, previous, results}; past the end 404."""
    pages = Pages()
    chosen = pages.paginate_queryset(rows, request)
    return pages.get_paginated_response([to_json(row) for row in chosen])


def hand_page(request, rows, default_size: int, largest: int | None = None, clamp: bool = False):
    """The hand-made paging: (rows, description). A page that is no number raises, which a catch-all turns into 500."""
    number = int(request.GET.get("page", 1))
    size = int(request.GET.get("page_size", default_size))
    if largest:
        size = min(size, largest)
    paginator = Paginator(rows, size)
    try:
        chosen = list(paginator.page(number).object_list)
    except EmptyPage:
        number = paginator.num_pages if clamp else number
        chosen = list(paginator.page(number).object_list) if clamp and paginator.count else []
    return chosen, {
        "current_page": number,
        "total_pages": paginator.num_pages,
        "total_count": paginator.count,
        "page_size": size,
        "has_next": number < paginator.num_pages,
        "has_previous": number > 1,
    }
