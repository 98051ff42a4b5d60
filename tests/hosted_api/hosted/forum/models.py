from django.conf import settings
from django.db import models

USER = settings.AUTH_USER_MODEL


class Forum(models.Model):
    name = models.CharField(max_length=100)
    slug = models.SlugField()
    description = models.TextField(null=True)
    type = models.IntegerField(default=0)  # 0 forum, 1 category, 2 link
    parent = models.ForeignKey("self", null=True, on_delete=models.CASCADE, related_name="children")
    icon = models.CharField(max_length=10, default="💬")
    color = models.CharField(max_length=20, default="bg-blue-500")


class Topic(models.Model):
    forum = models.ForeignKey(Forum, on_delete=models.CASCADE, related_name="topics")
    subject = models.CharField(max_length=255)
    slug = models.SlugField(max_length=255)
    poster = models.ForeignKey(USER, on_delete=models.CASCADE)
    type = models.IntegerField(default=0)  # 0 post, 1 sticky, 2 announcement
    status = models.IntegerField(default=0)  # 0 open, 1 locked, 2 moved
    approved = models.BooleanField(default=True)
    views_count = models.IntegerField(default=0)
    created = models.DateTimeField()
    updated = models.DateTimeField()
    last_post_on = models.DateTimeField(null=True)
    client_id = models.CharField(max_length=200, null=True)


class Post(models.Model):
    topic = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="posts")
    poster = models.ForeignKey(USER, on_delete=models.CASCADE)
    content = models.TextField()
    approved = models.BooleanField(default=True)
    created = models.DateTimeField(db_index=True)
    updated = models.DateTimeField()
    client_id = models.CharField(max_length=200, null=True)

    class Meta:
        ordering = ["created", "pk"]


class Edit(models.Model):
    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="edits")
    edited_by = models.ForeignKey(USER, null=True, on_delete=models.SET_NULL)
    edited_at = models.DateTimeField()
    edit_reason = models.CharField(max_length=200, blank=True)
    previous_content = models.TextField()


class Subscription(models.Model):
    user = models.ForeignKey(USER, on_delete=models.CASCADE)
    topic = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="subscriptions")

    class Meta:
        unique_together = [("user", "topic")]
