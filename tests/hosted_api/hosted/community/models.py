from django.conf import settings
from django.db import models

USER = settings.AUTH_USER_MODEL


class Notification(models.Model):
    user = models.ForeignKey(USER, on_delete=models.CASCADE)
    notification_type = models.CharField(max_length=30, default="course_update")
    title = models.CharField(max_length=200)
    message = models.TextField(blank=True)
    action_url = models.CharField(max_length=300, blank=True)
    action_text = models.CharField(max_length=100, blank=True)
    is_read = models.BooleanField(default=False)
    is_sent = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)
    read_at = models.DateTimeField(null=True)


class StudyGroup(models.Model):
    creator = models.ForeignKey(USER, on_delete=models.CASCADE)
    course = models.ForeignKey("learning.Course", on_delete=models.CASCADE)
    name = models.CharField(max_length=100)
    description = models.TextField(blank=True)
    max_members = models.IntegerField(default=10)
    is_public = models.BooleanField(default=True)
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)


class PeerReview(models.Model):
    """Stored by a request that is then answered with 500 (Q7)."""

    reviewer = models.ForeignKey(USER, on_delete=models.CASCADE)
    content = models.JSONField()
