"""Forum rows as the two versions of the API show them. Section 8 of the contract."""

from django.db.models import Count

from hosted.accounts.models import User
from hosted.core import profile, web
from hosted.forum.models import Forum, Post, Topic


def may_moderate(user) -> bool:
    return user.is_authenticated and (user.is_staff or user.is_superuser)


def user2(user, request) -> dict:
    return {
        "id": user.pk, "username": user.username, "avatar": request.build_absolute_uri(f"/media/{user.avatar}") if user.avatar else None,
        "trust_level": {"level": 0, "name": "New User", "can_moderate": False}, "is_staff": user.is_staff,
    }


def user1(user) -> dict:
    return {"id": user.pk, "username": user.username, "display_name": user.username}


def topic_ref(topic) -> dict:
    return {"id": topic.pk, "subject": topic.subject, "slug": topic.slug}


def forum_ref(forum) -> dict:
    return {"id": forum.pk, "name": forum.name, "slug": forum.slug}


def forum_short(forum) -> dict:
    return {"id": forum.pk, "name": forum.name, "slug": forum.slug, "description": forum.description, "type": forum.type, "image": None, "link": None,
            "link_redirects": False}


def posts_in(forum):
    return Post.objects.filter(topic__forum=forum, topic__approved=True, approved=True)


def counts(forum) -> dict:
    posts = posts_in(forum).count()
    return {"topics_count": Topic.objects.filter(forum=forum, approved=True).count(), "posts_count": posts}


def activity(forum) -> dict:
    """online_users is really the number of recent posts."""
    posts = posts_in(forum).count()
    return {"online_users": posts, "weekly_posts": posts, "trending": posts > 20}


def totals() -> dict:
    return {"total_topics": Topic.objects.filter(approved=True).count(), "total_posts": Post.objects.filter(approved=True).count(),
            "total_users": User.objects.count(), "online_users": 0}


def forum_list(request, author) -> dict:
    """Categories with their forums; `author` shows who wrote last, which differs between the versions."""
    categories = []
    for category in Forum.objects.filter(type=1, parent=None).order_by("pk"):
        forums = []
        for forum in category.children.filter(type=0).order_by("pk"):
            last = posts_in(forum).select_related("topic", "poster").last()
            forums.append({
                "id": forum.pk, "name": forum.name, "slug": forum.slug, "description": forum.description or "", "icon": forum.icon, **counts(forum),
                "last_post": {"id": last.pk, "title": last.topic.subject, "author": author(last.poster), "created_at": web.iso(last.created)} if last else None,
                "stats": activity(forum), "color": forum.color})
        categories.append({"id": category.pk, "name": category.name, "slug": category.slug, "description": category.description or "",
                           "type": "category", "forums": forums})
    return {"categories": categories, "stats": totals()}


class Topics:
    """Topics of a page, with their counts asked for together."""

    def __init__(self, request, topics):
        self.request = request
        ids = [topic.pk for topic in topics]
        posts = Post.objects.filter(topic__in=ids, approved=True)
        rows = posts.order_by().values("topic").annotate(posts=Count("pk"), people=Count("poster", distinct=True))
        self.counts = {row["topic"]: (row["posts"], row["people"]) for row in rows}
        self.last = {post.topic_id: post for post in posts.select_related("poster").order_by("created", "pk")}
        self._users = {}

    def user(self, user) -> dict:
        if user.pk not in self._users:
            self._users[user.pk] = user2(user, self.request)
        return self._users[user.pk]

    def item(self, topic) -> dict:
        posts, people = self.counts.get(topic.pk, (0, 0))
        last = self.last.get(topic.pk)
        return {
            "id": topic.pk, "subject": topic.subject, "slug": topic.slug, "poster": self.user(topic.poster), "created": topic.created,
            "updated": topic.updated, "last_post_on": topic.last_post_on, "views_count": topic.views_count, "posts_count": posts,
            "is_pinned": topic.type == 1, "is_locked": topic.status == 1, "approved": topic.approved, "type": topic.type,
            "last_post_info": {"id": last.pk, "poster": self.user(last.poster), "created": last.created} if last else None,
            "stats": {"views": topic.views_count, "posts": posts, "participants": people},
            **({"client_id": topic.client_id} if profile.repaired() else {}),
        }


def topic_detail(topic, request) -> dict:
    me = request.user
    moderates, mine = may_moderate(me), me.is_authenticated and topic.poster_id == me.pk
    return {
        "id": topic.pk, "subject": topic.subject, "slug": topic.slug, "forum": forum_short(topic.forum), "poster": user2(topic.poster, request),
        "approved": topic.approved, "is_locked": topic.status == 1, "type": topic.type, "status": topic.status, "created": topic.created,
        "updated": topic.updated, "last_post_on": topic.last_post_on, "views_count": topic.views_count,
        "posts_count": topic.posts.filter(approved=True).count(), "subscribers": topic.subscriptions.count(),
        "is_subscribed": me.is_authenticated and topic.subscriptions.filter(user=me).exists(),
        "permissions": {"can_reply": me.is_authenticated and topic.status != 1, "can_edit": mine or moderates, "can_delete": mine or moderates,
                        "can_lock": moderates, "can_pin": moderates, "can_move": moderates},
    }


def post_permissions(post, user) -> dict:
    allowed = may_moderate(user) or (user.is_authenticated and post.poster_id == user.pk)
    return {"can_edit": allowed, "can_delete": allowed, "can_quote": user.is_authenticated}


class Posts:
    """Posts of a page; the place of a post in its topic is counted once for each topic."""

    def __init__(self, request):
        self.request = request
        self._places: dict[int, dict[int, int]] = {}
        self._users: dict[int, dict] = {}

    def place(self, post) -> int:
        if post.topic_id not in self._places:
            ids = Post.objects.filter(topic_id=post.topic_id, approved=True).order_by("created", "pk").values_list("pk", flat=True)
            self._places[post.topic_id] = {pk: number for number, pk in enumerate(ids, 1)}
        return self._places[post.topic_id].get(post.pk, 0)

    def _head(self, post) -> dict:
        if post.poster_id not in self._users:
            self._users[post.poster_id] = user2(post.poster, self.request)
        return {"id": post.pk, "poster": self._users[post.poster_id], "content": post.content, "created": post.created, "updated": post.updated,
                "approved": post.approved, "position": self.place(post)}

    def _tail(self, post) -> dict:
        return {"permissions": post_permissions(post, self.request.user)} | ({"client_id": post.client_id} if profile.repaired() else {})

    def item(self, post) -> dict:
        return self._head(post) | {"is_topic_head": self.place(post) == 1} | self._tail(post)

    def detail(self, post) -> dict:
        topic = post.topic
        return self._head(post) | {
            "topic_info": topic_ref(topic) | {"forum_id": topic.forum_id, "forum_name": topic.forum.name}} | self._tail(post) | {
            "edit_history": [{"edited_by": {"id": edit.edited_by_id, "username": edit.edited_by.username if edit.edited_by else ""},
                              "edited_at": edit.edited_at, "edit_reason": edit.edit_reason, "previous_content": edit.previous_content[:200]}
                             for edit in post.edits.select_related("edited_by").order_by("-edited_at")]}
