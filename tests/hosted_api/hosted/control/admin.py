"""What an administrator of the platform would do, for POST /admin."""

from django.db import models, transaction
from django.utils import timezone
from rest_framework_simplejwt.token_blacklist.models import BlacklistedToken, OutstandingToken

from hosted.accounts.models import User, UserProfile
from hosted.cms.models import Page
from hosted.community.models import Notification
from hosted.forum.models import Forum, Post, Topic
from hosted.learning.models import Category, Course, Enrollment, Exercise, Lesson, Submission, TestCase
from hosted.progress.models import LessonProgress

KINDS = {"course": Course, "lesson": Lesson, "exercise": Exercise, "test_case": TestCase, "category": Category, "page": Page, "forum": Forum,
         "topic": Topic, "post": Post, "enrollment": Enrollment, "progress": LessonProgress, "submission": Submission,
         "notification": Notification, "user": User}
_VISIBLE = {Course: "is_published", Lesson: "is_published", Exercise: "is_published", Page: "live", Topic: "approved", Post: "approved"}


def _find(order: dict):
    model = KINDS.get(order.get("kind", "user" if "username" in order else ""))
    if model is None:
        raise ValueError(f"no such kind: {order.get('kind')!r}")
    row = model.objects.filter(username=order["username"]).first() if "username" in order and model is User else model.objects.filter(pk=order["id"]).first()
    if row is None:
        raise ValueError(f"not there: {order}")
    return row


def _save(row) -> None:
    if isinstance(row, Page):
        row.last_published_at = timezone.now()
    if isinstance(row, (Topic, Post)):
        row.updated = timezone.now()
    row.save()


def _set(row, fields: dict) -> None:
    names = {field.attname for field in row._meta.concrete_fields} | {field.name for field in row._meta.concrete_fields}
    for name, value in fields.items():
        if isinstance(row, User) and name == "password":
            row.set_password(value)
        elif name in names:
            setattr(row, name, value)
        elif isinstance(row, Page):
            row.data[name] = value
        else:
            raise ValueError(f"{type(row).__name__} has no field {name!r}")


def delete(order: dict):
    _find(order).delete()


def _show(order: dict, visible: bool):
    row = _find(order)
    if type(row) not in _VISIBLE:
        raise ValueError(f"a {order['kind']} cannot be published")
    setattr(row, _VISIBLE[type(row)], visible)
    _save(row)


def unpublish(order: dict):
    _show(order, False)


def publish(order: dict):
    _show(order, True)


def change(order: dict):
    row = _find(order)
    _set(row, order.get("fields", {}))
    _save(row)


def create(order: dict):
    row = KINDS[order["kind"]]()
    for field in row._meta.concrete_fields:  # times that a view would set
        if isinstance(field, models.DateTimeField) and not field.null and not field.auto_now and not field.auto_now_add:
            setattr(row, field.attname, timezone.now())
    _set(row, order.get("fields", {}))
    _save(row)
    return {"id": row.pk}


def swap(order: dict):
    first, second = _find(order), _find(order | {"id": order["with"]})
    with transaction.atomic():
        unique = {field.name for field in first._meta.concrete_fields if field.unique}
        for field in first._meta.concrete_fields:
            if field.name not in unique:
                mine, theirs = getattr(first, field.attname), getattr(second, field.attname)
                setattr(first, field.attname, theirs)
                setattr(second, field.attname, mine)
        _save(first)
        _save(second)


def add_user(order: dict):
    name = order["username"]
    user = User.objects.create_user(name, order.get("email", f"{name}@example.org"), order["password"])
    UserProfile.objects.create(user=user)
    return {"id": user.pk}


def blacklist(order: dict):
    """Every refresh token of the user that the database knows."""
    tokens = OutstandingToken.objects.filter(user=_find(order))
    for token in tokens:
        BlacklistedToken.objects.get_or_create(token=token)
    return {"tokens": tokens.count()}


def notify(order: dict):
    row = Notification.objects.create(user=_find(order), title=order["title"], message=order.get("message", ""))
    return {"id": row.pk}


ACTIONS = {action.__name__: action for action in (delete, unpublish, publish, change, create, swap, add_user, blacklist, notify)}


def do(order: dict) -> dict:
    action = ACTIONS.get(order.get("action"))
    if action is None:
        raise ValueError(f"no such action: {order.get('action')!r}; there are {sorted(ACTIONS)}")
    return {"ok": True} | (action(order) or {})
