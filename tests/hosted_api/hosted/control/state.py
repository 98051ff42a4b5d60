"""The model state, for GET /state."""

from django.contrib.sessions.models import Session
from rest_framework_simplejwt.token_blacklist.models import BlacklistedToken, OutstandingToken

from hosted.accounts.models import User
from hosted.cms.models import CmsEnrollment, Page
from hosted.community.models import Notification
from hosted.core import ledger
from hosted.forum.models import Forum, Post, Subscription, Topic
from hosted.learning.models import Category, Course, Enrollment, Exercise, Lesson, Submission
from hosted.progress.models import ExerciseAnswer, LessonProgress, StoredAnswer


def _rows(rows) -> list[dict]:
    return list(rows.order_by("pk").values())


def of_user(name: str) -> dict:
    user = User.objects.filter(username=name).first()
    if user is None:
        raise ValueError(f"no such user: {name!r}")
    enrollments = _rows(CmsEnrollment.objects.filter(user=user))
    slugs = dict(Page.objects.filter(kind="course").values_list("pk", "slug"))
    return {
        "user": {"id": user.pk, "username": user.username, "email": user.email, "is_active": user.is_active, "is_deleted": user.is_deleted},
        "enrollments": _rows(Enrollment.objects.filter(user=user)),
        "cms_enrollments": [row | {"slug": slugs.get(row["course_id"])} for row in enrollments],
        "progress": _rows(LessonProgress.objects.filter(user=user)),
        "submissions": list(Submission.objects.filter(user=user).order_by("submitted_at", "attempt_number").values()),
        "answers": _rows(ExerciseAnswer.objects.filter(user=user)),
        "keys": list(StoredAnswer.objects.filter(user=user).order_by("pk").values_list("key", flat=True)),
        "topics": _rows(Topic.objects.filter(poster=user)),
        "posts": _rows(Post.objects.filter(poster=user)),
        "subscriptions": _rows(Subscription.objects.filter(user=user)),
        "notifications": _rows(Notification.objects.filter(user=user)),
        "sessions": Session.objects.count(),
        "outstanding": OutstandingToken.objects.filter(user=user).count(),
        "blacklisted": BlacklistedToken.objects.filter(token__user=user).count(),
        "requests": ledger.counts(name),
        "tokens": ledger.tokens(name),
        "refreshes": ledger.refreshes(name),
    }


def of_all() -> dict:
    models = [User, Category, Course, Lesson, Exercise, Enrollment, Submission, LessonProgress, ExerciseAnswer, Page, CmsEnrollment, Forum, Topic, Post,
              Subscription, Notification, Session, BlacklistedToken, OutstandingToken]
    return {"rows": {model.__name__: model.objects.count() for model in models}, "requests": ledger.counts(None)}
