__all__ = ["public"]
public = 1
private = 2
_hidden = 3
