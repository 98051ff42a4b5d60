"""Notifications, and what the platform has around the courses: mostly empty, partly broken. Section 9 of the contract."""

from django.shortcuts import get_object_or_404
from django.utils import timezone
from rest_framework.decorators import api_view, permission_classes
from rest_framework.exceptions import PermissionDenied
from rest_framework.permissions import AllowAny
from rest_framework.response import Response

from hosted.accounts.json import user_json
from hosted.community.models import Notification, PeerReview, StudyGroup
from hosted.core import profile, web
from hosted.learning.json import Shape

_FIELDS = ["notification_type", "title", "message", "action_url", "action_text", "is_read", "is_sent", "created_at", "read_at"]


def _notification(row, request) -> dict:
    return {"id": row.pk, "user": user_json(row.user, request)} | {name: getattr(row, name) for name in _FIELDS}


@api_view(["GET", "POST"])
def notifications(request):
    if request.method == "POST":
        raise web.Broken("POST notifications/ has no user to store")
    rows = Notification.objects.filter(user=request.user).select_related("user").order_by("-created_at", "-pk")
    return web.page_of(request, web.updated_since(request, rows, "created_at"), lambda row: _notification(row, request))


@api_view(["GET", "PATCH", "DELETE"])
def notification(request, pk):
    row = get_object_or_404(Notification, user=request.user, pk=pk)
    if request.method == "DELETE":
        row.delete()
        return Response(status=204)
    if request.method == "PATCH":  # any field, as deployed
        for name in _FIELDS[:7]:
            setattr(row, name, request.data.get(name, getattr(row, name)))
        row.save()
    return Response(_notification(row, request))


@api_view(["POST"])
def mark_read(request, pk):
    row = get_object_or_404(Notification, user=request.user, pk=pk)
    row.is_read, row.read_at = True, row.read_at or timezone.now()
    row.save()
    return Response({"message": "Notification marked as read"})


@api_view(["POST"])
def mark_all_read(request):
    """read_at stays empty in the deployed server."""
    changes = {"is_read": True} | ({"read_at": timezone.now()} if profile.repaired() else {})
    Notification.objects.filter(user=request.user, is_read=False).update(**changes)
    return Response({"message": "All notifications marked as read"})


def _group(row, request) -> dict:
    return {"id": row.pk, "creator": user_json(row.creator, request), "course": Shape(request).course(row.course), "member_count": 0,
            "is_member": False, "name": row.name, "description": row.description, "group_type": "course", "max_members": row.max_members,
            "is_public": row.is_public, "requires_approval": False, "is_active": row.is_active, "created_at": row.created_at,
            "updated_at": row.updated_at, "members": []}


@api_view(["GET"])
def study_groups(request):
    return web.page_of(request, StudyGroup.objects.select_related("creator", "course").order_by("pk"), lambda row: _group(row, request))


@api_view(["POST", "DELETE"])
def study_group_membership(request, pk):
    row = get_object_or_404(StudyGroup, pk=pk)
    if row.creator_id != request.user.pk and not profile.repaired():
        raise PermissionDenied()  # Q12: the check for the owner runs for everybody
    return Response({"message": "Joined"})


@api_view(["GET", "POST"])
def peer_reviews(request):
    if request.method == "POST":
        PeerReview.objects.create(reviewer=request.user, content=request.data)
    rows = PeerReview.objects.filter(reviewer=request.user).order_by("pk")
    if rows.exists():
        web.broken("Q7: stored, and then Q10; so is every list with a row")
    if request.method == "POST":
        return Response({"id": rows.last().pk}, status=201)
    return web.page_of(request, rows, lambda row: {"id": row.pk, "content": row.content})


@api_view(["GET"])
def empty_list(request):
    return Response({"count": 0, "next": None, "previous": None, "results": []})


@api_view(["GET"])
@permission_classes([AllowAny])
def public_empty_list(request):
    return Response({"count": 0, "next": None, "previous": None, "results": []})


@api_view(["GET", "POST"])
@permission_classes([AllowAny])
def discussions(request, pk=None):
    web.broken("Q3")
    return Response({"count": 0, "next": None, "previous": None, "results": []})


@api_view(["GET"])
def integrated_permissions(request):
    permissions = {"create_blog_post": False, "create_forum_topic": True, "create_integrated_content": False, "use_rich_content": False}
    return Response({
        "permissions": permissions, "trust_level": 0, "trust_level_name": "TL0",
        "requirements": {"create_blog_post": 1, "create_integrated_content": 2, "moderate_content": 3},
        "detailed_permissions": {"can_create_topics": True, "can_create_blog_posts": False, "can_use_rich_content": False,
                                 "can_create_integrated_content": False, "can_moderate": False, "trust_level": 0, "trust_level_name": "TL0"}})


@api_view(["GET"])
def integrated_forums(request):
    from hosted.forum.models import Forum, Post

    forums = [{
        "id": row.pk, "name": row.name, "slug": row.slug, "description": row.description or "",
        "category": {"id": row.parent.pk, "name": row.parent.name, "slug": row.parent.slug} if row.parent else None,
        "topics_count": row.topics.count(), "posts_count": Post.objects.filter(topic__forum=row).count(), "allows_integrated_content": True,
    } for row in Forum.objects.filter(type=0).select_related("parent").order_by("pk")]
    return Response({"forums": forums, "total_count": len(forums)})
