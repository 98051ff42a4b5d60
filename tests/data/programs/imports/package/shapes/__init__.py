from . import square

__all__ = ["square"]
