"""A stand-in for tkinter that only the standard library's turtle sees.

Its canvas keeps items as Tk's does and tells the host what has changed; the host draws. Programs that import tkinter
themselves do not get this: it can do what turtle needs, and no more.
"""

import heapq
import math
import time

import studio_canvas
from studio_canvas import TclError

HORIZONTAL = "horizontal"
ROUND = "round"
SUNKEN = "sunken"

# A screen of its own there is none. Turtle's window is by default half as wide and three quarters as high.
SCREEN_WIDTH = 1280
SCREEN_HEIGHT = 800


class _Loop:
    """Timers and events of the one window there is. Times are those of time.monotonic(), in seconds."""

    FRAME = 1 / 60
    DEEPEST = 20  # handlers that run inside handlers, when a handler itself waits
    AHEAD = 10.0  # seconds of timers that run when nobody watches

    def __init__(self):
        self.timers = []
        self.cancelled = set()
        self.count = 0
        self.depth = 0
        self.alive = True
        self.watched = False  # a person looks on: drawing keeps its pace, and events come
        self.next_frame = 0.0
        self.skipped = 0.0  # how far time was turned on, when nobody watches

    def now(self):
        return time.monotonic() + self.skipped

    def add_timer(self, seconds, call):
        self.count += 1
        heapq.heappush(self.timers, (self.now() + max(seconds, 0), self.count, call))
        return f"after#{self.count}"

    def cancel(self, name):
        self.cancelled.add(name)

    def run_due(self):
        due = []
        while self.timers and self.timers[0][0] <= self.now():
            due.append(heapq.heappop(self.timers))
        for _, number, call in due:
            if f"after#{number}" not in self.cancelled:
                self.guarded(call)

    def guarded(self, call, *arguments):
        """Runs a program's handler. What it raises is shown, and the window lives on, as with Tk."""
        if self.depth >= self.DEEPEST:
            return
        self.depth += 1
        try:
            call(*arguments)
        except (SystemExit, KeyboardInterrupt):
            raise
        except Exception as error:
            if self.alive:  # after bye() turtle ends what still runs by an exception
                studio_canvas.show_error(error)
        finally:
            self.depth -= 1

    def pause(self, seconds):
        """Waits while events are handled."""
        end = time.monotonic() + seconds
        while self.alive:
            studio_canvas.flush_soon()
            self.handle_events(max(0.0, end - time.monotonic()))
            self.run_due()
            if time.monotonic() >= end:
                return

    def handle_events(self, seconds):
        canvas = studio_canvas.current()
        if self.depth >= self.DEEPEST or canvas is None or not canvas.listens():
            if seconds > 0:
                time.sleep(min(seconds, self.until_timer(seconds)))
            return
        for event in studio_canvas.events(min(seconds, self.until_timer(seconds))):
            if self.alive:
                canvas.dispatch(event, self.guarded)

    def until_timer(self, most):
        return min(most, max(0.0, self.timers[0][0] - self.now())) if self.timers else most

    def frame(self):
        """Programs that draw picture after picture do it at a pace that an eye can follow, on any computer."""
        if not self.watched:
            return
        left = self.next_frame - time.monotonic()
        self.next_frame = max(time.monotonic(), self.next_frame) + self.FRAME
        if left > 0:
            self.pause(left)

    def run(self):
        """Until the window is closed, or nothing can happen any more: the drawing stays, and the program goes on."""
        if not self.watched:
            return self.run_ahead()
        while self.alive:
            canvas = studio_canvas.current()
            if not self.timers and not (canvas and canvas.listens()):
                break
            studio_canvas.flush_soon()
            self.handle_events(self.until_timer(3600.0))
            self.run_due()
        studio_canvas.flush()

    def run_ahead(self):
        while self.alive and self.timers and self.skipped < self.AHEAD:
            self.skipped += max(0.0, self.timers[0][0] - self.now())
            self.run_due()


loop = _Loop()


class _Widget:
    def __init__(self, master=None, **options):
        self.master = master
        self.options = {"width": 0, "height": 0}
        self.options.update(options)

    @property
    def tk(self):
        return self.winfo_toplevel()

    def winfo_toplevel(self):
        return self.master.winfo_toplevel()

    def winfo_width(self):
        return self.winfo_toplevel().size[0]

    def winfo_height(self):
        return self.winfo_toplevel().size[1]

    def winfo_screenwidth(self):
        return SCREEN_WIDTH

    def winfo_screenheight(self):
        return SCREEN_HEIGHT

    def after(self, ms, call=None, *arguments):
        if call is not None:
            return loop.add_timer(_number(ms) / 1000, lambda: call(*arguments))
        if loop.watched:
            loop.pause(_number(ms) / 1000)
        return None

    def after_idle(self, call, *arguments):
        return loop.add_timer(0, lambda: call(*arguments))

    def after_cancel(self, name):
        loop.cancel(name)

    def update(self):
        if not loop.alive:
            raise TclError("the turtle window has been closed")
        studio_canvas.flush_soon()
        if loop.watched and loop.depth < loop.DEEPEST:
            loop.handle_events(0)
            loop.run_due()

    def update_idletasks(self):
        studio_canvas.flush_soon()

    def mainloop(self, n=0):
        loop.run()

    def bind(self, sequence=None, func=None, add=None):
        pass

    def _nothing(self, *arguments, **options):
        """Where a window is and how it is made up is not a program's business here."""

    grid = pack = place = grid_forget = pack_forget = rowconfigure = columnconfigure = _nothing
    focus_set = focus_force = lift = _nothing


