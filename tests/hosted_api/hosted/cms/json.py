"""CMS pages as the API shows them. Section 4.1 of the contract."""

from hosted.accounts.models import User
from hosted.cms.models import BlogCategory, CmsEnrollment, Page, SkillLevel
from hosted.core import profile, web


def url_of(page: Page | None) -> str | None:
    parts = []
    while page is not None and page.kind != "home":
        parts.insert(0, page.slug)
        page = page.parent
    return "/" + "".join(f"{part}/" for part in parts)


def page_ref(page: Page | None):
    if page is None or page.kind == "home":
        return None
    return {"id": page.pk, "title": page.title, "slug": page.slug, "url": url_of(page)}


class Lookup:
    """Skill levels, categories and teachers, asked for once in a request."""

    def __init__(self):
        self.levels = {row.slug: row for row in SkillLevel.objects.all()}
        self.categories = {row.slug: row for row in BlogCategory.objects.all()}
        self.users = {}

    def user(self, name):
        if name not in self.users:
            self.users[name] = User.objects.filter(username=name).first()
        return self.users[name]


def _level(page, lookup):
    row = lookup.levels.get(page.data.get("skill_level"))
    return {"name": row.name, "slug": row.slug, "color": row.color} if row else None


def _categories(page, lookup, with_id=False):
    rows = [lookup.categories[slug] for slug in page.data.get("categories", []) if slug in lookup.categories]
    return [({"id": row.pk} if with_id else {}) | {"name": row.name, "slug": row.slug, "color": row.color} for row in rows]


def _published(page: Page) -> dict:
    return {"last_published_at": page.last_published_at} if profile.repaired() else {}


def _course_head(page, lookup, names) -> dict:
    return {"id": page.pk, "title": page.title, "slug": page.slug, "url": url_of(page)} | {
        name: page.data.get(name, "") for name in names}


def _prices(page) -> dict:
    price = page.data.get("price")
    return {"is_free": page.data.get("is_free", True), "price": price if price and float(price) else None}


def course_summary(page, lookup, listed: bool) -> dict:
    teacher = lookup.user(page.data.get("instructor"))
    in_list = {}
    if listed:
        count = page.children.filter(live=True).count()
        # The subquery for the count gives 1 or nothing in the deployed server (Q4).
        in_list = {"lesson_count": page.children.filter(live=True, kind="lesson").count() if profile.repaired() else (1 if count else None),
                   "featured": page.data.get("featured", False)}
    return {
        **_course_head(page, lookup, ["course_code", "short_description", "difficulty_level", "estimated_duration"]),
        **_prices(page), **in_list,
        "skill_level": _level(page, lookup),
        "instructor": {"name": teacher.get_full_name() or teacher.username, "email": teacher.email} if teacher else None,
        "course_image": None,
        "categories": _categories(page, lookup),
        **_published(page),
    }


def enrollment_json(row: CmsEnrollment | None, plain: bool = False):
    if row is None:
        return None
    spell = (lambda moment: moment) if plain else web.iso
    return ({} if plain else {"enrolled": True}) | {
        "enrolled_at": spell(row.enrolled_at), "progress_percentage": 0, "completed": False, "completed_at": None,
        "last_activity": spell(row.last_activity), "total_time_spent": 0}


def course_detail(page, lookup, enrollment) -> dict:
    teacher = lookup.user(page.data.get("instructor"))
    lessons = {}
    if profile.repaired():
        lessons = {"lessons": [page_ref(row) | {"lesson_number": row.data.get("lesson_number", 0), "last_published_at": row.last_published_at}
                               for row in sorted(page.children.filter(live=True, kind="lesson"), key=lambda row: row.data.get("lesson_number", 0))]}
    return {
        **_course_head(page, lookup, ["course_code", "short_description", "detailed_description", "difficulty_level", "estimated_duration"]),
        **_prices(page),
        "enrollment_limit": page.data.get("enrollment_limit"),
        "featured": page.data.get("featured", False),
        "prerequisites": page.data.get("prerequisites", ""),
        "instructor": {"id": teacher.pk, "name": teacher.get_full_name() or teacher.username, "email": teacher.email} if teacher else None,
        "skill_level": _level(page, lookup),
        "learning_objectives": page.data.get("learning_objectives", []),
        "syllabus": page.data.get("syllabus", []),
        "features": page.data.get("features", []),
        "course_image": None,
        "enrollment_status": enrollment_json(enrollment),
        **lessons, **_published(page),
    }


def course_exercise(page) -> dict:
    parent = page.parent
    stepped = page.kind == "step_exercise"
    under_lesson = parent.kind == "lesson"
    data = page.data
    return {
        "id": page.pk, "title": page.title, "slug": page.slug, "url": url_of(page), "type": "step_based" if stepped else "exercise",
        "sequence_number": data.get("sequence_number", 1), "difficulty": data.get("difficulty", "easy"), "points": data.get("points", 10),
        "estimated_time": data.get("estimated_time") if stepped else None,
        "parent_type": "lesson" if under_lesson else "course", "parent_title": parent.title,
        **({"lesson_number": parent.data.get("lesson_number", 1)} if under_lesson else {}),
        **({"step_count": len(data.get("steps", [])), "require_sequential": data.get("require_sequential", True)} if stepped else {}),
        **_published(page),
    }


