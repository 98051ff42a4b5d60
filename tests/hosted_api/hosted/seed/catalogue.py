"""The legacy courses. Ids are fixed; course 5 shares its number with a CMS course and is another one."""

from django.utils import timezone

from hosted.accounts.models import User
from hosted.learning.models import Category, Course, Exercise, Lesson, TestCase
from hosted.seed import pictures

_COURSES = [
    (4, "First Programs", "first-programs", "beginner", ["Printing", "Variables", "Input and Types", "Decisions", "Loops", "Putting It Together"]),
    (5, "Lists and Dictionaries", "lists-and-dictionaries", "beginner", ["Lists", "Slices", "Dictionaries", "Sets", "Comprehensions", "A Phone Book"]),
    (6, "Functions in Depth", "functions-in-depth", "intermediate", ["Parameters", "Return Values", "Scope", "Recursion", "Generators", "Decorators"]),
    (7, "Errors and Files", "errors-and-files", "advanced", ["Reading Errors", "Exceptions", "Clean Up", "Text Files", "CSV", "Logging"]),
]

_EXERCISES = [
    (1, 1, "Add two numbers", "add", "def add(a, b):\n    ...\n", "def add(a, b):\n    return a + b\n",
     [("small", "add(1, 2)", "3"), ("zero", "add(0, 0)", "0"), ("negative", "add(-4, 1)", "-3")]),
    (2, 2, "Greet", "greet", "def greet(name):\n    ...\n", "def greet(name):\n    return 'Hello ' + name\n",
     [("Ada", "greet('Ada')", "Hello Ada"), ("nobody", "greet('')", "Hello ")]),
    (3, 4, "The larger one", "larger", "def larger(a, b):\n    ...\n", "def larger(a, b):\n    return a if a > b else b\n",
     [("first", "larger(5, 2)", "5"), ("second", "larger(2, 5)", "5"), ("same", "larger(3, 3)", "3")]),
    (4, 5, "Sum up to n", "sum_to", "def sum_to(n):\n    ...\n", "def sum_to(n):\n    return n * (n + 1) // 2\n",
     [("ten", "sum_to(10)", "55"), ("none", "sum_to(0)", "0")]),
    (5, 7, "Last of a list", "last", "def last(items):\n    ...\n", "def last(items):\n    return items[-1]\n",
     [("numbers", "last([1, 2, 3])", "3"), ("one", "last(['x'])", "x")]),
    (6, 9, "Count words", "count_words", "def count_words(text):\n    ...\n",
     "def count_words(text):\n    counts = {}\n    for word in text.split():\n        counts[word] = counts.get(word, 0) + 1\n    return counts\n",
     [("two", "count_words('a b a')", "{'a': 2, 'b': 1}"), ("none", "count_words('')", "{}")]),
    (7, 16, "Factorial", "factorial", "def factorial(n):\n    ...\n", "def factorial(n):\n    return 1 if n < 2 else n * factorial(n - 1)\n",
     [("five", "factorial(5)", "120"), ("zero", "factorial(0)", "1")]),
    (8, 20, "Safe division", "divide", "def divide(a, b):\n    ...\n", "def divide(a, b):\n    return None if b == 0 else a / b\n",
     [("fine", "divide(6, 3)", "2.0"), ("by zero", "divide(1, 0)", "None")]),
]


