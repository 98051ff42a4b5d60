"""The older forum API: searching, what is new, whose is what."""

from datetime import timedelta

from django.http import Http404
from django.utils import timezone
from rest_framework.decorators import api_view
from rest_framework.response import Response

from hosted.accounts.models import User
from hosted.core import web
from hosted.forum import json
from hosted.forum.models import Forum, Post, Subscription, Topic
from hosted.forum.v1 import brief, error, missing


@api_view(["GET"])
def search(request):
    words, kind = request.GET.get("q", ""), request.GET.get("type", "all")
    if len(words) < 3:
        return error("Search query must be at least 3 characters", 400)
    topics = Topic.objects.filter(approved=True, subject__icontains=words).select_related("forum", "poster").order_by("-last_post_on")
    posts = Post.objects.filter(approved=True, topic__approved=True, content__icontains=words).select_related("topic__forum", "poster").order_by("-created")
    if request.GET.get("forum_id"):
        topics, posts = topics.filter(forum_id=request.GET["forum_id"]), posts.filter(topic__forum_id=request.GET["forum_id"])
    topics, posts = topics.none() if kind == "posts" else topics, posts.none() if kind == "topics" else posts
    found_topics, first = web.hand_page(request, topics, 20, 100)
    found_posts, second = web.hand_page(request, posts, 20, 100)
    pages, number = max(first["total_pages"], second["total_pages"]), first["current_page"]
    counts = topics.count(), posts.count()
    return Response({
        "query": words,
        "topics": [brief(row) | {"poster": {"username": row.poster.username}, "forum": json.forum_ref(row.forum)} for row in found_topics],
        "posts": [{"id": row.pk, "excerpt": row.content[:200], "created": web.iso(row.created), "poster": {"username": row.poster.username},
                   "topic": json.topic_ref(row.topic), "forum": json.forum_ref(row.topic.forum)} for row in found_posts],
        "pagination": {"current_page": number, "page_size": first["page_size"], "total_results": sum(counts), "total_pages": pages,
                       "has_next": number < pages, "has_previous": number > 1},
        "topics_count": counts[0], "posts_count": counts[1]})


@api_view(["GET"])
def recent_activity(request):
    hours = max(1, min(168, int(request.GET.get("hours", 24))))
    since = timezone.now() - timedelta(hours=hours)
    entries = []
    for row in Topic.objects.filter(approved=True, created__gte=since).select_related("forum", "poster").order_by("-created")[:10]:
        entries.append({"type": "topic", **json.topic_ref(row), "created": web.iso(row.created), "poster": {"id": row.poster_id, "username": row.poster.username},
                        "forum": json.forum_ref(row.forum), "timestamp": web.iso(row.created)})
    for row in Post.objects.filter(approved=True, created__gte=since).select_related("topic__forum", "poster").order_by("-created")[:20]:
        entries.append({"type": "post", "id": row.pk, "excerpt": row.content[:200], "created": web.iso(row.created),
                        "poster": {"id": row.poster_id, "username": row.poster.username}, "topic": json.topic_ref(row.topic),
                        "forum": json.forum_ref(row.topic.forum), "timestamp": web.iso(row.created)})
    entries.sort(key=lambda entry: (entry["timestamp"], entry["type"] == "topic" and -1), reverse=True)
    return Response({"activity": entries, "time_range_hours": hours, "since": web.iso(since), "count": len(entries)})


def _own(user) -> tuple[list, list]:
    topics = Topic.objects.filter(poster=user, approved=True).select_related("forum").order_by("-created")
    posts = Post.objects.filter(poster=user, approved=True).select_related("topic__forum").order_by("-created")
    return topics, posts


def _own_topic(row) -> dict:
    return brief(row) | {"forum": json.forum_ref(row.forum)}


def _own_post(row) -> dict:
    return {"id": row.pk, "content": row.content, "created": web.iso(row.created), "topic": json.topic_ref(row.topic), "forum": json.forum_ref(row.topic.forum)}


@api_view(["GET"])
@missing
def user_page(request, pk, part):
    user = User.objects.filter(pk=pk).first()
    if user is None:
        raise Http404("No User matches the given query.")
    topics, posts = _own(user)
    if part == "subscriptions":
        if user.pk != request.user.pk:
            return error("You can only view your own subscriptions", 403)
        rows = Subscription.objects.filter(user=user).select_related("topic__forum").order_by("pk")
        # subscribed_at is the topic's creation time, as deployed.
        chosen, pagination = web.hand_page(request, rows, 20, 100)
        return Response({"subscriptions": [_own_topic(row.topic) | {"subscribed_at": web.iso(row.topic.created)} for row in chosen], "pagination": pagination})
    if part in ("topics", "posts"):
        chosen, pagination = web.hand_page(request, topics if part == "topics" else posts, 20, 100)
        return Response({part: [(_own_topic if part == "topics" else _own_post)(row) for row in chosen], "pagination": pagination})
    numbers = topics.count(), posts.count()
    return Response({
        "id": user.pk, "username": user.username, "first_name": user.first_name, "last_name": user.last_name, "full_name": user.get_full_name(),
        "date_joined": web.iso(user.date_joined),
        "trust_level": {"level": 0, "level_name": "New User", "days_visited": 0, "posts_read": 0, "topics_viewed": 0, "posts_created": numbers[1],
                        "topics_created": numbers[0], "likes_given": 0, "likes_received": 0},
        "statistics": {"topics_created": numbers[0], "posts_created": numbers[1], "total_contributions": sum(numbers)},
        "recent_topics": [_own_topic(row) for row in topics[:5]], "recent_posts": [_own_post(row) for row in posts[:5]]})


@api_view(["GET"])
def dashboard(request):
    topics, posts = _own(request.user)
    since = timezone.now() - timedelta(days=7)
    active = []
    for row in Forum.objects.filter(type=0).order_by("pk")[:5]:
        latest = row.topics.filter(approved=True).select_related("poster").order_by("-last_post_on").first()
        active.append({"id": row.pk, "name": row.name, "slug": row.slug, "description": row.description or "", **json.counts(row),
                       "recent_posts": json.posts_in(row).filter(created__gte=since).count(),
                       "latest_topic": json.topic_ref(latest) | {"last_post_on": web.iso(latest.last_post_on), "poster": {"username": latest.poster.username}}
                       if latest else None})
    return Response({
        "user_stats": {"topics_created": topics.count(), "posts_made": posts.count(), "recent_posts": [_own_post(row) for row in posts[:5]],
                       "recent_topics": [_own_topic(row) for row in topics[:5]]},
        "forum_stats": json.totals() | {"total_forums": Forum.objects.filter(type=0).count(),
                                        "recent_topics": Topic.objects.filter(approved=True, created__gte=since).count(),
                                        "recent_posts": Post.objects.filter(approved=True, created__gte=since).count()},
        "active_forums": active})


@api_view(["GET"])
def moderation_queue(request):
    if not json.may_moderate(request.user):
        return error("You do not have permission to moderate", 403)
    waiting = Post.objects.filter(approved=False)
    if waiting.exists():
        web.broken("Q11: an object that is no JSON, whenever a post is queued")
    return Response({"queue": [_queued(row) for row in waiting.select_related("topic", "poster")], "pagination": {"total_count": waiting.count()}})


def _queued(row) -> dict:
    return {"id": row.pk, "post": {"id": row.pk, "content": row.content, "created": web.iso(row.created), "poster": json.user1(row.poster),
                                   "topic": json.topic_ref(row.topic)}, "reason": "new_user", "status": "pending"}
