from django.apps import AppConfig


class Config(AppConfig):
    name = "hosted.cms"
    label = "cms"
