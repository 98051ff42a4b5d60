"""What both versions do to the tables."""

from django.db.models import F
from django.utils import timezone
from django.utils.text import slugify

from hosted.core import profile
from hosted.core.once import key_of, occurred_at
from hosted.forum import hold
from hosted.forum.models import Edit, Post, Topic


def add_topic(request, forum, subject: str, content: str) -> Topic:
    now = occurred_at(request) or timezone.now()
    approved = hold.lets_through(request.user)
    topic = Topic.objects.create(forum=forum, subject=subject, slug=slugify(subject)[:255], poster=request.user, created=now, updated=now,
                                 last_post_on=now, client_id=key_of(request), approved=approved)
    Post.objects.create(topic=topic, poster=request.user, content=content, created=now, updated=now, client_id=key_of(request), approved=approved)
    return topic


def add_post(request, topic, content: str) -> Post:
    now = occurred_at(request) or timezone.now()
    approved = hold.lets_through(request.user)
    post = Post.objects.create(topic=topic, poster=request.user, content=content, created=now, updated=now, client_id=key_of(request),
                               approved=approved)
    if approved:
        Topic.objects.filter(pk=topic.pk).update(last_post_on=now, updated=timezone.now())
    return post


def edit_post(request, post, content: str, reason: str = "") -> None:
    """Without looking for a conflict: who edits last is read."""
    Edit.objects.create(post=post, edited_by=request.user, edited_at=timezone.now(), edit_reason=reason, previous_content=post.content)
    post.content, post.updated = content, timezone.now()
    post.save(update_fields=["content", "updated"])
    if profile.repaired():
        Topic.objects.filter(pk=post.topic_id).update(updated=post.updated)


def is_first(post) -> bool:
    return post.topic.posts.order_by("created", "pk").values_list("pk", flat=True).first() == post.pk


def delete_post(post) -> None:
    topic = post.topic
    post.delete()
    last = topic.posts.order_by("created", "pk").last()
    Topic.objects.filter(pk=topic.pk).update(last_post_on=last.created if last else None, updated=timezone.now())


def seen(topic) -> None:
    Topic.objects.filter(pk=topic.pk).update(views_count=F("views_count") + 1)