def every_block() -> list:
    """One of each kind that the platform's lessons are made of."""
    return [
        {"id": 0, "type": "heading", "level": 2, "content": "What a loop does"},
        {"id": 1, "type": "text", "format": "markdown", "content": "A loop does things **again**. See [the list](https://docs.python.org/3/)."},
        {"id": 2, "type": "text", "format": "plain", "content": "No *marks* here: 1 < 2 & 3.", "highlight": True},
        {"id": 3, "type": "code_example", "language": "python", "title": "Counting", "show_line_numbers": True,
         "content": "for number in range(3):\n    print(number)\n"},
        {"id": 4, "type": "interactive_code", "language": "python", "exercise_type": "fill_blank",
         "content": "for number in range({{BLANK_1}}):\n    print(number)\n", "expected_output": "0\n1\n",
         "blanks": [{"id": "BLANK_1", "placeholder": "how often", "type": "text"}],
         "instructions": {"title": "Your turn", "content": "Count to one."}},
        {"id": 5, "type": "note", "title": "Note", "content": "Indentation <b>matters</b>."},
        {"id": 6, "type": "warning", "title": "Careful", "content": "A loop may never end."},
        {"id": 7, "type": "tip", "title": "Tip", "content": "Press <kbd>Ctrl</kbd>+<kbd>C</kbd>."},
        {"id": 8, "type": "alert", "alert_type": "danger", "title": "Stop", "content": "Don't change a list while looping over it."},
        {"id": 9, "type": "alert", "alert_type": "success", "title": "Well done", "content": "You know <code>for</code>."},
        {"id": 10, "type": "quiz_question", "content": "How often does range(3) loop?", "options": ["2", "3", "4"], "correct_answer": 1,
         "explanation": "0, 1 and 2: three times."},
        {"id": 11, "type": "image", "src": "/media/lessons/loop.png", "alt": "A loop", "caption": "Round and round", "width": 200},
        {"id": 12, "type": "video", "url": "https://video.example.org/loops", "title": "Loops in two minutes"},
        {"id": 13, "type": "list", "list_type": "ordered", "title": "Steps", "items": ["Start", "Do", "Again"]},
        {"id": 14, "type": "list", "list_type": "unordered", "title": "", "items": ["for", "while"]},
        {"id": 15, "type": "table", "title": "Loops", "headers": ["word", "loops over"], "rows": [["for", "items"], ["while", "a condition"]]},
    ]


def _markdown(title: str) -> str:
    return (f"# {title}\n\nSome *markdown* about **{title.lower()}**.\n\n```python\nprint({title!r})\n```\n\n"
            "![a turtle](/media/lessons/turtle.png)\n\n- one\n- two\n")


def fill() -> None:
    pictures.write()
    teacher = User.objects.get(username="grace")
    python = Category.objects.create(pk=1, name="Python", slug="python", description="The language", icon="code", order=0)
    more = Category.objects.create(pk=2, name="Going on", slug="going-on", order=1, parent=python)
    number = 0
    for pk, title, slug, level, lessons in _COURSES:
        course = Course.objects.create(
            pk=pk, title=title, slug=slug, description=f"A course about {title.lower()}.", short_description=f"{title}, step by step",
            instructor=teacher, category=python if level == "beginner" else more, difficulty_level=level, published_at=timezone.now(),
            banner="lessons/banner.png" if pk == 4 else "")
        for order, name in enumerate(lessons, 1):
            number += 1
            blocks = every_block() if order in (2, 5) else []
            Lesson.objects.create(
                pk=number, course=course, title=name, slug=name.lower().replace(" ", "-"), description=f"About {name.lower()}",
                content=_markdown(name), structured_content=blocks, enable_structured_content=bool(blocks),
                content_format="structured" if blocks else "markdown", order=order, is_published=order != 6,
                lesson_type="practical" if order == 4 else "theory")
    for pk, lesson, title, slug, starter, solution, cases in _EXERCISES:
        exercise = Exercise.objects.create(
            pk=pk, lesson_id=lesson, title=title, slug=slug.replace("_", "-"), description=f"{title}.", starter_code=starter, solution_code=solution,
            instructions=f"Write the function `{slug}`.", hints=[{"id": pk, "content": "What does return do?", "order": 1}])
        for order, (name, given, expected) in enumerate(cases, 1):
            last = order == len(cases)
            TestCase.objects.create(exercise=exercise, name=name, input_data=given, expected_output=expected, order=order, is_hidden=last, is_sample=not last)
