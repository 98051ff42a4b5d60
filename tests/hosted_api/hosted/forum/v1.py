"""The older forum API: checks "signed in" and "is the author", nothing else. Partly stores and then fails (Q5, Q6)."""

from datetime import timedelta

from django.http import Http404
from django.utils import timezone
from django.utils.text import slugify
from rest_framework.decorators import api_view
from rest_framework.response import Response

from hosted.accounts.models import User
from hosted.core import profile, throttle, web
from hosted.core.once import once
from hosted.forum import actions, json
from hosted.forum.models import Forum, Post, Subscription, Topic


def _error(text: str, status: int) -> Response:
    return Response({"error": text}, status=status)


def _topic(pk) -> Topic:
    topic = Topic.objects.filter(pk=pk, approved=True).select_related("forum", "poster").first()
    if topic is None:
        raise Http404("No Topic matches the given query.")
    return topic


def _post(pk) -> Post:
    post = Post.objects.filter(pk=pk).select_related("topic__forum", "poster").first()
    if post is None:
        raise Http404("No Post matches the given query.")
    return post


def _missing(view):
    """404 {"error"}: these views look for themselves."""

    def wrapped(request, *args, **kwargs):
        try:
            return view(request, *args, **kwargs)
        except Http404 as error:
            return _error(str(error), 404)

    return wrapped


def _brief(topic) -> dict:
    return json.topic_ref(topic) | {"created": web.iso(topic.created), "posts_count": topic.posts.filter(approved=True).count(),
                                    "views_count": topic.views_count}


@api_view(["GET"])
def forums(request):
    return Response(json.forum_list(request, lambda user: {"username": user.username, "avatar": None, "trust_level": 1}))


@api_view(["GET"])
@_missing
def forum(request, slug, pk):
    row = Forum.objects.filter(slug=slug, pk=pk).first()
    if row is None:
        raise Http404("No Forum matches the given query.")
    rows, pagination = web.hand_page(request, row.topics.filter(approved=True).select_related("poster").order_by("-last_post_on"), 20, 100, clamp=True)
    topics = []
    for topic in rows:
        last = topic.posts.filter(approved=True).select_related("poster").last()
        topics.append(_brief(topic) | {
            "last_post_on": web.iso(topic.last_post_on), "poster": json.user1(topic.poster),
            "last_post": {"id": last.pk, "created": web.iso(last.created), "poster": {"username": last.poster.username, "display_name": last.poster.username}}
            if last else None})
    return Response({"id": row.pk, "name": row.name, "slug": row.slug, "description": row.description or "", **json.counts(row), "topics": topics,
                     "topics_pagination": pagination})


def _person(user) -> dict:
    return {"id": user.pk, "username": user.username, "first_name": user.first_name, "last_name": user.last_name, "avatar": None}


@api_view(["GET"])
@_missing
def topic(request, forum_slug, forum_pk, slug, pk):
    """The slugs are ignored."""
    row = _topic(pk)
    rows, pagination = web.hand_page(request, row.posts.filter(approved=True).select_related("poster"), 20, 100, clamp=True)
    places = json.Posts(request)
    posts = [{"id": post.pk, "content": post.content, "created": web.iso(post.created), "updated": web.iso(post.updated), "poster": _person(post.poster),
              "position": places.place(post)} for post in rows]
    return Response(_brief(row) | {
        "updated": web.iso(row.updated), "poster": _person(row.poster), "forum": json.forum_ref(row.forum) | {"description": row.forum.description or ""},
        "posts": posts, "posts_pagination": pagination})


@api_view(["POST"])
@_missing
@once
def create_topic(request):
    data = request.data
    for key, text in (("forum_id", "Forum ID is required"), ("subject", "Subject is required"), ("content", "Content is required")):
        if not data.get(key):
            return _error(text, 400)
    row = Forum.objects.filter(pk=data["forum_id"], type=0).first()
    if row is None:
        return _error("Forum not found", 404)
    made = actions.add_topic(request, row, str(data["subject"]), str(data["content"]))
    return Response({
        "success": True, "topic": json.topic_ref(made) | {
            "created": web.iso(made.created), "posts_count": 1, "views_count": 0, "forum": json.forum_ref(row), "poster": json.user1(request.user)},
        "message": "Topic created successfully"}, status=201)


@api_view(["POST"])
@_missing
@once
def reply(request, pk):
    return _reply(request, pk)


def _reply(request, pk):
    row = _topic(pk)
    if not request.data.get("content"):
        return _error("Content is required", 400)
    if row.status == 1:
        return _error("Topic is locked", 403)
    post = actions.add_post(request, row, str(request.data["content"]))
    return Response({
        "success": True, "post": {"id": post.pk, "content": post.content, "created": web.iso(post.created), "poster": json.user1(request.user),
                                  "topic": json.topic_ref(row), "position": json.Posts(request).place(post)},
        "message": "Reply posted successfully"}, status=201)


@api_view(["POST"])
@_missing
def create_post(request):
    """Q5: the post is stored, also in a locked topic; the answer is an error."""
    throttle.check(request, "posts-create", "10/m")
    if profile.repaired():
        return once(_reply)(request, request.data.get("topic_id"))
    if not request.data.get("topic_id") or not request.data.get("content"):
        return _error("topic_id and content are required", 400)
    actions.add_post(request, _topic(request.data["topic_id"]), str(request.data["content"]))
    return _error("Failed to create post: 'Forum' object has no attribute 'posts_count'", 500)


