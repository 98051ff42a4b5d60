"""Makes the tables and the rows of a fresh database."""

from django.core.management import call_command
from django.db import connection


def create_tables() -> None:
    call_command("migrate", run_syncdb=True, verbosity=0)


def has_tables() -> bool:
    return "accounts_user" in connection.introspection.table_names()


def fill(kind: str, scale: dict[str, int]) -> None:
    from hosted.seed import catalogue, pages, people, samples, scaled, talk

    if kind == "samples":
        samples.fill()
    elif kind == "default":
        people.fill()
        catalogue.fill()
        pages.fill()
        talk.fill()
    elif kind != "empty":
        raise ValueError(f"no such seed data: {kind!r}")
    if scale:
        scaled.fill(scale)
