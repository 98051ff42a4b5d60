from hosted.accounts.models import User, UserProfile


def person(username: str, first: str, last: str, **more) -> User:
    user = User.objects.create_user(username, f"{username}@example.org", f"{username.capitalize()}!Example1", first_name=first, last_name=last, **more)
    UserProfile.objects.create(user=user, pk=user.pk)
    return user


def fill() -> None:
    person("grace", "Grace", "Teacher", is_staff=True)
    person("ada", "Ada", "Learner")
    person("ben", "Ben", "Learner")
    person("cleo", "Cleo", "Learner")
