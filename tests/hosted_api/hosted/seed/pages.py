"""The CMS: pages 3 to 46. Courses 5, 20 and 40; the third has a draft lesson and a draft exercise."""

from django.utils import timezone

from hosted.cms.models import BlogCategory, Page, SkillLevel


def page(pk, parent, kind, title, slug=None, live=True, **data) -> Page:
    now = timezone.now()
    return Page.objects.create(pk=pk, parent_id=parent, kind=kind, title=title, slug=slug or title.lower().replace(" ", "-"), live=live,
                               first_published_at=now, last_published_at=now, data=data)


def lesson_content(title: str) -> list:
    """One of each block that the platform's lesson serializer knows."""
    return [
        {"type": "text", "value": f"<p>About <b>{title}</b>. See <a href=\"/learning/\">the index</a>.</p>"},
        {"type": "code_example", "value": {"title": "Example", "language": "python", "code": "x = 1\nprint(x)", "explanation": "<p>x is 1</p>",
                                           "mock_output": "1", "ai_explanation": ""}},
        {"type": "runnable_code_example", "value": {"title": "Try it", "language": "python", "code": "print(2 * 21)", "explanation": "<p>Run it.</p>",
                                                    "mock_output": "42", "ai_explanation": ""}},
        {"type": "callout", "value": {"type": "tip", "title": "Tip", "text": "<p>Read slowly.</p>"}},
        {"type": "interactive_exercise", "value": {"title": "Your turn", "instructions": "<p>Print 3.</p>", "starter_code": "# here\n",
                                                   "solution": "print(3)", "hints": "Use print"}},
        {"type": "video", "value": {"title": "Two minutes", "video_url": "https://video.example.org/v", "description": "<p>A film.</p>"}},
        {"type": "quiz", "value": {"question": "1 + 1?", "options": ["1", "2"], "correct_answer": 1, "explanation": "<p>Two.</p>"}},
        {"type": "fill_blank_code", "value": {"title": "Fill", "language": "python", "template": "age = {{BLANK_1}}", "solutions": {"1": "30"},
                                              "alternative_solutions": {"1": ["31"]}, "ai_hints": {}, "choices": {}, "ai_explanations": {}}},
        {"type": "multiple_choice_code", "value": {"title": "Choose", "language": "python", "template": "print({{CHOICE_1}})", "solutions": {"1": "x"},
                                                   "alternative_solutions": {}, "ai_hints": {}, "choices": {"1": ["x", "y"]}, "ai_explanations": {}}},
    ]


def add_course(pk, title, slug, code, level, featured=True, **more):
    page(pk, 4, "course", title, slug, course_code=code, short_description=f"{title} & more", difficulty_level=level, estimated_duration="4 weeks",
         detailed_description="<p>From zero to <b>functions</b>. See <a linktype=\"page\" id=\"3\">the index</a>.</p>", is_free=True,
         prerequisites="<p>None.</p>", instructor="grace", skill_level=level, featured=featured, categories=["tips"],
         learning_objectives=[{"id": 1, "title": "Use variables", "description": "Store and reuse values", "category": "fundamental"}],
         syllabus=[{"type": "module", "value": {"title": "Getting started", "description": "<p>First steps</p>", "lessons": [
             {"lesson_title": "Variables", "lesson_description": "Names & values", "estimated_time": "30 min"}]}}],
         features=[{"type": "feature", "value": {"icon": "bolt", "title": "Run &amp; check", "description": "Instant feedback for x &lt; y"}}], **more)


def add_lesson(pk, course, title, number, live=True):
    page(pk, course, "lesson", title, live=live, lesson_number=number, estimated_duration="30 min", intro=f"<p>{title}.</p>",
         content=lesson_content(title), objectives=["Know it"], prerequisites="", resources=[
             {"title": "The tutorial", "url": "https://docs.python.org/3/tutorial/", "description": "", "type": "link"}])


_HINTS = [{"type": "conceptual", "level": 1, "title": "Think", "content": "Any whole number works", "triggerTime": 30, "triggerAttempts": 0},
          {"type": "syntax", "level": 2, "title": "Look", "content": "No quotes", "triggerTime": 90, "triggerAttempts": 2}]
QUIZ = {"questions": [{"id": "q1", "question": "1+1?", "options": ["1", "2"], "correct": 1, "explanation": "Two"}]}


def exercises_of_basics():
    page(7, 6, "exercise", "Name a value", exercise_type="fill_blank", description="<p>Give <code>age</code> a number.</p>", sequence_number=1,
         template_code="age = {{BLANK_1}}\nprint(age)", solutions={"1": "30"}, alternative_solutions={"1": ["30", "31"]}, progressive_hints=_HINTS,
         exercise_content=[{"type": "instruction", "value": "<p>Fill the blank.</p>"},
                           {"type": "code_example", "title": "Example", "language": "python", "code": "x = 1", "explanation": "<p>x is 1</p>"},
                           {"type": "hint_block", "hint_type": "syntax", "content": "<p>No quotes</p>"}],
         test_cases=[{"input": "", "expected_output": "30", "description": "prints the value", "is_hidden": False}],
         hints=[{"hint_text": "<p>Digits only</p>", "reveal_after_attempts": 2}])
    page(8, 6, "exercise", "Print a greeting", exercise_type="coding", difficulty="medium", description="<p>Print hello.</p>", sequence_number=2,
         starter_code="# your code\n", solution_code='print("hello")', time_limit=15, max_attempts=5,
         test_cases=[{"input": "", "expected_output": "hello", "description": "prints hello", "is_hidden": True}])
    page(9, 5, "step_exercise", "Build a counter", difficulty="medium", points=100, estimated_time=30, sequence_number=3, require_sequential=True,
         general_hints=[{"hint_text": "<p>Take it slowly</p>", "reveal_after_attempts": 3}], steps=_steps())


