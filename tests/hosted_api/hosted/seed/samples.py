"""The rows behind the recorded answers in tests/data/platform, with their ids."""

from django.utils import timezone

from hosted.accounts.models import User, UserProfile
from hosted.community.models import Notification, StudyGroup
from hosted.forum.models import Forum
from hosted.learning.models import Category, Course, Exercise, Lesson, TestCase
from hosted.seed import pages, people


def fill() -> None:
    grace = people.person("grace", "Grace", "Teacher", is_staff=True, is_superuser=True)
    ada = people.person("ada", "Ada", "Learner")
    people.person("ben", "", "")
    python = Category.objects.create(pk=1, name="Python", slug="python")
    course = Course.objects.create(pk=1, title="First Programs", slug="first-programs", description="Write your first programs.",
                                   short_description="Start here", instructor=grace, category=python, published_at=timezone.now())
    blocks = [{"id": 0, "type": "heading", "level": 2, "content": "Printing"},
              {"id": 1, "type": "text", "format": "markdown", "content": "Use **print** to show text."},
              {"id": 2, "type": "code_example", "content": 'print("hi")', "language": "python"},
              {"id": 3, "type": "quiz_question", "content": "What shows text?", "options": ["print", "input"], "explanation": "print writes",
               "correct_answer": 0}]
    for order, title in enumerate(["Printing", "Variables", "Loops"], 1):
        Lesson.objects.create(pk=order, course=course, title=title, slug=title.lower(), description=f"About {title.lower()}", order=order,
                              content=f"# {title}\n\nSome *markdown*.", structured_content=blocks if order == 1 else [],
                              enable_structured_content=order == 1, content_format="structured" if order == 1 else "markdown")
    exercise = Exercise.objects.create(pk=1, lesson_id=1, title="Add", slug="add", starter_code="def add(a, b):\n    ...\n",
                                       solution_code="def add(a, b):\n    return a + b\n")
    TestCase.objects.create(pk=1, exercise=exercise, name="small", input_data="add(1, 2)", expected_output="3", order=1)
    TestCase.objects.create(pk=2, exercise=exercise, name="zero", input_data="add(0, 0)", expected_output="0", order=2, is_hidden=True, is_sample=False)
    Notification.objects.create(pk=1, user=ada, title="New lesson", message="Loops is out")
    StudyGroup.objects.create(pk=1, creator=grace, course=course, name="Evening group", description="We meet at six")
    pages.base()
    pages.add_course(5, "Python Basics", "python-basics", "PY101", "beginner")
    pages.Page.objects.filter(pk=5).update(data=pages.Page.objects.get(pk=5).data | {"short_description": "Variables, loops & functions"})
    pages.add_lesson(6, 5, "Variables", 1)
    pages.add_blog()
    _exercises()
    community = Forum.objects.create(pk=1, name="Community", slug="community", type=1)
    Forum.objects.create(pk=2, name="Help", slug="help", description="Ask here", parent=community)
    # Whoever registers next is number 4.
    assert UserProfile.objects.count() == User.objects.count() == 3


def _exercises() -> None:
    pages.exercises_of_basics()
    first = pages.Page.objects.get(pk=7)
    first.data["progressive_hints"] = first.data["progressive_hints"][:1]
    first.save()
    second = pages.Page.objects.get(pk=8)
    second.data |= {"time_limit": None, "max_attempts": None}
    second.save()
    third = pages.Page.objects.get(pk=9)
    third.data["steps"][0]["template"] = ""
    third.save()
