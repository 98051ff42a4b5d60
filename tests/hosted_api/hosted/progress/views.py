"""Progress of legacy lessons. Section 5 of the contract."""

from django.db import IntegrityError, transaction
from django.shortcuts import get_object_or_404
from django.utils import timezone
from rest_framework import serializers
from rest_framework.decorators import api_view
from rest_framework.response import Response

from hosted.core import profile, web
from hosted.core.once import occurred_at, once
from hosted.learning.json import Shape
from hosted.learning.models import Course, Enrollment, Lesson
from hosted.progress.models import LessonProgress

_LARGEST = 2147483647
_DETAILS = "user", "lesson__course__instructor", "lesson__course__category"


def row_json(row: LessonProgress, shape: Shape) -> dict:
    return {"id": row.pk, "user": shape.user(row.user), "lesson": shape.lesson(row.lesson, top=False)} | {
        name: getattr(row, name) for name in (
            "started", "completed", "started_at", "completed_at", "last_accessed", "time_spent", "content_position", "notes", "bookmarked")}


def row_of(user, lesson) -> LessonProgress:
    row, _ = LessonProgress.objects.get_or_create(user=user, lesson=lesson, defaults={"last_accessed": timezone.now()})
    return row


def _touch(row, *changed: str) -> None:
    """last_accessed moves in the repaired server only: partial saves skip it in the deployed one."""
    if profile.repaired():
        row.last_accessed = timezone.now()
        changed += ("last_accessed",)
    row.save(update_fields=changed)


def _start(row, when) -> None:
    if not row.started:
        row.started, row.started_at = True, when
        _touch(row, "started", "started_at")


def recalculate(user, course) -> None:
    """Of all lessons, drafts included, so that a course with a draft is never finished."""
    enrollment = Enrollment.objects.filter(user=user, course=course).first()
    if enrollment is None:
        return
    lessons = course.lessons.filter(is_published=True) if profile.repaired() else course.lessons.all()
    total = lessons.count()
    done = LessonProgress.objects.filter(user=user, lesson__in=lessons, completed=True).count()
    enrollment.progress_percentage = int(done * 100 / total) if total else 0
    if enrollment.progress_percentage == 100 and not enrollment.completed:
        enrollment.completed, enrollment.completed_at = True, timezone.now()
    enrollment.save(update_fields=["progress_percentage", "completed", "completed_at"])


def _published(pk) -> Lesson:
    return get_object_or_404(Lesson, pk=pk, is_published=True)


@api_view(["POST"])
@once
def start(request, pk):
    lesson = _published(pk)
    _start(row_of(request.user, lesson), occurred_at(request) or timezone.now())
    return Response({"message": "Lesson started"})


@api_view(["POST"])
@once
def complete(request, pk):
    """The router's action: the body is ignored, nobody is enrolled, a missing lesson is a 404."""
    lesson = _published(pk)
    row = row_of(request.user, lesson)
    if not row.completed:
        row.completed, row.completed_at = True, occurred_at(request) or timezone.now()
        _touch(row, "completed", "completed_at")
    recalculate(request.user, lesson.course)
    return Response({"message": "Lesson completed"})


def _integer(value) -> int:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise ValueError(f"Field 'content_position' expected a number but got {value!r}.")
    return int(value)


@api_view(["POST"])
@web.catch_all()
@once
def position(request, pk):
    """Sets the position, and adds the minutes: sent twice, they count twice."""
    lesson = _published(pk)
    place = _integer(request.data.get("content_position", 0))
    minutes = request.data.get("time_spent", 0)
    if not 0 <= place <= _LARGEST:
        raise ValueError("integer out of range")
    if isinstance(minutes, bool) or not isinstance(minutes, (int, float)):
        raise TypeError("unsupported operand type(s) for +=: 'int' and 'str'")
    row = row_of(request.user, lesson)
    row.content_position = place
    row.time_spent = int(row.time_spent + minutes)
    if abs(row.time_spent) > _LARGEST:
        raise ValueError("integer out of range")
    if not row.started:
        row.started, row.started_at = True, occurred_at(request) or timezone.now()
    _touch(row, "content_position", "time_spent", "started", "started_at")
    return Response({"success": True, "content_position": row.content_position, "time_spent": row.time_spent})


@api_view(["POST"])
@web.catch_all()
@once
def bookmark(request, pk):
    lesson = _published(pk)
    wanted = request.data.get("bookmarked", False)
    if profile.repaired() and not isinstance(wanted, bool):
        raise ValueError("bookmarked must be true or false")
    row = row_of(request.user, lesson)
    row.bookmarked = bool(wanted)  # "false" is true
    _touch(row, "bookmarked")
    return Response({"success": True, "bookmarked": row.bookmarked})


@api_view(["GET"])
@web.catch_all()
def lesson_progress(request, pk):
    lesson = _published(pk)
    row = LessonProgress.objects.filter(user=request.user, lesson=lesson).first() or LessonProgress(lesson=lesson)
    return Response({
        "lesson_id": lesson.pk, "started": row.started, "completed": row.completed, "started_at": web.iso(row.started_at),
        "completed_at": web.iso(row.completed_at), "time_spent": row.time_spent, "last_accessed": web.iso(row.last_accessed),
        "content_position": row.content_position, "bookmarked": row.bookmarked,
    })


