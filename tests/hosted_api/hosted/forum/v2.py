"""The newer forum API: everybody reads what is approved; the author or a moderator writes."""

from django.http import Http404
from django.utils import timezone
from django.utils.text import slugify
from rest_framework.decorators import api_view, permission_classes
from rest_framework.exceptions import NotAuthenticated, ValidationError
from rest_framework.pagination import CursorPagination
from rest_framework.permissions import AllowAny
from rest_framework.response import Response

from hosted.accounts.models import User
from hosted.core import profile, web
from hosted.core.once import once
from hosted.forum import actions, json
from hosted.forum.models import Forum, Post, Topic

_SHORTEST = 10


def _forum(slug) -> Forum:
    try:
        return Forum.objects.select_related("parent").get(slug=slug)
    except Forum.DoesNotExist:
        raise Http404("No Forum matches the given query.") from None


def _topics():
    return Topic.objects.filter(approved=True).select_related("forum", "poster")


def _topic(pk) -> Topic:
    row = _topics().filter(pk=pk).first()
    if row is None:
        raise Http404("No Topic matches the given query.")
    return row


def _posts():
    return Post.objects.filter(approved=True, topic__approved=True).select_related("poster", "topic__forum")


def _writer(request) -> None:
    if not request.user.is_authenticated:
        raise NotAuthenticated()


@api_view(["GET"])
@permission_classes([AllowAny])
def forums(request):
    return Response(json.forum_list(request, lambda user: json.user2(user, request)))


@api_view(["GET"])
@permission_classes([AllowAny])
def forum(request, slug):
    row = _forum(slug)
    return Response({
        "id": row.pk, "name": row.name, "slug": row.slug, "description": row.description, "type": row.type,
        "parent": json.forum_short(row.parent) if row.parent else None, "children": [json.forum_short(child) for child in row.children.order_by("pk")],
        **json.counts(row), "moderators": [json.user2(user, request) for user in User.objects.filter(is_staff=True).order_by("pk")],
        "stats": json.counts(row) | json.activity(row), "image": None, "link": None, "link_redirects": False})


_SORTS = {"activity": "-last_post_on", "created": "-created", "title": "subject", "views": "-views_count"}


@api_view(["GET"])
@permission_classes([AllowAny])
def forum_topics(request, slug):
    rows = web.updated_since(request, _topics().filter(forum=_forum(slug)), "updated").order_by(_SORTS.get(request.GET.get("sort", ""), "-last_post_on"), "-pk")
    if request.GET.get("pinned", "").lower() == "true":
        rows = rows.filter(type=1)
    chosen, pagination = web.hand_page(request, rows, 20, 100)
    shape = json.Topics(request, chosen)
    return Response({"results": [shape.item(row) for row in chosen], "pagination": pagination})


@api_view(["GET", "POST"])
@permission_classes([AllowAny])
def topics(request):
    if request.method == "POST":
        _writer(request)
        return _create_topic(request)
    rows = web.updated_since(request, _topics().order_by("-last_post_on", "-pk"), "updated")
    if request.GET.get("forum_id"):
        rows = rows.filter(forum_id=request.GET["forum_id"])
    pages = web.Pages()
    chosen = pages.paginate_queryset(rows, request)
    shape = json.Topics(request, chosen)
    return pages.get_paginated_response([shape.item(row) for row in chosen])


@once
def _create_topic(request):
    if not profile.repaired():
        # 400 without an explicit permission, and nobody has one.
        return Response({"forum_id": ["You don't have permission to create topics in this forum"]}, status=400)
    data = request.data
    missing = {name: ["This field is required."] for name in ("forum_id", "subject", "first_post_content") if not data.get(name)}
    if missing:
        raise ValidationError(missing)
    row = Forum.objects.filter(pk=data["forum_id"], type=0).first()
    if row is None:
        raise Http404("No Forum matches the given query.")
    made = actions.add_topic(request, row, str(data["subject"]), str(data["first_post_content"]))
    return Response(json.topic_detail(made, request), status=201)


