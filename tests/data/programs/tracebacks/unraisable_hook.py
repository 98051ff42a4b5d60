import sys

sys.unraisablehook = lambda info: print("hook:", info.exc_type.__name__, info.exc_value, info.err_msg)


class Bad:
    def __del__(self):
        1 / 0


Bad()