class Frame(_Widget):
    pass


class Scrollbar(_Widget):
    def set(self, first, last):
        pass


class Tk(_Widget):
    def __init__(self):
        super().__init__()
        self.size = (SCREEN_WIDTH // 2, SCREEN_HEIGHT * 3 // 4)
        self.name = "tk"
        self.children = []
        loop.alive = True

    def winfo_toplevel(self):
        return self

    def title(self, text=None):
        if text is None:
            return self.name
        self.name = str(text)
        studio_canvas.changed_screen()
        return None

    def geometry(self, text=None):
        if text is None:
            return f"{self.size[0]}x{self.size[1]}+0+0"
        numbers = str(text).replace("+", "x").replace("-", "x").split("x")
        try:
            width, height = int(numbers[0]), int(numbers[1])
        except (ValueError, IndexError):
            raise TclError(f'bad geometry specifier "{text}"') from None
        self.size = (min(max(width, 1), 20000), min(max(height, 1), 20000))
        studio_canvas.changed_screen()
        return None

    def destroy(self):
        loop.alive = False
        loop.timers.clear()
        studio_canvas.closed()

    def quit(self):
        loop.alive = False

    protocol = wm_protocol = attributes = wm_attributes = resizable = iconbitmap = iconphoto = _Widget._nothing
    minsize = maxsize = state = iconify = deiconify = withdraw = overrideredirect = _Widget._nothing
    config = configure = _Widget._nothing
    wm_title = title
    wm_geometry = geometry


class PhotoImage:
    """Pictures are not drawn: a shape or a background made of one stays blank. The file has to be there, as with Tk."""

    def __init__(self, file=None, width=0, height=0, master=None, **options):
        if file is not None:
            try:
                with open(file, "rb") as stream:
                    stream.read(1)
            except OSError:
                raise TclError(f'couldn\'t open "{file}": no such file or directory') from None
            studio_canvas.say_once("Pictures from files are not shown in a turtle drawing here; the rest of it is.")

    def blank(self):
        pass

    def width(self):
        return 1

    def height(self):
        return 1


class Canvas(studio_canvas.Items, _Widget):
    def __init__(self, master=None, **options):
        _Widget.__init__(self, master, **options)
        studio_canvas.Items.__init__(self)
        self.options["bg"] = options.get("bg") or options.get("background") or "white"

    # Tk's names for options
    def configure(self, **options):
        background = options.pop("background", None) or options.pop("bg", None)
        if background is not None:
            studio_canvas.colour(background)
            self.options["bg"] = background
        self.options.update(options)
        studio_canvas.changed_screen()

    config = configure

    def cget(self, name):
        name = "bg" if name == "background" else name
        try:
            return self.options[name]
        except KeyError:
            raise TclError(f'unknown option "-{name}"') from None

    __getitem__ = cget

    def __setitem__(self, name, value):
        self.configure(**{name: value})

    def winfo_rgb(self, colour):
        value = studio_canvas.colour(colour) or 0
        return tuple((value >> shift & 255) * 257 for shift in (16, 8, 0))

    def canvasx(self, x, gridspacing=None):
        return x

    def canvasy(self, y, gridspacing=None):
        return y

    def xview(self, *arguments):
        return (0.0, 1.0)

    yview = xview
    xview_moveto = yview_moveto = _Widget._nothing

    def focus_force(self):
        self.focused = True
        studio_canvas.flush_soon()

    focus_set = focus = focus_force

    def bind(self, sequence=None, func=None, add=None):
        self.set_binding(None, sequence, func, add)

    def unbind(self, sequence, funcid=None):
        self.set_binding(None, sequence, None, None)

    def postscript(self, **options):
        raise RuntimeError("postscript() is not part of the studio: a drawing is saved from the window, by Save")


def _number(value):
    result = float(value)
    if not math.isfinite(result):
        raise TclError(f'bad argument "{value}": must be a number')
    return result


def _question(title, prompt):
    title, prompt = str(title or "").strip(), str(prompt or "").strip()
    if title and title.rstrip(":?").lower() not in prompt.lower():
        prompt = f"{title}: {prompt}"
    return prompt + (" " if prompt else "")


class simpledialog:
    """Tk's small dialogs, by input(): the question stands in the output."""

    @staticmethod
    def askstring(title, prompt, **options):
        studio_canvas.flush()
        try:
            return input(_question(title, prompt))
        except EOFError:
            return None

    @staticmethod
    def askfloat(title, prompt, initialvalue=None, minvalue=None, maxvalue=None, **options):
        studio_canvas.flush()
        question = _question(title, prompt)
        if initialvalue is not None:
            question += f"[{initialvalue}] "
        while True:
            try:
                text = input(question).strip()
            except EOFError:
                return None
            if not text and initialvalue is not None:
                return float(initialvalue)
            try:
                value = float(text)
            except ValueError:
                print("This is not a number. Please try again.")
                continue
            if minvalue is not None and value < minvalue:
                print(f"The number must be at least {minvalue}. Please try again.")
            elif maxvalue is not None and value > maxvalue:
                print(f"The number must be at most {maxvalue}. Please try again.")
            else:
                return value
