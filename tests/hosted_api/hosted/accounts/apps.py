from django.apps import AppConfig


class Config(AppConfig):
    name = "hosted.accounts"
    label = "accounts"
