"""More rows, for measurements: made in bulk, with ids from 1000 on."""

from datetime import timedelta

from django.utils import timezone

from hosted.accounts.models import User
from hosted.cms.models import Page
from hosted.forum.models import Forum, Post, Topic
from hosted.learning.models import Category, Course, Lesson
from hosted.seed.catalogue import every_block

_FIRST = 1000
KNOWN = {"courses", "lessons", "users", "topics", "posts", "pages"}


def fill(scale: dict[str, int]) -> None:
    """courses × lessons each; users; topics, and posts spread over them; CMS courses with two lessons each."""
    unknown = set(scale) - KNOWN
    if unknown:
        raise ValueError(f"--scale does not know {sorted(unknown)}; it knows {sorted(KNOWN)}")
    _people(scale.get("users", 0))
    _courses(scale.get("courses", 0), scale.get("lessons", 30))
    _pages(scale.get("pages", 0))
    _talk(scale.get("topics", 0), scale.get("posts", 0))


def _people(number: int) -> None:
    # One hash for all: they sign in with "Learner!Example1".
    from django.contrib.auth.hashers import make_password

    password = make_password("Learner!Example1")
    User.objects.bulk_create([User(pk=_FIRST + n, username=f"learner{n}", email=f"learner{n}@example.org", password=password) for n in range(number)], 500)


def _courses(number: int, lessons: int) -> None:
    if not number:
        return
    teacher, category, now = User.objects.order_by("pk").first(), Category.objects.order_by("pk").first(), timezone.now()
    Course.objects.bulk_create([Course(
        pk=_FIRST + n, title=f"Course {n}", slug=f"course-{n}", description="A course. " * 20, short_description="Many lessons", instructor=teacher,
        category=category, published_at=now) for n in range(number)], 500)
    blocks = every_block()
    Lesson.objects.bulk_create([Lesson(
        pk=_FIRST + n * lessons + order, course_id=_FIRST + n, title=f"Lesson {order}", slug=f"lesson-{order}", description="About it",
        content="# A lesson\n\n" + "Some *markdown* with a few words in it. " * 40, order=order, structured_content=blocks if order % 3 == 0 else [],
        enable_structured_content=order % 3 == 0) for n in range(number) for order in range(1, lessons + 1)], 200)


def _pages(number: int) -> None:
    now = timezone.now()
    rows = []
    for n in range(number):
        course = _FIRST + n * 3
        rows.append(Page(pk=course, parent_id=4, kind="course", title=f"CMS course {n}", slug=f"cms-course-{n}", last_published_at=now, first_published_at=now,
                         data={"course_code": f"C{n}", "short_description": "Scaled", "difficulty_level": "beginner", "estimated_duration": "1 week",
                               "instructor": "grace", "featured": False}))
        rows += [Page(pk=course + order, parent_id=course, kind="exercise", title=f"Exercise {n}-{order}", slug=f"exercise-{n}-{order}",
                      last_published_at=now, first_published_at=now, data={"description": "<p>Do it.</p>", "sequence_number": order}) for order in (1, 2)]
    Page.objects.bulk_create(rows, 500)


def _talk(topics: int, posts: int) -> None:
    if not topics:
        return
    forums = list(Forum.objects.filter(type=0).values_list("pk", flat=True))
    writers = list(User.objects.order_by("pk").values_list("pk", flat=True)[:50])
    began = timezone.now() - timedelta(days=30)
    Topic.objects.bulk_create([Topic(
        pk=_FIRST + n, forum_id=forums[n % len(forums)], subject=f"Question {n}", slug=f"question-{n}", poster_id=writers[n % len(writers)],
        created=began + timedelta(minutes=n), updated=began + timedelta(minutes=n), last_post_on=began + timedelta(minutes=n)) for n in range(topics)], 500)
    Post.objects.bulk_create([Post(
        pk=_FIRST + n, topic_id=_FIRST + n % topics, poster_id=writers[n % len(writers)], content=f"Answer {n}: " + "some words about it. " * 10,
        created=began + timedelta(minutes=n % topics, seconds=n // topics), updated=began + timedelta(minutes=n % topics, seconds=n // topics))
        for n in range(max(posts, topics))], 500)
