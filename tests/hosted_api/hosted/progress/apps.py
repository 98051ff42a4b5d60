from django.apps import AppConfig


class Config(AppConfig):
    name = "hosted.progress"
    label = "progress"
