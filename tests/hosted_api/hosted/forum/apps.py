from django.apps import AppConfig


class Config(AppConfig):
    name = "hosted.forum"
    label = "forum"
