"""The forum: one category, three forums, twelve topics, sixty posts."""

from datetime import timedelta

from django.utils import timezone
from django.utils.text import slugify

from hosted.accounts.models import User
from hosted.forum.models import Forum, Post, Topic

_FORUMS = [(2, "Help", "Ask here"), (3, "Show and Tell", "What you made"), (4, "Off Topic", "Everything else")]
_SUBJECTS = [
    (2, "How do loops end?"), (2, "Why is my list empty?"), (2, "IndentationError everywhere"), (2, "What is a tuple for?"), (2, "Dictionaries or lists?"),
    (2, "Reading a file twice"), (3, "My first turtle drawing"), (3, "A quiz about capitals"), (3, "Guess the number, with hints"),
    (4, "Which editor do you use?"), (4, "Hello from Ben"), (4, "House rules"),
]
_REPLIES = [
    "Change the *condition*, or use `break`.", "I had the same.\n\n```python\nwhile n > 0:\n    n -= 1\n```", "> a quotation\n\nThat helped, thank you!",
    "Have a look at [the tutorial](https://docs.python.org/3/tutorial/).", "1. Read the last line\n2. Then the line number",
]


def fill() -> None:
    people = list(User.objects.filter(username__in=["ada", "ben", "cleo"]).order_by("pk"))
    teacher = User.objects.get(username="grace")
    community = Forum.objects.create(pk=1, name="Community", slug="community", type=1)
    for pk, name, description in _FORUMS:
        Forum.objects.create(pk=pk, name=name, slug=slugify(name), description=description, parent=community)
    began = timezone.now() - timedelta(days=5)
    number = 0
    for index, (forum, subject) in enumerate(_SUBJECTS):
        poster = teacher if subject == "House rules" else people[index % 3]
        when = began + timedelta(hours=7 * index)
        topic = Topic.objects.create(pk=index + 1, forum_id=forum, subject=subject, slug=slugify(subject), poster=poster, created=when, updated=when,
                                     type=1 if subject == "House rules" else 0, status=1 if subject == "House rules" else 0)
        for turn in range(5):
            number += 1
            moment = when + timedelta(minutes=11 * turn)
            author = poster if turn == 0 else [*people, teacher][(index + turn) % 4]
            text = f"{subject} I wonder **{subject.lower()}**" if turn == 0 else _REPLIES[(index + turn) % len(_REPLIES)]
            Post.objects.create(pk=number, topic=topic, poster=author, content=text, created=moment, updated=moment)
        Topic.objects.filter(pk=topic.pk).update(last_post_on=moment, updated=moment)
