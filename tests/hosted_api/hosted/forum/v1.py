"""The older forum API: checks "signed in" and "is the author", nothing else. Partly stores and then fails (Q5, Q6)."""

from django.http import Http404
from django.utils import timezone
from django.utils.text import slugify
from rest_framework.decorators import api_view
from rest_framework.response import Response

from hosted.core import profile, throttle, web
from hosted.core.once import once
from hosted.forum import actions, json
from hosted.forum.models import Forum, Post, Subscription, Topic


def error(text: str, status: int) -> Response:
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


def missing(view):
    """404 {"error"}: these views look for themselves."""

    def wrapped(request, *args, **kwargs):
        try:
            return view(request, *args, **kwargs)
        except Http404 as error:
            return error(str(error), 404)

    return wrapped


def brief(topic) -> dict:
    return json.topic_ref(topic) | {"created": web.iso(topic.created), "posts_count": topic.posts.filter(approved=True).count(),
                                    "views_count": topic.views_count}


@api_view(["GET"])
def forums(request):
    return Response(json.forum_list(request, lambda user: {"username": user.username, "avatar": None, "trust_level": 1}))


@api_view(["GET"])
@missing
def forum(request, slug, pk):
    row = Forum.objects.filter(slug=slug, pk=pk).first()
    if row is None:
        raise Http404("No Forum matches the given query.")
    rows, pagination = web.hand_page(request, row.topics.filter(approved=True).select_related("poster").order_by("-last_post_on"), 20, 100, clamp=True)
    topics = []
    for topic in rows:
        last = topic.posts.filter(approved=True).select_related("poster").last()
        topics.append(brief(topic) | {
            "last_post_on": web.iso(topic.last_post_on), "poster": json.user1(topic.poster),
            "last_post": {"id": last.pk, "created": web.iso(last.created), "poster": {"username": last.poster.username, "display_name": last.poster.username}}
            if last else None})
    return Response({"id": row.pk, "name": row.name, "slug": row.slug, "description": row.description or "", **json.counts(row), "topics": topics,
                     "topics_pagination": pagination})


def _person(user) -> dict:
    return {"id": user.pk, "username": user.username, "first_name": user.first_name, "last_name": user.last_name, "avatar": None}


@api_view(["GET"])
@missing
def topic(request, forum_slug, forum_pk, slug, pk):
    """The slugs are ignored."""
    row = _topic(pk)
    rows, pagination = web.hand_page(request, row.posts.filter(approved=True).select_related("poster"), 20, 100, clamp=True)
    places = json.Posts(request)
    posts = [{"id": post.pk, "content": post.content, "created": web.iso(post.created), "updated": web.iso(post.updated), "poster": _person(post.poster),
              "position": places.place(post)} for post in rows]
    return Response(brief(row) | {
        "updated": web.iso(row.updated), "poster": _person(row.poster), "forum": json.forum_ref(row.forum) | {"description": row.forum.description or ""},
        "posts": posts, "posts_pagination": pagination})


@api_view(["POST"])
@missing
@once
def create_topic(request):
    data = request.data
    for key, text in (("forum_id", "Forum ID is required"), ("subject", "Subject is required"), ("content", "Content is required")):
        if not data.get(key):
            return error(text, 400)
    row = Forum.objects.filter(pk=data["forum_id"], type=0).first()
    if row is None:
        return error("Forum not found", 404)
    made = actions.add_topic(request, row, str(data["subject"]), str(data["content"]))
    return Response({
        "success": True, "topic": json.topic_ref(made) | {
            "created": web.iso(made.created), "posts_count": 1, "views_count": 0, "forum": json.forum_ref(row), "poster": json.user1(request.user)},
        "message": "Topic created successfully"}, status=201)


@api_view(["POST"])
@missing
@once
def reply(request, pk):
    return _reply(request, pk)


def _reply(request, pk):
    row = _topic(pk)
    if not request.data.get("content"):
        return error("Content is required", 400)
    if row.status == 1:
        return error("Topic is locked", 403)
    post = actions.add_post(request, row, str(request.data["content"]))
    return Response({
        "success": True, "post": {"id": post.pk, "content": post.content, "created": web.iso(post.created), "poster": json.user1(request.user),
                                  "topic": json.topic_ref(row), "position": json.Posts(request).place(post)},
        "message": "Reply posted successfully"}, status=201)