def _exercises():
    exercises_of_basics()
    page(23, 21, "exercise", "Choose the loop", exercise_type="multiple_choice", sequence_number=1, description="<p>Choose.</p>",
         template_code="{{CHOICE_1}} n in range(3):\n    print(n)", solutions={"1": "for"}, question_data={"choices": {"1": ["for", "while", "if"]}})
    page(24, 21, "exercise", "What is printed", exercise_type="quiz", sequence_number=2, description="<p>Answer.</p>", question_data=QUIZ)
    page(25, 22, "exercise", "A small game", exercise_type="project", difficulty="hard", points=50, sequence_number=1,
         description="<p>Guess a number. <embed embedtype=\"image\" id=\"1\" format=\"left\" alt=\"dice\"/></p>", starter_code="import random\n")
    page(26, 20, "step_exercise", "Steps in any order", difficulty="easy", points=40, estimated_time=20, sequence_number=5, require_sequential=False,
         general_hints=[], steps=_steps())
    page(43, 41, "exercise", "Split a line", exercise_type="coding", difficulty="medium", sequence_number=1, description="<p>Split at commas.</p>",
         starter_code="def split(line):\n    ...\n", solution_code="def split(line):\n    return line.split(',')\n",
         test_cases=[{"input": "split('a,b')", "expected_output": "['a', 'b']", "description": "two", "is_hidden": False}])
    page(44, 41, "exercise", "Not ready yet", live=False, exercise_type="coding", sequence_number=2)


def _steps() -> list:
    return [
        {"step_number": 1, "title": "Read", "description": "<p>A counter counts.</p>", "exercise_type": "code", "template": "count = 0\n", "points": 5,
         "success_message": "Good", "hint": "", "solutions": {}},
        {"step_number": 2, "title": "Fill", "description": "<p>Start at zero</p>", "exercise_type": "fill_blank", "template": "count = {{BLANK_1}}",
         "points": 10, "success_message": "Yes", "hint": "Zero", "solutions": {"1": "0"}},
        {"step_number": 3, "title": "Quiz", "description": "<p>Check</p>", "exercise_type": "quiz", "template": "", "points": 10,
         "success_message": "Done", "hint": "", "solutions": QUIZ},
    ]


def add_blog():
    page(10, 3, "blog", "Blog")
    page(11, 10, "post", "Reading errors", author="grace", intro="How to read a traceback", date="2025-01-02", categories=["tips"], tags=["python", "errors"],
         body=[{"type": "heading", "value": "Start at the end"}, {"type": "paragraph", "value": "<p>The <b>last</b> line names the error.</p>"},
               {"type": "code", "value": {"title": "", "language": "python", "code": "print(1 < 2)", "explanation": "", "mock_output": "", "ai_explanation": ""}},
               {"type": "quote", "value": {"text": "Errors are hints", "attribution": "Anon"}},
               {"type": "embed", "value": "<iframe src=\"https://video.example.org/e/1\" width=\"560\" height=\"315\"></iframe>"},
               {"type": "callout", "value": {"type": "tip", "title": "Tip", "text": "<p>Read slowly.</p>"}}])


def base() -> None:
    SkillLevel.objects.create(pk=1, name="Beginner", slug="beginner", order=1)
    BlogCategory.objects.create(pk=1, name="Tips", slug="tips")
    page(3, None, "home", "Python Learning Studio", "home", hero_title="Learn Python", hero_subtitle="One step at a time",
         hero_description="<p>Practice <b>every day</b>.</p>", features=[{"title": "Hands on", "description": "Write code & run it", "icon": "code"}],
         stats=[{"number": "42", "label": "Exercises", "description": "and counting"}])
    page(4, 3, "learning", "Learn", "learning", intro="<p>Pick a course.</p>")


def fill() -> None:
    base()
    SkillLevel.objects.create(pk=2, name="Intermediate", slug="intermediate", color="#e67e22", order=2)
    add_course(5, "Python Basics", "python-basics", "PY101", "beginner")
    add_lesson(6, 5, "Variables", 1)
    add_course(20, "Loops and Lists", "loops-and-lists", "PY102", "beginner", price="0.00")
    add_lesson(21, 20, "For loops", 1)
    add_lesson(22, 20, "Lists", 2)
    add_course(40, "Text and Files", "text-and-files", "PY201", "intermediate", featured=False, enrollment_limit=30)
    add_lesson(41, 40, "Strings", 1)
    add_lesson(42, 40, "Files", 2, live=False)
    add_blog()
    _exercises()
