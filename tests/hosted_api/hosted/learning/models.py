"""The legacy catalogue: plain tables, ids of their own."""

import uuid

from django.conf import settings
from django.db import models

USER = settings.AUTH_USER_MODEL


class Stamped(models.Model):
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        abstract = True


class Category(Stamped):
    name = models.CharField(max_length=100)
    slug = models.SlugField(unique=True)
    description = models.TextField(blank=True)
    icon = models.CharField(max_length=50, blank=True)
    color = models.CharField(max_length=7, default="#3498db")
    order = models.IntegerField(default=0)
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="children")


class Course(Stamped):
    title = models.CharField(max_length=200)
    slug = models.SlugField(unique=True)
    description = models.TextField(blank=True)
    short_description = models.CharField(max_length=300, blank=True)
    instructor = models.ForeignKey(USER, on_delete=models.CASCADE)
    category = models.ForeignKey(Category, on_delete=models.CASCADE, related_name="courses")
    difficulty_level = models.CharField(max_length=20, default="beginner")
    is_published = models.BooleanField(default=True)
    published_at = models.DateTimeField(null=True)
    estimated_duration = models.IntegerField(default=5)
    prerequisites = models.TextField(blank=True)
    thumbnail = models.CharField(max_length=200, blank=True)
    banner = models.CharField(max_length=200, blank=True)


class Lesson(Stamped):
    course = models.ForeignKey(Course, on_delete=models.CASCADE, related_name="lessons")
    title = models.CharField(max_length=200)
    slug = models.SlugField()
    description = models.TextField(blank=True)
    content = models.TextField(blank=True)
    structured_content = models.JSONField(default=list)
    video_url = models.CharField(max_length=300, blank=True)
    enable_structured_content = models.BooleanField(default=False)
    content_format = models.CharField(max_length=20, default="markdown")
    lesson_type = models.CharField(max_length=20, default="theory")
    difficulty_level = models.CharField(max_length=20, default="beginner")
    order = models.IntegerField(default=1)
    estimated_duration = models.IntegerField(default=10)
    is_published = models.BooleanField(default=True)
    is_free = models.BooleanField(default=True)

    class Meta:
        ordering = ["course_id", "order", "pk"]


class Exercise(Stamped):
    lesson = models.ForeignKey(Lesson, on_delete=models.CASCADE, related_name="exercises")
    title = models.CharField(max_length=200)
    slug = models.SlugField()
    description = models.TextField(blank=True)
    instructions = models.TextField(blank=True)
    exercise_type = models.CharField(max_length=30, default="function")
    difficulty_level = models.CharField(max_length=20, default="beginner")
    starter_code = models.TextField(blank=True)
    solution_code = models.TextField(blank=True)
    points = models.IntegerField(default=10)
    time_limit = models.IntegerField(default=5)
    order = models.IntegerField(default=1)
    is_published = models.BooleanField(default=True)
    hints = models.JSONField(default=list)


class TestCase(models.Model):
    exercise = models.ForeignKey(Exercise, on_delete=models.CASCADE, related_name="test_cases")
    name = models.CharField(max_length=100)
    input_data = models.TextField(blank=True)
    expected_output = models.TextField(blank=True)
    is_hidden = models.BooleanField(default=False)
    is_sample = models.BooleanField(default=True)
    weight = models.IntegerField(default=1)
    timeout = models.IntegerField(default=5)
    order = models.IntegerField(default=1)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["order", "pk"]


class Enrollment(models.Model):
    user = models.ForeignKey(USER, on_delete=models.CASCADE)
    course = models.ForeignKey(Course, on_delete=models.CASCADE, related_name="enrollments")
    enrolled_at = models.DateTimeField()
    completed = models.BooleanField(default=False)
    completed_at = models.DateTimeField(null=True)
    progress_percentage = models.IntegerField(default=0)
    last_activity = models.DateTimeField()
    total_time_spent = models.IntegerField(default=0)

    class Meta:
        unique_together = [("user", "course")]


class Submission(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    user = models.ForeignKey(USER, on_delete=models.CASCADE)
    exercise = models.ForeignKey(Exercise, on_delete=models.CASCADE)
    code = models.TextField()
    status = models.CharField(max_length=20)
    score = models.IntegerField(default=0)
    passed_tests = models.IntegerField(default=0)
    total_tests = models.IntegerField(default=0)
    attempt_number = models.IntegerField()
    client_id = models.CharField(max_length=200, null=True)
    submitted_at = models.DateTimeField()

    class Meta:
        unique_together = [("user", "exercise", "attempt_number")]


class Review(Stamped):
    user = models.ForeignKey(USER, on_delete=models.CASCADE)
    course = models.ForeignKey(Course, on_delete=models.CASCADE, related_name="reviews")
    rating = models.IntegerField()
    title = models.CharField(max_length=200, blank=True)
    content = models.TextField(blank=True)

    class Meta:
        unique_together = [("user", "course")]