@api_view(["POST"])
@missing
def create_post(request):
    """Q5: the post is stored, also in a locked topic; the answer is an error."""
    throttle.check(request, "posts-create", "10/m")
    if profile.repaired():
        return once(_reply)(request, request.data.get("topic_id"))
    if not request.data.get("topic_id") or not request.data.get("content"):
        return error("topic_id and content are required", 400)
    actions.add_post(request, _topic(request.data["topic_id"]), str(request.data["content"]))
    return error("Failed to create post: 'Forum' object has no attribute 'posts_count'", 500)


@api_view(["PUT", "PATCH"])
@missing
def edit_post(request, pk):
    """Q6: the edit is saved, the answer is a page of 500."""
    post = _post(pk)
    if post.poster_id != request.user.pk:
        return error("You can only edit your own posts", 403)
    if not request.data.get("content"):
        return error("Content is required", 400)
    actions.edit_post(request, post, str(request.data["content"]))
    web.broken("Q6: a database expression in the answer")
    return Response({"success": True, "post": {"id": post.pk, "content": post.content, "updated": web.iso(post.updated)}, "message": "Post updated successfully"})


@api_view(["DELETE"])
@missing
def delete_post(request, pk):
    post = _post(pk)
    if post.poster_id != request.user.pk and not json.may_moderate(request.user):
        return error("You can only delete your own posts", 403)
    if actions.is_first(post):
        return error("Cannot delete the first post of a topic. Delete the topic instead.", 400)
    row = post.topic
    actions.delete_post(post)
    return Response({"success": True, "message": f"Post #{pk} deleted successfully", "topic": json.topic_ref(row)})


@api_view(["POST"])
@missing
def quote(request, pk):
    post = _post(pk)
    name = post.poster.username
    return Response({
        "success": True, "quoted_content": f'[quote="{name}"]\n{post.content}\n[/quote]\n\n',
        "original_post": {"id": post.pk, "poster": {"username": name, "display_name": name}, "created": web.iso(post.created), "content": post.content},
        "topic": json.topic_ref(post.topic)})


@api_view(["PUT", "PATCH"])
@missing
def edit_topic(request, pk):
    row = _topic(pk)
    if row.poster_id != request.user.pk:
        return error("You can only edit your own topics", 403)
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
@missing
def delete_topic(request, pk):
    row = _topic(pk)
    if row.poster_id != request.user.pk and not json.may_moderate(request.user):
        return error("You can only delete your own topics", 403)
    row.delete()
    return Response({"success": True, "message": "Topic deleted successfully"})


@api_view(["POST"])
@missing
def subscribe(request, pk):
    row = _topic(pk)
    _, created = Subscription.objects.get_or_create(user=request.user, topic=row)
    return Response({"success": True, "subscribed": True, "created": created,
                     "message": "Subscribed to topic" if created else "Already subscribed", "topic": json.topic_ref(row)})


@api_view(["POST", "DELETE"])
@missing
def unsubscribe(request, pk):
    row = _topic(pk)
    Subscription.objects.filter(user=request.user, topic=row).delete()
    return Response({"success": True, "subscribed": False, "message": "Unsubscribed from topic", "topic": json.topic_ref(row)})


@api_view(["POST"])
@missing
def moderate_topic(request, pk, action):
    row = _topic(pk)
    if not json.may_moderate(request.user):
        return error("You do not have permission to moderate this topic", 403)
    field, value = {"lock": ("status", 1), "unlock": ("status", 0), "pin": ("type", 1), "unpin": ("type", 0)}[action]
    setattr(row, field, value)
    row.updated = timezone.now()
    row.save(update_fields=[field, "updated"])
    return Response({"success": True, "topic": json.topic_ref(row) | {"is_locked": row.status == 1, "is_pinned": row.type == 1}})


@api_view(["POST"])
@missing
def move_topic(request, pk):
    row = _topic(pk)
    if not json.may_moderate(request.user):
        return error("You do not have permission to moderate this topic", 403)
    forum = Forum.objects.filter(pk=request.data.get("forum_id"), type=0).first()
    if forum is None:
        return error("Forum not found", 404)
    row.forum, row.updated = forum, timezone.now()
    row.save(update_fields=["forum", "updated"])
    return Response({"success": True, "topic": json.topic_ref(row) | {"forum": json.forum_ref(forum)}})


@api_view(["POST"])
@missing
def review(request, pk):
    row = _post(pk)
    if not json.may_moderate(request.user):
        return error("You do not have permission to moderate", 403)
    action = request.data.get("action")
    if action not in ("approve", "reject"):
        return error("action must be approve or reject", 400)
    if action == "approve":
        row.approved = True
        row.save(update_fields=["approved"])
    else:
        row.delete()
    return Response({"success": True, "action": action})
