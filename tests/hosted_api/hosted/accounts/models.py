from django.contrib.auth.models import AbstractUser
from django.db import models


class User(AbstractUser):
    email = models.EmailField(unique=True, error_messages={"unique": "user with this email already exists."})
    avatar = models.CharField(max_length=200, blank=True)
    is_deleted = models.BooleanField(default=False)


class UserProfile(models.Model):
    user = models.OneToOneField(User, on_delete=models.CASCADE, related_name="profile")
    skill_level = models.CharField(max_length=20, default="beginner")
    total_courses_completed = models.IntegerField(default=0)
    total_exercises_solved = models.IntegerField(default=0)
    total_study_hours = models.IntegerField(default=0)
    current_streak = models.IntegerField(default=0)
    longest_streak = models.IntegerField(default=0)
    followers_count = models.IntegerField(default=0)
    following_count = models.IntegerField(default=0)
    profile_visibility = models.CharField(max_length=20, default="public")
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)


class RefreshGrace(models.Model):
    """The repaired server answers a refresh token once more with the same successor."""

    jti = models.CharField(max_length=64, unique=True)
    access = models.TextField()
    refresh = models.TextField()
    used_at = models.DateTimeField()
