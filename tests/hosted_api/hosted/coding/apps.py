from django.apps import AppConfig


class Config(AppConfig):
    name = "hosted.coding"
    label = "coding"
