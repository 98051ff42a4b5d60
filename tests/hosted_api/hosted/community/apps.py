from django.apps import AppConfig


class Config(AppConfig):
    name = "hosted.community"
    label = "community"
