from django.apps import AppConfig


class Config(AppConfig):
    name = "hosted.learning"
    label = "learning"
