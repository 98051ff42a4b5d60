"""Rows of the legacy catalogue as the API shows them. One Shape for each request: it remembers what it has asked the database."""

from hosted.accounts.json import user_json
from hosted.learning.models import Category, Course, Enrollment, Lesson


class Shape:
    def __init__(self, request):
        self.request = request
        self._users, self._categories, self._courses, self._neighbours = {}, {}, {}, {}
        self._progress = None
        self._enrolled = None

    def user(self, user) -> dict:
        if user.pk not in self._users:
            self._users[user.pk] = user_json(user, self.request)
        return self._users[user.pk]

    def category(self, category: Category) -> dict:
        if category.pk not in self._categories:
            self._categories[category.pk] = {
                "id": category.pk,
                "subcategories": [child.name for child in category.children.order_by("pk")],
                "course_count": category.courses.filter(is_published=True).count(),
                **{name: getattr(category, name) for name in ("name", "slug", "description", "icon", "color", "order", "created_at", "updated_at")},
                "parent": category.parent_id,
            }
        return self._categories[category.pk]

    def _media(self, name: str):
        return self.request.build_absolute_uri(f"/media/{name}") if name else None

    def course(self, course: Course, nested: bool = True) -> dict:
        key = (course.pk, nested)
        if key not in self._courses:
            teacher = course.instructor
            counts = {} if nested else {"enrollment_count": course.enrollments.count(), "user_enrolled": self._is_enrolled(course.pk)}
            self._courses[key] = {
                **{name: getattr(course, name) for name in ("id", "title", "slug", "description", "short_description")},
                "instructor": self.user(teacher),
                "instructor_name": teacher.get_full_name() or teacher.username,
                "category": self.category(course.category),
                "category_name": course.category.name,
                "difficulty_level": course.difficulty_level,
                **counts,
                **{name: getattr(course, name) for name in ("is_published", "created_at", "updated_at", "published_at")},
                # Only an administrator's command moves these on the platform.
                "total_lessons": 0, "total_enrollments": 0, "average_rating": "0.00", "total_reviews": 0,
                "thumbnail_url": self._media(course.thumbnail),
                "banner_url": self._media(course.banner),
                "estimated_duration": course.estimated_duration,
                "prerequisites": course.prerequisites,
            }
        return self._courses[key]

    def _is_enrolled(self, course_id: int) -> bool:
        if not self.request.user.is_authenticated:
            return False
        if self._enrolled is None:
            self._enrolled = set(Enrollment.objects.filter(user=self.request.user).values_list("course_id", flat=True))
        return course_id in self._enrolled

    def _next_and_previous(self, lesson: Lesson):
        """Neighbours by order, drafts included: a next_lesson may be one that nobody may read."""
        if lesson.course_id not in self._neighbours:
            rows = list(Lesson.objects.filter(course_id=lesson.course_id).values("id", "title", "slug"))
            self._neighbours[lesson.course_id] = {
                row["id"]: (rows[at + 1] if at + 1 < len(rows) else None, rows[at - 1] if at else None) for at, row in enumerate(rows)
            }
        return self._neighbours[lesson.course_id].get(lesson.pk, (None, None))

    def _my_progress(self, lesson: Lesson):
        from hosted.progress.models import LessonProgress

        if not self.request.user.is_authenticated:
            return None
        if self._progress is None:
            self._progress = {row.lesson_id: row for row in LessonProgress.objects.filter(user=self.request.user)}
        return self._progress.get(lesson.pk)

    def lesson(self, lesson: Lesson, top: bool = True, completions: dict | None = None, nested_course: bool = True) -> dict:
        row = self._my_progress(lesson)
        following, previous = self._next_and_previous(lesson)
        mine = {name: getattr(row, name) for name in ("started", "completed", "time_spent", "bookmarked")} if row else None
        counts = {}
        if top:
            count = completions.get(lesson.pk, 0) if completions is not None else lesson.progress.filter(completed=True).count()
            counts = {"completion_count": count, "user_completed": bool(row and row.completed)}
        return {
            "id": lesson.pk,
            "course": self.course(lesson.course, nested=nested_course),
            "next_lesson": following,
            "previous_lesson": previous,
            "user_progress": mine,
            **counts,
            **{name: getattr(lesson, name) for name in (
                "title", "slug", "description", "content", "structured_content", "video_url", "enable_structured_content",
                "content_format", "lesson_type", "difficulty_level", "order", "estimated_duration", "is_published", "is_free")},
            "ai_generated_summary": "", "ai_suggested_exercises": "",
            "created_at": lesson.created_at,
            "updated_at": lesson.updated_at,
            "required_lessons": [],
        }

    def enrollment(self, row: Enrollment) -> dict:
        return {
            "id": row.pk,
            "user": self.user(row.user),
            "course": self.course(row.course),
            **{name: getattr(row, name) for name in ("enrolled_at", "completed", "completed_at", "progress_percentage", "last_activity", "total_time_spent")},
            "last_accessed_lesson": None,
        }

    def exercise(self, row) -> dict:
        """Only the repaired server gets as far as this (Q10)."""
        return {
            **{name: getattr(row, name) for name in ("id", "title", "slug", "description", "instructions")},
            "lesson": row.lesson_id,
            "course": row.lesson.course_id,
            "exercise_type": {"id": 1, "name": row.exercise_type.title(), "slug": row.exercise_type},
            "programming_language": {"id": 1, "name": "Python", "slug": "python", "icon": ""},
            **{name: getattr(row, name) for name in ("difficulty_level", "starter_code", "solution_code", "points", "time_limit", "order",
                                                     "is_published", "hints", "created_at", "updated_at")},
            "test_cases": [test_case(case) for case in row.test_cases.all()],
        }


def test_case(case) -> dict:
    return {name: getattr(case, name) for name in (
        "id", "name", "input_data", "expected_output", "is_hidden", "is_sample", "weight", "timeout", "order", "created_at")} | {
        "exercise": case.exercise_id}


def submission(row) -> dict:
    return {"id": str(row.pk), "exercise": row.exercise_id} | {name: getattr(row, name) for name in (
        "code", "status", "score", "passed_tests", "total_tests", "attempt_number", "client_id", "submitted_at")}
