"""matplotlib's backend in the studio: show() sends each figure to the host, and the program goes on.

Loaded by matplotlib by its name, when a program that has matplotlib installed uses it.
"""

import base64
import io
import itertools

import _studio
from matplotlib._pylab_helpers import Gcf
from matplotlib.backend_bases import FigureManagerBase
from matplotlib.backends.backend_agg import FigureCanvasAgg

LARGEST_PNG = 4_500_000  # bytes; a message holds 8 MiB, of which base64 takes a quarter
LARGEST_SVG = 1_000_000
MOST_MARKS = 20_000  # points in a figure of which an SVG is still quickly made
SHARP = 2  # dots for one of the figure's, so that it is sharp on fine screens and when enlarged
WIDEST = 4_000  # dots

_numbers = itertools.count(1)


def _marks(figure):
    """About how many points a figure draws."""
    count = 0
    for axes in figure.get_axes():
        count += sum(len(line.get_xdata(orig=False)) for line in axes.get_lines())
        count += sum(len(each.get_offsets()) for each in axes.collections)
        count += len(axes.patches) + 1_000 * len(axes.images)
    return count


def _png(figure):
    dots = max(figure.get_size_inches()) * figure.dpi
    for factor in (SHARP, 1):
        if factor == 1 or dots * factor <= WIDEST:
            target = io.BytesIO()
            figure.savefig(target, format="png", dpi=figure.dpi * factor)
            if target.tell() <= LARGEST_PNG:
                return target.getvalue()
    raise RuntimeError("the figure is too large to be shown: make it smaller with figsize or dpi")


def _svg(figure):
    if _marks(figure) > MOST_MARKS:
        return b""
    target = io.BytesIO()
    figure.savefig(target, format="svg")
    return target.getvalue() if target.tell() <= LARGEST_SVG else b""


def _title(manager):
    figure = manager.canvas.figure
    titles = [figure.get_suptitle() if hasattr(figure, "get_suptitle") else "", manager.title]
    titles += [axes.get_title() for axes in figure.get_axes()]
    return next((title for title in titles if title), "")[:200]


class FigureManager(FigureManagerBase):
    def __init__(self, canvas, num):
        super().__init__(canvas, num)
        self.number = next(_numbers)  # pyplot's own are used again after show()
        self.title = ""

    def set_window_title(self, title):
        self.title = str(title)

    def show(self):
        figure = self.canvas.figure
        message = {"type": "picture", "figure": self.number, "title": _title(self)}
        message["png"] = base64.b64encode(_png(figure)).decode()
        svg = _svg(figure)
        if svg:
            message["svg"] = base64.b64encode(svg).decode()
        _studio.send(message)

    @classmethod
    def pyplot_show(cls, *, block=None):
        """Shows all figures. As a window of its own that is closed again, unless it is not to block."""
        for manager in Gcf.get_all_fig_managers():
            manager.show()
        if block is not False:
            Gcf.destroy_all()


class FigureCanvas(FigureCanvasAgg):
    manager_class = FigureManager
