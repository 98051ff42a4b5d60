"""Whether what new users write waits for a moderator before others see it: off, as the platform is set up. Section 8.4 of the contract."""

_on = False


def choose(on: bool) -> None:
    global _on
    _on = bool(on)


def lets_through(user) -> bool:
    return not _on or user.is_staff