def exercise_item(page) -> dict:
    data = page.data
    head = {"id": page.pk, "title": page.title, "slug": page.slug, "url": url_of(page)}
    tail = {"lesson_title": None, "course_title": None} | _published(page)
    if page.kind == "step_exercise":
        return head | {
            "type": "step_based", "exercise_type": "step_based", "difficulty": data.get("difficulty", "easy"), "points": data.get("points", 10),
            "estimated_time": data.get("estimated_time", 10), "require_sequential": data.get("require_sequential", True),
            "step_count": len(data.get("steps", []))} | tail
    return head | {
        "type": "exercise", "exercise_type": data.get("exercise_type", "coding"), "difficulty": data.get("difficulty", "easy"),
        "points": data.get("points", 10), "programming_language": data.get("programming_language", "python"),
        "layout_type": data.get("layout_type", "standard"), "description": data.get("description", ""),
        "time_limit": data.get("time_limit"), "max_attempts": data.get("max_attempts"),
        "has_template": bool(data.get("template_code")), "has_hints": bool(data.get("hints") or data.get("progressive_hints"))} | tail


def _parents(page) -> dict:
    """Parent and grandparent, whatever they are: directly under a course, "lesson" is the course (a trap of the deployed server)."""
    parent = page.parent
    grandparent = parent.parent if parent else None
    if profile.repaired() and parent is not None and parent.kind == "course":
        return {"lesson": None, "course": page_ref(parent)}
    return {"lesson": page_ref(parent), "course": page_ref(grandparent)}


def exercise_detail(page) -> dict:
    data = page.data
    language = data.get("programming_language", "python")
    template, others, hints = data.get("template_code", ""), data.get("alternative_solutions", {}), data.get("progressive_hints", [])
    return {
        "id": page.pk, "title": page.title, "slug": page.slug, "url": url_of(page),
        "exercise_type": data.get("exercise_type", "coding"), "difficulty": data.get("difficulty", "easy"), "points": data.get("points", 10),
        "programming_language": language, "layout_type": data.get("layout_type", "standard"), "show_sidebar": data.get("show_sidebar", True),
        "code_editor_height": data.get("code_editor_height", "400px"), "description": data.get("description", ""),
        "starter_code": data.get("starter_code", ""), "solution_code": data.get("solution_code", ""),
        "template_code": template, "template": template, "solutions": data.get("solutions", {}),
        "alternative_solutions": others, "alternativeSolutions": others, "progressive_hints": hints, "progressiveHints": hints,
        "question_data": data.get("question_data"), "exercise_content": data.get("exercise_content", []),
        "test_cases": data.get("test_cases", []), "hints": data.get("hints", []),
        "time_limit": data.get("time_limit"), "max_attempts": data.get("max_attempts"), "language": language,
        **_parents(page), **_published(page),
    }


def step_exercise_detail(page) -> dict:
    data = page.data
    return {
        "id": page.pk, "title": page.title, "slug": page.slug, "url": url_of(page), "type": "step_based",
        "require_sequential": data.get("require_sequential", True), "total_points": data.get("points", 10),
        "difficulty": data.get("difficulty", "easy"), "estimated_time": data.get("estimated_time", 10), "steps": data.get("steps", []),
        "step_count": len(data.get("steps", [])), "general_hints": data.get("general_hints", []), **_parents(page), **_published(page),
    }


def lesson_detail(page) -> dict:
    """What the server's earlier lesson view answered; only the repaired one gets here (Q2)."""
    data = page.data
    siblings = sorted(page.parent.children.filter(live=True, kind="lesson"), key=lambda row: (row.data.get("lesson_number", 0), row.pk))
    at = next((index for index, row in enumerate(siblings) if row.pk == page.pk), 0)

    def beside(index):
        if not 0 <= index < len(siblings):
            return None
        return {"title": siblings[index].title, "slug": siblings[index].slug, "url": url_of(siblings[index])}

    exercises = sorted(page.children.filter(live=True), key=lambda row: row.data.get("sequence_number", 1))
    return {
        "id": page.pk, "title": page.title, "slug": page.slug, "lesson_number": data.get("lesson_number", 1),
        "estimated_duration": data.get("estimated_duration", ""), "intro": data.get("intro", ""), "content": data.get("content", []),
        "objectives": data.get("objectives", []), "prerequisites": data.get("prerequisites", ""), "resources": data.get("resources", []),
        "course": page_ref(page.parent),
        "navigation": {"previous": beside(at - 1), "next": beside(at + 1)},
        "exercises": [page_ref(row) | {"exercise_type": "step_based" if row.kind == "step_exercise" else row.data.get("exercise_type", "coding"),
                                       "difficulty": row.data.get("difficulty", "easy"), "points": row.data.get("points", 10)} for row in exercises],
        "meta": {"search_description": "", "first_published_at": page.first_published_at, "last_published_at": page.last_published_at},
    }


def post_item(page, lookup) -> dict:
    author = lookup.user(page.data.get("author"))
    return {
        "id": page.pk, "title": page.title, "slug": page.slug, "intro": page.data.get("intro", ""), "url": url_of(page),
        "author": {"username": author.username, "display_name": author.get_full_name() or author.username} if author else None,
        "date": page.data.get("date"), "reading_time": page.data.get("reading_time", 1), "ai_generated": False, "ai_summary": "",
        "categories": _categories(page, lookup, with_id=True), "tags": page.data.get("tags", []), "featured_image": None,
    }


def body_preview(page) -> list:
    """The first two blocks, cut to 200 characters: the cut may fall inside a tag."""
    return [{"type": block["type"], "value": block["value"][:200] if isinstance(block["value"], str) else block["value"]}
            for block in page.data.get("body", [])[:2]]
