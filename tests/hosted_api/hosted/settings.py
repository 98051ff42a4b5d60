"""Django settings. What a run chooses comes from the environment, set by serve.py."""

import os
import pathlib
from datetime import timedelta

DATA = pathlib.Path(os.environ["HOSTED_DATA"])
TLS = os.environ.get("HOSTED_TLS") == "1"

SECRET_KEY = "for tests only: tokens of this server are worth nothing elsewhere"
DEBUG = False
ALLOWED_HOSTS = ["*"]
USE_TZ = True
TIME_ZONE = "UTC"
USE_I18N = False
ROOT_URLCONF = "hosted.urls"
APPEND_SLASH = True
DATA_UPLOAD_MAX_MEMORY_SIZE = 8 * 1024 * 1024
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

OWN_APPS = ["accounts", "learning", "progress", "cms", "coding", "forum", "community"]
INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "rest_framework",
    "rest_framework_simplejwt",
    "rest_framework_simplejwt.token_blacklist",
    *(f"hosted.{name}" for name in OWN_APPS),
]
# Tables are made straight from the models: the database lives as long as a test.
MIGRATION_MODULES = {name: None for name in ["contenttypes", "auth", "sessions", "token_blacklist", *OWN_APPS]}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(DATA / "platform.sqlite3"),
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF;",
        },
    }
}

# ATOMIC_REQUESTS stays off, as on the platform: an answer of 500 does not undo what was stored.

MIDDLEWARE = [
    "hosted.core.middleware.Ledger",
    "hosted.core.middleware.Repairs",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "hosted.core.middleware.ForumSession",
    "django.middleware.common.CommonMiddleware",
]

SESSION_COOKIE_AGE = 86400
SESSION_COOKIE_SECURE = TLS

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["hosted.accounts.backends.NameOrEmail"]
PASSWORD_HASHERS = ["hosted.accounts.backends.QuickHasher"]

SIMPLE_JWT = {
    "ACCESS_TOKEN_LIFETIME": timedelta(seconds=float(os.environ.get("HOSTED_ACCESS_SECONDS", "900"))),
    "REFRESH_TOKEN_LIFETIME": timedelta(seconds=float(os.environ.get("HOSTED_REFRESH_SECONDS", "604800"))),
    "ROTATE_REFRESH_TOKENS": True,
    "BLACKLIST_AFTER_ROTATION": True,
    "UPDATE_LAST_LOGIN": False,
}

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["hosted.accounts.authentication.CookieOrBearer"],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_CONTENT_NEGOTIATION_CLASS": "hosted.core.web.AlwaysJson",
    "UNAUTHENTICATED_USER": "django.contrib.auth.models.AnonymousUser",
}

# Broken endpoints are what this server is for; their tracebacks would fill the log of a test.
LOGGING = {"version": 1, "disable_existing_loggers": True, "root": {"handlers": []}}
if os.environ.get("HOSTED_VERBOSE") == "1":
    LOGGING = {"version": 1, "handlers": {"console": {"class": "logging.StreamHandler"}}, "root": {"handlers": ["console"]}}