def _may_edit(request, row) -> bool:
    return row.poster_id == request.user.pk or json.may_moderate(request.user)


@api_view(["GET", "PATCH", "DELETE"])
@permission_classes([AllowAny])
def topic(request, pk):
    row = _topic(pk)
    if request.method == "GET":
        return Response(json.topic_detail(row, request))
    _writer(request)
    if not _may_edit(request, row):
        return Response({"error": f"You do not have permission to {'delete' if request.method == 'DELETE' else 'edit'} this topic."}, status=403)
    if request.method == "DELETE":
        row.delete()
        return Response(status=204)
    subject = request.data.get("subject", row.subject)
    if not isinstance(subject, str) or not subject.strip():
        raise ValidationError({"subject": ["This field may not be blank."]})
    row.subject, row.slug, row.updated = subject, slugify(subject)[:255], timezone.now()
    row.save()
    return Response(json.topic_detail(row, request))


class _Cursor(CursorPagination):
    page_size = 20
    max_page_size = 100
    page_size_query_param = "page_size"
    ordering = "created"


@api_view(["GET"])
@permission_classes([AllowAny])
def topic_posts(request, pk):
    """Counts as a view of the topic, whoever asks."""
    row = _topic(pk)
    actions.seen(row)
    pages = _Cursor()
    shape = json.Posts(request)
    chosen = pages.paginate_queryset(_posts().filter(topic=row).order_by("created"), request)
    return pages.get_paginated_response([shape.item(post) for post in chosen])


@api_view(["GET", "POST"])
@permission_classes([AllowAny])
def posts(request):
    if request.method == "POST":
        _writer(request)
        return _create_post(request)
    rows = web.updated_since(request, _posts().order_by("created", "pk"), "updated")
    if request.GET.get("topic_id"):
        rows = rows.filter(topic_id=request.GET["topic_id"])
    return web.page_of(request, rows, json.Posts(request).item)


@once
def _create_post(request):
    if not request.data.get("topic_id"):
        raise ValidationError({"topic_id": ["This field is required."]})
    web.broken("POST v2 posts/: topic.locked does not exist")
    row = _topic(request.data["topic_id"])
    _check_length(request.data.get("content"))
    if row.status == 1:
        return Response({"error": "Topic is locked"}, status=403)
    return Response(json.Posts(request).detail(actions.add_post(request, row, request.data["content"])), status=201)


def _check_length(content) -> None:
    if not isinstance(content, str) or len(content.strip()) < _SHORTEST:
        raise ValidationError({"content": [f"Post content must be at least {_SHORTEST} characters long."]})


@api_view(["GET", "PATCH", "DELETE"])
@permission_classes([AllowAny])
def post(request, pk):
    row = _posts().filter(pk=pk).first()
    if row is None:
        raise Http404("No Post matches the given query.")
    shape = json.Posts(request)
    if request.method == "GET":
        return Response(shape.detail(row))
    _writer(request)
    if not _may_edit(request, row):
        return Response({"error": f"You do not have permission to {'delete' if request.method == 'DELETE' else 'edit'} this post."}, status=403)
    if request.method == "DELETE":
        if actions.is_first(row):
            return Response({"error": "Cannot delete the first post of a topic. Delete the topic instead."}, status=400)
        actions.delete_post(row)
        return Response(status=204)
    if "content" in request.data:
        _check_length(request.data["content"])
        actions.edit_post(request, row, request.data["content"], str(request.data.get("edit_reason", "")))
    return Response(shape.detail(row))


@api_view(["POST"])
def quote(request, pk):
    row = _posts().filter(pk=pk).first()
    if row is None:
        raise Http404("No Post matches the given query.")
    lines = "\n".join(f"> {line}" for line in row.content.split("\n"))
    return Response({"quoted_content": f"> **{row.poster.username}** wrote:\n{lines}\n\n", "original_post_id": row.pk,
                     "original_poster": row.poster.username})


@api_view(["GET"])
def moderation(request):
    raise web.Broken("v2 moderation: fields that do not exist")
