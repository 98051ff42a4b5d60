"""Users as the API shows them."""


def user_json(user, request) -> dict:
    """The user that is nested everywhere."""
    return {
        "id": user.pk,
        "username": user.username,
        "email": user.email,
        "first_name": user.first_name,
        "last_name": user.last_name,
        "avatar_url": request.build_absolute_uri(f"/media/{user.avatar}") if user.avatar else None,
        "date_joined": user.date_joined,
        "is_active": user.is_active,
    }


def login_user(user) -> dict:
    return {"id": user.pk, "username": user.username, "email": user.email, "first_name": user.first_name, "last_name": user.last_name}


PROFILE_FIELDS = ["skill_level", "total_courses_completed", "total_exercises_solved", "total_study_hours", "current_streak",
                  "longest_streak", "followers_count", "following_count", "profile_visibility"]


def profile_json(profile, request) -> dict:
    return {
        "id": profile.pk,
        "user": user_json(profile.user, request),
        **{name: getattr(profile, name) for name in PROFILE_FIELDS},
        "created_at": profile.created_at,
        "updated_at": profile.updated_at,
        "programming_languages": [],
    }