@api_view(["GET"])
@web.catch_all()
def course_progress(request, pk):
    """In the deployed server this GET enrols whoever asks."""
    course = get_object_or_404(Course, pk=pk, is_published=True)
    now = timezone.now()
    enrollment = Enrollment.objects.filter(user=request.user, course=course).first()
    if enrollment is None and not profile.repaired():
        enrollment, _ = Enrollment.objects.get_or_create(user=request.user, course=course, defaults={"enrolled_at": now, "last_activity": now})
    if enrollment is None:
        return Response({"detail": "Not enrolled."}, status=404)
    rows = {row.lesson_id: row for row in LessonProgress.objects.filter(user=request.user, lesson__course=course)}
    lessons = []
    for lesson in course.lessons.filter(is_published=True):
        row = rows.get(lesson.pk) or LessonProgress()
        lessons.append({"id": lesson.pk, "title": lesson.title, "order": lesson.order, "completed": row.completed,
                        "time_spent": row.time_spent, "started_at": web.iso(row.started_at)})
    done = sum(entry["completed"] for entry in lessons)
    return Response({
        "course_id": course.pk, "progress_percentage": enrollment.progress_percentage, "completed": enrollment.completed,
        "completed_at": web.iso(enrollment.completed_at), "enrolled_at": web.iso(enrollment.enrolled_at),
        "last_activity": web.iso(enrollment.last_activity), "total_time_spent": enrollment.total_time_spent, "lessons": lessons,
        "statistics": {"total_lessons": len(lessons), "completed_lessons": done, "remaining_lessons": len(lessons) - done},
    })


class PatchSerializer(serializers.ModelSerializer):
    time_spent = serializers.IntegerField(required=False, min_value=0, max_value=_LARGEST)
    content_position = serializers.IntegerField(required=False, min_value=0, max_value=_LARGEST)

    class Meta:
        model = LessonProgress
        fields = ["started", "completed", "time_spent", "content_position", "notes", "bookmarked"]


def _mine(request):
    return LessonProgress.objects.filter(user=request.user).select_related(*_DETAILS)


@api_view(["GET", "POST"])
def progress(request):
    if request.method == "POST":
        return _create(request)
    shape = Shape(request)
    rows = web.updated_since(request, _mine(request).order_by("-last_accessed", "-pk"), "last_accessed")
    return web.page_of(request, rows, lambda row: row_json(row, shape))


@once
def _create(request):
    lesson_id = request.data.get("lesson_id")
    if isinstance(lesson_id, bool) or not isinstance(lesson_id, int):
        return Response({"lesson_id": ["This field is required." if lesson_id is None else "A valid integer is required."]}, status=400)
    changes = PatchSerializer(data=request.data, partial=True)
    changes.is_valid(raise_exception=True)
    if profile.repaired():
        lesson = get_object_or_404(Lesson, pk=lesson_id)
        with transaction.atomic():
            row, created = LessonProgress.objects.get_or_create(user=request.user, lesson=lesson, defaults={"last_accessed": timezone.now()})
            PatchSerializer().update(row, changes.validated_data | {"last_accessed": timezone.now()})
        return Response(row_json(_mine(request).get(pk=row.pk), Shape(request)), status=201 if created else 200)
    if not Lesson.objects.filter(pk=lesson_id).exists():
        raise IntegrityError("no such lesson: a page of 500, as deployed")
    # A row that is there already violates the unique key: a page of 500, nothing changed.
    row = LessonProgress.objects.create(user=request.user, lesson_id=lesson_id, last_accessed=timezone.now(), **changes.validated_data)
    return Response(row_json(_mine(request).get(pk=row.pk), Shape(request)), status=201)


@api_view(["GET", "PATCH", "PUT", "DELETE"])
def one_progress(request, pk):
    row = get_object_or_404(_mine(request), pk=pk)
    if request.method == "DELETE":
        row.delete()
        return Response(status=204)
    if request.method in ("PATCH", "PUT"):
        changes = PatchSerializer(row, data=request.data, partial=True)
        changes.is_valid(raise_exception=True)
        # Absolute, and repeatable. completed:true this way leaves completed_at empty and no enrolment is recalculated.
        changes.save(last_accessed=timezone.now())
        if profile.repaired() and row.completed and not row.completed_at:
            row.completed_at = occurred_at(request) or timezone.now()
            row.save(update_fields=["completed_at"])
            recalculate(request.user, row.lesson.course)
    return Response(row_json(row, Shape(request)))


@api_view(["GET", "POST"])
def exercise_progress(request):
    """Q8: the row would be stored, the answer fails on the language; the second try is a unique violation."""
    if request.method == "POST":
        _exercise_progress_row(request)
    web.broken("Q8")
    return Response({"count": 0, "next": None, "previous": None, "results": []}, status=201 if request.method == "POST" else 200)


def _exercise_progress_row(request):
    from hosted.progress.models import ExerciseAnswer

    ExerciseAnswer.objects.create(user=request.user, catalogue="student", exercise_id=request.data["exercise_id"], updated_at=timezone.now())
