"""The legacy catalogue: categories, courses, lessons, exercises, enrolment. Sections 4.2 and 5.3 of the contract."""

from django.db import IntegrityError
from django.db.models import Count, Q
from django.shortcuts import get_object_or_404
from django.utils import timezone
from rest_framework.decorators import api_view, permission_classes
from rest_framework.permissions import AllowAny
from rest_framework.response import Response

from hosted.core import profile, web
from hosted.core.once import occurred_at, once
from hosted.learning.json import Shape, submission, test_case
from hosted.learning.models import Category, Course, Enrollment, Exercise, Lesson, Review, Submission, TestCase


def published_courses():
    return Course.objects.filter(is_published=True).select_related("instructor", "category").order_by("pk")


def published_lessons():
    return Lesson.objects.filter(is_published=True).select_related("course__instructor", "course__category").order_by("course_id", "order", "pk")


def _signed_in_or_q9(request) -> None:
    if not request.user.is_authenticated:
        web.broken("Q9: anonymous lists fail although they are declared public")


def _dated(response, moment):
    """Last-Modified, in the repaired server only."""
    if profile.repaired() and moment:
        from django.utils.http import http_date

        response["Last-Modified"] = http_date(moment.timestamp())
    return response


@api_view(["GET"])
@permission_classes([AllowAny])
def categories(request):
    shape = Shape(request)
    rows = web.updated_since(request, Category.objects.order_by("order", "pk"))
    return web.page_of(request, rows, shape.category)


@api_view(["GET"])
@permission_classes([AllowAny])
def category_courses(request, pk):
    shape = Shape(request)
    _signed_in_or_q9(request)
    return Response([shape.course(row, nested=False) for row in published_courses().filter(category_id=pk)])


@api_view(["GET"])
@permission_classes([AllowAny])
def courses(request):
    _signed_in_or_q9(request)
    rows = web.updated_since(request, published_courses())
    if request.GET.get("category"):
        rows = rows.filter(category__slug=request.GET["category"])
    if request.GET.get("difficulty"):
        rows = rows.filter(difficulty_level=request.GET["difficulty"])
    if request.GET.get("search"):
        word = request.GET["search"]
        rows = rows.filter(Q(title__icontains=word) | Q(description__icontains=word))
    shape = Shape(request)
    return web.page_of(request, rows, lambda row: shape.course(row, nested=False))


@api_view(["GET"])
@permission_classes([AllowAny])
def course(request, pk):
    _signed_in_or_q9(request)
    row = get_object_or_404(published_courses(), pk=pk)
    return _dated(Response(Shape(request).course(row, nested=False)), row.updated_at)


@api_view(["GET"])
@permission_classes([AllowAny])
def course_lessons(request, pk):
    """A bare array. Its courses have the counts that nested courses lack elsewhere."""
    _signed_in_or_q9(request)
    get_object_or_404(published_courses(), pk=pk)
    shape = Shape(request)
    return Response([shape.lesson(row, top=False, nested_course=False) for row in published_lessons().filter(course_id=pk)])


@api_view(["POST"])
@once
def enroll(request, pk):
    row = get_object_or_404(published_courses(), pk=pk)
    now = occurred_at(request) or timezone.now()
    try:
        _, created = Enrollment.objects.get_or_create(user=request.user, course=row, defaults={"enrolled_at": now, "last_activity": now})
    except IntegrityError:
        created = False
    return Response({"message": "Enrolled successfully" if created else "Already enrolled"}, status=201 if created else 200)


@api_view(["DELETE"])
@once
def unenroll(request, pk):
    row = get_object_or_404(published_courses(), pk=pk)
    gone, _ = Enrollment.objects.filter(user=request.user, course=row).delete()
    if not gone:
        return Response({"message": "Not enrolled"}, status=404)
    if profile.repaired():
        return Response(status=204)
    # Q13: a body behind a 204. Its bytes really follow, and become the start of the next answer on a kept connection.
    return Response({"message": "Unenrolled successfully"}, status=204)


@api_view(["GET"])
def enrollments(request):
    shape = Shape(request)
    rows = Enrollment.objects.filter(user=request.user).select_related("user", "course__instructor", "course__category").order_by("pk")
    return web.page_of(request, web.updated_since(request, rows, "last_activity"), shape.enrollment)


@api_view(["GET"])
def one_enrollment(request, pk):
    return Response(Shape(request).enrollment(get_object_or_404(Enrollment, user=request.user, pk=pk)))


