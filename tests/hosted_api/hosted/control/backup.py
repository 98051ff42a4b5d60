"""Copies of the whole database in memory, and back, while the server runs."""

import sqlite3
import threading

from django.conf import settings

_lock = threading.Lock()
_kept: dict[str, sqlite3.Connection] = {}


def _live() -> sqlite3.Connection:
    return sqlite3.connect(settings.DATABASES["default"]["NAME"], timeout=20)


def take(name: str) -> None:
    with _lock:
        copy, live = sqlite3.connect(":memory:", check_same_thread=False), _live()
        try:
            live.backup(copy)
        finally:
            live.close()
        _kept[name] = copy


def bring_back(name: str) -> None:
    with _lock:
        if name not in _kept:
            raise ValueError(f"no such snapshot: {name!r}")
        live = _live()
        try:
            _kept[name].backup(live)
        finally:
            live.close()
