"""The CMS catalogue. Every view of the deployed server has a catch-all: not found and bad input are 500 (400 for enrolment)."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone
from rest_framework.decorators import api_view, permission_classes
from rest_framework.permissions import AllowAny
from rest_framework.response import Response

from hosted.cms import json as shapes
from hosted.cms.models import BlogCategory, CmsEnrollment, Page, SkillLevel
from hosted.core import profile, web
from hosted.core.once import occurred_at, once

_NAMES = {"course": "CoursePage", "exercise": "ExercisePage", "step_exercise": "StepBasedExercisePage", "lesson": "LessonPage", "post": "BlogPage"}


def _page(kind: str, slug: str, **more) -> Page:
    """By slug alone: two pages with one slug in different places are an error, as deployed."""
    try:
        return Page.objects.select_related("parent__parent__parent").get(kind=kind, slug=slug, live=True, **more)
    except Page.DoesNotExist:
        raise Http404(f"No {_NAMES[kind]} matches the given query.") from None


def _live(*kinds):
    return Page.objects.filter(kind__in=kinds, live=True).select_related("parent__parent__parent")


@api_view(["GET"])
@permission_classes([AllowAny])
@web.catch_all("Failed to fetch homepage: ")
def homepage(request):
    page = _live("home").first()
    data = page.data if page else {}
    posts = [{key: value for key, value in shapes.post_item(row, shapes.Lookup()).items()
              if key in ("id", "title", "slug", "intro", "url", "date", "reading_time", "ai_generated")}
             for row in _live("post").order_by("-pk")[:3]]
    return Response({
        "title": page.title if page else "Python Learning Studio", "hero_title": data.get("hero_title", "Learn Python"),
        "hero_subtitle": data.get("hero_subtitle", ""), "hero_description": data.get("hero_description", ""),
        "features_title": data.get("features_title", "Why Learn With Us?"), "features": data.get("features", []),
        "stats": data.get("stats", []), "recent_posts": posts})


@api_view(["GET"])
@permission_classes([AllowAny])
@web.catch_all("Failed to fetch learning index: ")
def learning_index(request):
    page = _live("learning").first()
    if page is None:
        return Response({"error": "Learning index page not found"}, status=404)
    lookup = shapes.Lookup()
    featured = [row for row in _live("course") if row.data.get("featured")][:6]
    return Response({
        "title": page.title, "intro": page.data.get("intro", ""), "featured_courses_title": "Featured Courses",
        "featured_courses": [shapes.course_summary(row, lookup, listed=False) for row in featured],
        "skill_levels": [{name: getattr(row, name) for name in ("id", "name", "slug", "description", "color", "order")}
                         for row in SkillLevel.objects.order_by("order")]})


def _matches(request, page, names) -> bool:
    return all(not request.GET.get(parameter) or str(page.data.get(key, "")) == request.GET[parameter] for parameter, key in names.items())


@api_view(["GET"])
@permission_classes([AllowAny])
@web.catch_all("Failed to fetch courses: ")
def courses(request):
    rows = list(web.updated_since(request, _live("course"), "last_published_at"))
    rows = [row for row in rows if _matches(request, row, {"skill_level": "skill_level", "difficulty": "difficulty_level"})]
    if request.GET.get("category"):
        rows = [row for row in rows if request.GET["category"] in row.data.get("categories", [])]
    if request.GET.get("is_free"):
        rows = [row for row in rows if row.data.get("is_free", True) == (request.GET["is_free"].lower() == "true")]
    if request.GET.get("search"):
        word = request.GET["search"].lower()
        rows = [row for row in rows if word in row.title.lower()] if profile.repaired() else []  # courses are not in the index
    chosen, pagination = web.hand_page(request, rows, 12)
    if not profile.repaired() and any(row.children.filter(live=True).count() > 1 for row in chosen):
        # Q4: PostgreSQL rejects the count's subquery as soon as a course has two live children.
        raise RuntimeError("more than one row returned by a subquery used as an expression\n")
    lookup = shapes.Lookup()
    return Response({"courses": [shapes.course_summary(row, lookup, listed=True) for row in chosen], "pagination": pagination})


@api_view(["GET"])
@permission_classes([AllowAny])
@web.catch_all("Failed to fetch course: ")
def course(request, slug):
    page = _page("course", slug)
    row = CmsEnrollment.objects.filter(user=request.user, course=page).first() if request.user.is_authenticated else None
    return Response(shapes.course_detail(page, shapes.Lookup(), row))


@api_view(["GET"])
@permission_classes([AllowAny])
@web.catch_all("Failed to fetch exercises: ")
def course_exercises(request, slug):
    page = _page("course", slug)
    rows = [row for row in _live("exercise", "step_exercise") if page.pk in (row.parent_id, row.parent.parent_id)]

    def place(row):
        return row.parent.data.get("lesson_number", 1) if row.parent.kind == "lesson" else 0, row.data.get("sequence_number", 1), row.pk

    rows.sort(key=place)
    return Response({"course": {"id": page.pk, "title": page.title, "slug": page.slug},
                     "exercises": [shapes.course_exercise(row) for row in rows], "total_count": len(rows)})


@api_view(["GET"])
@permission_classes([AllowAny])
def lesson(request, course_slug, slug):
    web.broken("Q2: a plain function that returns a DRF response")
    return Response(shapes.lesson_detail(_page("lesson", slug, parent__slug=course_slug)))


@api_view(["GET"])
@permission_classes([AllowAny])
def lesson_exercise(request, course_slug, lesson_slug, slug):
    web.broken("Q2")
    rows = _live("exercise", "step_exercise").filter(slug=slug, parent__slug=lesson_slug, parent__parent__slug=course_slug)
    page = get_object_or_404(rows)
    return Response(shapes.step_exercise_detail(page) if page.kind == "step_exercise" else shapes.exercise_detail(page))


@api_view(["GET"])
@permission_classes([AllowAny])
@web.catch_all("Failed to fetch exercises: ")
def exercises(request):
    filters = {"type": "exercise_type", "difficulty": "difficulty", "language": "programming_language"}
    searched = request.GET.get("search")
    if searched and any(request.GET.get(name) for name in filters) and not profile.repaired():
        raise RuntimeError('Cannot filter search results with field "exercise_type".')
    rows = []
    for row in web.updated_since(request, _live("exercise", "step_exercise"), "last_published_at").order_by("-pk"):
        stepped = row.kind == "step_exercise"
        if request.GET.get("step_based") and stepped != (request.GET["step_based"].lower() == "true"):
            continue
        if not _matches(request, row, {"difficulty": "difficulty"} if stepped else filters):
            continue
        if searched and searched.lower() not in row.title.lower():
            continue
        rows.append(row)
    chosen, pagination = web.hand_page(request, rows, 12)
    return Response({"exercises": [shapes.exercise_item(row) for row in chosen], "pagination": pagination})


@api_view(["GET"])
@permission_classes([AllowAny])
@web.catch_all("Failed to fetch exercise: ")
def exercise(request, slug):
    return Response(shapes.exercise_detail(_page("exercise", slug)))


@api_view(["GET"])
@permission_classes([AllowAny])
@web.catch_all("Failed to fetch step-based exercise: ")
def step_exercise(request, slug):
    return Response(shapes.step_exercise_detail(_page("step_exercise", slug)))


@api_view(["GET"])
@permission_classes([AllowAny])
def playground(request):
    web.broken("Q2")
    return Response({
        "title": "Playground", "description": "<p>Try something.</p>", "default_code": 'print("Hello")\n', "programming_language": "python",
        "features": [], "code_examples": [], "shortcuts": [],
        "settings": {"enable_file_operations": False, "enable_auto_save": True, "enable_multiple_languages": False}})


@api_view(["POST"])
@web.catch_all("Failed to enroll in course: ", status=400)
@once
def enroll(request, slug):
    page = _page("course", slug)
    now = occurred_at(request) or timezone.now()
    row, created = CmsEnrollment.objects.get_or_create(user=request.user, course=page, defaults={"enrolled_at": now, "last_activity": now})
    return Response({
        "message": "Successfully enrolled in course" if created else "Already enrolled in this course",
        "enrollment": {"enrolled": True, "enrolled_at": row.enrolled_at, "progress_percentage": 0}}, status=201 if created else 200)


@api_view(["POST"])
@web.catch_all("Failed to unenroll from course: ", status=400)
@once
def unenroll(request, slug):
    gone, _ = CmsEnrollment.objects.filter(user=request.user, course=_page("course", slug)).delete()
    if not gone:
        return Response({"error": "Not enrolled in this course"}, status=404)
    return Response({"message": "Successfully unenrolled from course"})


@api_view(["GET"])
@web.catch_all("Failed to get enrollment status: ", status=400)
def enrollment_status(request, slug):
    row = CmsEnrollment.objects.filter(user=request.user, course=_page("course", slug)).first()
    return Response({"enrolled": row is not None, "enrollment": shapes.enrollment_json(row, plain=True)})


@api_view(["GET"])
def user_enrollments(request):
    web.broken("Q2")
    rows = CmsEnrollment.objects.filter(user=request.user).select_related("course").order_by("pk")
    return Response({"enrollments": [{"course": shapes.page_ref(row.course)} | shapes.enrollment_json(row, plain=True) for row in rows]})


@api_view(["GET"])
@permission_classes([AllowAny])
@web.catch_all("Failed to fetch blog posts: ")
def posts(request):
    rows = list(_live("post").order_by("-pk"))
    for parameter, key in (("category", "categories"), ("tag", "tags")):
        if request.GET.get(parameter):
            rows = [row for row in rows if request.GET[parameter] in row.data.get(key, [])]
    chosen, pagination = web.hand_page(request, rows, 9)
    lookup = shapes.Lookup()
    return Response({"posts": [shapes.post_item(row, lookup) | {"body_preview": shapes.body_preview(row)} for row in chosen], "pagination": pagination})


@api_view(["GET"])
@permission_classes([AllowAny])
@web.catch_all("Failed to fetch blog post: ")
def post(request, slug):
    page = _page("post", slug)
    lookup = shapes.Lookup()
    tags = set(page.data.get("tags", []))
    related = [row for row in _live("post") if row.pk != page.pk and tags & set(row.data.get("tags", []))][:3]
    return Response(shapes.post_item(page, lookup) | {
        "body": page.data.get("body", []), "related_posts": [shapes.post_item(row, lookup) for row in related]})


@api_view(["GET"])
@permission_classes([AllowAny])
@web.catch_all("Failed to fetch categories: ")
def blog_categories(request):
    rows = _live("post")
    return Response({"categories": [
        {name: getattr(row, name) for name in ("id", "name", "slug", "description", "color")}
        | {"post_count": sum(row.slug in page.data.get("categories", []) for page in rows)} for row in BlogCategory.objects.order_by("pk")]})