@api_view(["GET"])
@permission_classes([AllowAny])
def lessons(request):
    _signed_in_or_q9(request)
    rows = web.updated_since(request, published_lessons())
    if request.GET.get("course"):
        rows = rows.filter(course__slug=request.GET["course"])
    shape = Shape(request)
    counted = dict(Lesson.objects.filter(progress__completed=True).annotate(n=Count("progress")).values_list("pk", "n"))
    return web.page_of(request, rows, lambda row: shape.lesson(row, completions=counted))


@api_view(["GET"])
@permission_classes([AllowAny])
def lesson(request, pk):
    _signed_in_or_q9(request)
    row = get_object_or_404(published_lessons(), pk=pk)
    return _dated(Response(Shape(request).lesson(row)), None if request.user.is_authenticated else row.updated_at)


def _exercises():
    return Exercise.objects.filter(is_published=True).select_related("lesson__course").prefetch_related("test_cases").order_by("pk")


@api_view(["GET"])
@permission_classes([AllowAny])
def exercises(request):
    rows = web.updated_since(request, _exercises())
    if not profile.repaired():
        if not request.user.is_authenticated or rows.exists():
            web.broken("Q10 (Q9 when anonymous): the language's missing icon")
        return Response({"count": 0, "next": None, "previous": None, "results": []})
    if request.GET.get("lesson"):
        rows = rows.filter(lesson_id=request.GET["lesson"])
    return web.page_of(request, rows, Shape(request).exercise)


@api_view(["GET"])
@permission_classes([AllowAny])
def exercise(request, pk):
    row = get_object_or_404(_exercises(), pk=pk)
    web.broken("Q10")
    return _dated(Response(Shape(request).exercise(row)), row.updated_at)


@api_view(["GET"])
@permission_classes([AllowAny])
def lesson_exercises(request, pk):
    rows = _exercises().filter(lesson_id=pk)
    if rows.exists():
        web.broken("Q10")
    return Response([Shape(request).exercise(row) for row in rows])


@api_view(["GET"])
@permission_classes([AllowAny])
def always_q10(request):
    web.broken("Q10")
    return Response({"count": 0, "next": None, "previous": None, "results": []})


@api_view(["GET"])
def exercise_test_cases(request, pk):
    row = get_object_or_404(_exercises(), pk=pk)
    return Response([test_case(case) for case in row.test_cases.filter(is_sample=True)])


@api_view(["GET"])
@permission_classes([AllowAny])
def test_cases(request):
    return web.page_of(request, TestCase.objects.filter(is_sample=True).order_by("exercise_id", "order"), test_case)


@api_view(["GET", "POST", "PUT", "PATCH", "DELETE"])
@permission_classes([AllowAny])
def submissions(request, pk=None):
    web.broken("Q3: the limiter's key function takes one argument too few")
    if not request.user.is_authenticated:
        from rest_framework.exceptions import NotAuthenticated

        raise NotAuthenticated()
    rows = Submission.objects.filter(user=request.user).order_by("-submitted_at", "-attempt_number")
    if pk is not None:
        return Response(submission(get_object_or_404(rows, pk=pk)))
    for name in ("exercise", "client_id"):
        if request.GET.get(name):
            rows = rows.filter(**{name: request.GET[name]})
    return web.page_of(request, web.updated_since(request, rows, "submitted_at"), submission)


def _review(row, shape) -> dict:
    return {"id": row.pk, "user": shape.user(row.user), "course": shape.course(row.course)} | {
        name: getattr(row, name) for name in ("rating", "title", "content", "created_at", "updated_at")}


@api_view(["GET"])
@permission_classes([AllowAny])
def course_reviews(request, pk):
    shape = Shape(request)
    return Response([_review(row, shape) for row in Review.objects.filter(course_id=pk).select_related("user", "course")])


@api_view(["GET", "POST"])
def reviews(request):
    shape = Shape(request)
    if request.method == "POST":
        row = Review.objects.create(  # a second review of a course is a unique violation: a page of 500
            user=request.user, course_id=request.data["course_id"], rating=int(request.data["rating"]),
            title=request.data.get("title", ""), content=request.data.get("content", ""))
        return Response(_review(row, shape), status=201)
    return web.page_of(request, Review.objects.filter(user=request.user).order_by("pk"), lambda row: _review(row, shape))


@api_view(["GET", "PATCH", "DELETE"])
def one_review(request, pk):
    row = get_object_or_404(Review, user=request.user, pk=pk)
    if request.method == "DELETE":
        row.delete()
        return Response(status=204)
    if request.method == "PATCH":
        for name in ("rating", "title", "content"):
            setattr(row, name, request.data.get(name, getattr(row, name)))
        row.save()
    return Response(_review(row, Shape(request)))
