"""The CMS: pages in a tree, one id space for all kinds, and enrolment rows. What a kind holds is JSON, as its editors see it."""

from django.conf import settings
from django.db import models


class Page(models.Model):
    KINDS = ["home", "learning", "course", "lesson", "exercise", "step_exercise", "blog", "post"]

    parent = models.ForeignKey("self", null=True, on_delete=models.CASCADE, related_name="children")
    kind = models.CharField(max_length=20)
    title = models.CharField(max_length=200)
    slug = models.SlugField(db_index=True)
    live = models.BooleanField(default=True)
    first_published_at = models.DateTimeField(null=True)
    last_published_at = models.DateTimeField(null=True)
    data = models.JSONField(default=dict)

    class Meta:
        ordering = ["pk"]


class CmsEnrollment(models.Model):
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    course = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="cms_enrollments")
    enrolled_at = models.DateTimeField()
    last_activity = models.DateTimeField()

    class Meta:
        unique_together = [("user", "course")]


class SkillLevel(models.Model):
    name = models.CharField(max_length=50)
    slug = models.SlugField(unique=True)
    description = models.TextField(blank=True)
    color = models.CharField(max_length=7, default="#3498db")
    order = models.IntegerField(default=1)


class BlogCategory(models.Model):
    name = models.CharField(max_length=50)
    slug = models.SlugField(unique=True)
    description = models.TextField(blank=True)
    color = models.CharField(max_length=7, default="#2ecc71")
