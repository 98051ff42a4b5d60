"""`import turtle` without Tk: the standard library's own turtle, with studio_tk where it expects tkinter.

Also the way of matplotlib's figures into the window.

Here is only what each program needs; the rest is loaded when a program imports turtle.
"""

import sys

NO_TKINTER = "tkinter (windows of a program's own) is not part of the studio; turtle works without it"


class _TurtleLoader:
    """The loader of the file, around which the stand-in is there for a moment."""

    def __init__(self, loader, watched):
        self._loader = loader
        self._watched = watched

    def __getattr__(self, name):
        return getattr(self._loader, name)

    def create_module(self, spec):
        return self._loader.create_module(spec)

    def exec_module(self, module):
        import studio_canvas
        import studio_tk

        studio_canvas.start(self._watched)
        studio_tk.loop.watched = self._watched
        names = ("tkinter", "tkinter.simpledialog")
        before = {name: sys.modules.get(name) for name in names}
        studio_tk.TclError = studio_canvas.TclError
        sys.modules["tkinter"] = studio_tk
        sys.modules["tkinter.simpledialog"] = studio_tk.simpledialog
        try:
            self._loader.exec_module(module)
        finally:
            for name in names:
                if before[name] is None:
                    sys.modules.pop(name, None)
                else:
                    sys.modules[name] = before[name]
        _adapt(module, studio_canvas, studio_tk)


def _adapt(turtle, studio_canvas, studio_tk):
    """The few places where a drawing in the studio's window is to behave otherwise than a window of its own."""
    plain_update = turtle.RawTurtle._update
    plain_screen_update = turtle.TurtleScreen.update
    plain_shape = turtle._TurtleImage._setshape
    plain_exit = turtle._Screen.exitonclick
    usual_delay = turtle._CFG["delay"]

    def _update(self):
        screen = self.screen
        if self._speed == 0 and screen._tracing == 1 and screen._delayvalue == usual_delay:
            screen._delayvalue = 0  # speed(0) is as fast as can be
            try:
                plain_update(self)
            finally:
                screen._delayvalue = usual_delay
        else:
            plain_update(self)

    def update(self):
        plain_screen_update(self)
        studio_tk.loop.frame()

    def _setshape(self, shapeIndex):
        plain_shape(self, shapeIndex)
        canvas = studio_canvas.current()
        for item in self._item if isinstance(self._item, list) else [self._item]:
            canvas.mark_pointer(item)

    def exitonclick(self):
        canvas = studio_canvas.current()
        if canvas.listens() or studio_tk.loop.timers:
            plain_exit(self)
        else:  # the drawing stays in the window: there is nothing to wait for
            studio_canvas.flush()

    for kind, function, plain in ((turtle.RawTurtle, _update, plain_update),
                                  (turtle.TurtleScreen, update, plain_screen_update),
                                  (turtle._TurtleImage, _setshape, plain_shape),
                                  (turtle._Screen, exitonclick, plain_exit)):
        function.__doc__ = plain.__doc__
        function.__qualname__ = plain.__qualname__
        setattr(kind, function.__name__, function)


def _prepare_matplotlib():
    """Its figures go to the window, unless the program's environment names another place."""
    import os

    os.environ.setdefault("MPLBACKEND", "module://studio_matplotlib")


class _Finder:
    def __init__(self, watched):
        self._watched = watched

    def find_spec(self, name, path=None, target=None):
        if name == "tkinter" or name == "_tkinter" or name.startswith("tkinter."):
            raise ModuleNotFoundError(NO_TKINTER, name=name)
        if name == "matplotlib":
            _prepare_matplotlib()
        if name != "turtle":
            return None
        import os
        from importlib.machinery import PathFinder

        spec = PathFinder.find_spec(name)
        # A program's own turtle.py comes first, as ever.
        if spec and spec.loader and os.path.dirname(spec.origin or "") == os.path.dirname(os.__file__):
            spec.loader = _TurtleLoader(spec.loader, self._watched)
            return spec
        return None


def install(watched):
    """Before a program begins. `watched`: a person looks on, so drawing keeps its pace and hears of keys and clicks."""
    sys.meta_path.insert(0, _Finder(watched))


def flush():
    """Shows what has been drawn so far; at input() and at a program's end."""
    canvas = sys.modules.get("studio_canvas")
    if canvas is not None:
        canvas.flush()
