from django.conf import settings
from django.db import models

from hosted.learning.models import Lesson

USER = settings.AUTH_USER_MODEL


class LessonProgress(models.Model):
    user = models.ForeignKey(USER, on_delete=models.CASCADE)
    lesson = models.ForeignKey(Lesson, on_delete=models.CASCADE, related_name="progress")
    started = models.BooleanField(default=False)
    completed = models.BooleanField(default=False)
    started_at = models.DateTimeField(null=True)
    completed_at = models.DateTimeField(null=True)
    last_accessed = models.DateTimeField()
    time_spent = models.IntegerField(default=0)
    content_position = models.IntegerField(default=0)
    notes = models.TextField(blank=True)
    bookmarked = models.BooleanField(default=False)

    class Meta:
        unique_together = [("user", "lesson")]


class StoredAnswer(models.Model):
    """What a key of the repaired server was answered with."""

    user = models.ForeignKey(USER, on_delete=models.CASCADE)
    key = models.CharField(max_length=200)
    digest = models.CharField(max_length=64)
    status = models.IntegerField()
    body = models.JSONField(null=True)
    headers = models.JSONField(default=dict)

    class Meta:
        unique_together = [("user", "key")]


class ExerciseAnswer(models.Model):
    """Where the repaired server keeps what a learner did in an exercise, of either catalogue."""

    user = models.ForeignKey(USER, on_delete=models.CASCADE)
    catalogue = models.CharField(max_length=10)
    exercise_id = models.BigIntegerField()
    code = models.TextField(blank=True)
    answers = models.JSONField(default=dict)
    step = models.IntegerField(null=True)
    completed = models.BooleanField(default=False)
    completed_at = models.DateTimeField(null=True)
    score = models.IntegerField(null=True)
    updated_at = models.DateTimeField()
    version = models.IntegerField(default=1)
    client_id = models.CharField(max_length=200, null=True)

    class Meta:
        unique_together = [("user", "catalogue", "exercise_id")]