@api_view(["PUT", "PATCH"])
@_missing
def edit_post(request, pk):
    """Q6: the edit is saved, the answer is a page of 500."""
    post = _post(pk)
    if post.poster_id != request.user.pk:
        return _error("You can only edit your own posts", 403)
    if not request.data.get("content"):
        return _error("Content is required", 400)
    actions.edit_post(request, post, str(request.data["content"]))
    web.broken("Q6: a database expression in the answer")
    return Response({"success": True, "post": {"id": post.pk, "content": post.content, "updated": web.iso(post.updated)}, "message": "Post updated successfully"})


@api_view(["DELETE"])
@_missing
def delete_post(request, pk):
    post = _post(pk)
    if post.poster_id != request.user.pk and not json.may_moderate(request.user):
        return _error("You can only delete your own posts", 403)
    if actions.is_first(post):
        return _error("Cannot delete the first post of a topic. Delete the topic instead.", 400)
    row = post.topic
    actions.delete_post(post)
    return Response({"success": True, "message": f"Post #{pk} deleted successfully", "topic": json.topic_ref(row)})


@api_view(["POST"])
@_missing
def quote(request, pk):
    post = _post(pk)
    name = post.poster.username
    return Response({
        "success": True, "quoted_content": f'[quote="{name}"]\n{post.content}\n[/quote]\n\n',
        "original_post": {"id": post.pk, "poster": {"username": name, "display_name": name}, "created": web.iso(post.created), "content": post.content},
        "topic": json.topic_ref(post.topic)})


@api_view(["PUT", "PATCH"])
@_missing
def edit_topic(request, pk):
    row = _topic(pk)
    if row.poster_id != request.user.pk:
        return _error("You can only edit your own topics", 403)
    if request.data.get("subject"):
        row.subject = str(request.data["subject"])
        row.slug = slugify(row.subject)[:255]
    row.updated = timezone.now()
    row.save()
    first = row.posts.order_by("created", "pk").first()
    if first and request.data.get("content"):
        actions.edit_post(request, first, str(request.data["content"]))
    return Response({"success": True, "topic": json.topic_ref(row) | {"updated": web.iso(row.updated)}, "message": "Topic updated successfully"})


@api_view(["DELETE"])
@_missing
def delete_topic(request, pk):
    row = _topic(pk)
    if row.poster_id != request.user.pk and not json.may_moderate(request.user):
        return _error("You can only delete your own topics", 403)
    row.delete()
    return Response({"success": True, "message": "Topic deleted successfully"})


@api_view(["POST"])
@_missing
def subscribe(request, pk):
    row = _topic(pk)
    _, created = Subscription.objects.get_or_create(user=request.user, topic=row)
    return Response({"success": True, "subscribed": True, "created": created,
                     "message": "Subscribed to topic" if created else "Already subscribed", "topic": json.topic_ref(row)})


@api_view(["POST", "DELETE"])
@_missing
def unsubscribe(request, pk):
    row = _topic(pk)
    Subscription.objects.filter(user=request.user, topic=row).delete()
    return Response({"success": True, "subscribed": False, "message": "Unsubscribed from topic", "topic": json.topic_ref(row)})


@api_view(["POST"])
@_missing
def moderate_topic(request, pk, action):
    row = _topic(pk)
    if not json.may_moderate(request.user):
        return _error("You do not have permission to moderate this topic", 403)
    field, value = {"lock": ("status", 1), "unlock": ("status", 0), "pin": ("type", 1), "unpin": ("type", 0)}[action]
    setattr(row, field, value)
    row.updated = timezone.now()
    row.save(update_fields=[field, "updated"])
    return Response({"success": True, "topic": json.topic_ref(row) | {"is_locked": row.status == 1, "is_pinned": row.type == 1}})


@api_view(["GET"])
def search(request):
    words, kind = request.GET.get("q", ""), request.GET.get("type", "all")
    if len(words) < 3:
        return _error("Search query must be at least 3 characters", 400)
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
        "topics": [_brief(row) | {"poster": {"username": row.poster.username}, "forum": json.forum_ref(row.forum)} for row in found_topics],
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
    return _brief(row) | {"forum": json.forum_ref(row.forum)}


def _own_post(row) -> dict:
    return {"id": row.pk, "content": row.content, "created": web.iso(row.created), "topic": json.topic_ref(row.topic), "forum": json.forum_ref(row.topic.forum)}


@api_view(["GET"])
@_missing
def user_page(request, pk, part):
    user = User.objects.filter(pk=pk).first()
    if user is None:
        raise Http404("No User matches the given query.")
    topics, posts = _own(user)
    if part == "subscriptions":
        if user.pk != request.user.pk:
            return _error("You can only view your own subscriptions", 403)
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
        return _error("You do not have permission to moderate", 403)
    waiting = Post.objects.filter(approved=False)
    if waiting.exists():
        web.broken("Q11: an object that is no JSON, whenever a post is queued")
    return Response({"queue": [{"id": row.pk, "content": row.content} for row in waiting], "pagination": {"total_count": waiting.count()}})
