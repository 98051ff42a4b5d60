"""The items of a drawing, what has changed of them since the host was told, and the events that come back.

Messages, both ways. Positions are in canvas units: x to the right, y down, (0, 0) in the middle; colours 0xRRGGBB, -1
none.
  drawing  fresh, items, gone, screen {width, height, background, title}, listens {keys, mouse, motion}
           an item is an array that begins with kind, id and place in the order from back to front:
           ["line", id, place, width, stroke, [x, y, ...]]
           ["area", id, place, width, stroke, fill, [x, y, ...], pointer]
           ["text", id, place, x, y, colour, text, family, pixels, bold, italic, underline, anchor]
  events   events [{kind: key | release-key | press | move | release, key, again, x, y, button}]; answered by `heard`,
           before which the host sends no more
"""

import _thread
import math
import os
import sys
import time
from collections import deque

import _studio
import studio_colours
from studio_tk_values import TclError, font_of, is_inside, numbers_of, sequence_of, text_size

CHANNEL = 3  # the descriptor of the host's channel
MOST_ITEMS = 200_000
MOST_NUMBERS = 4_000_000
MESSAGE_NUMBERS = 40_000
MESSAGE_ITEMS = 2_000
LONGEST_TEXT = 10_000
PAUSE = 1 / 30  # seconds between two messages

class _Told:
    """What the host knows, and what it has to be told."""

    def __init__(self):
        self.canvas = None
        self.changes = deque()  # ids, in the order of change; several times what changed several times
        self.screen = False
        self.fresh = False
        self.listens = None
        self.next = 0.0
        self.waiting = False
        self.lock = _thread.allocate_lock()
        self.process = os.getpid()
        self.watched = False
        self.said = set()


_told = _Told()


def start(watched):
    """At the beginning of a program. `watched`: a person looks on."""
    _told.watched = watched
    _told.process = os.getpid()


def current():
    return _told.canvas


def say_once(text):
    if text not in _told.said:
        _told.said.add(text)
        print(text, file=sys.stderr)


def show_error(error):
    import studio_program

    studio_program.show_plainly(error)


def changed_screen():
    _told.screen = True
    flush_soon()


def closed():
    """The window is closed; what was drawn stays with the host, and hears no more."""
    flush()
    if _told.canvas is not None:
        _told.canvas.forget_bindings()
        flush()
        _told.canvas = None


def colour(text):
    try:
        return studio_colours.number(text)
    except ValueError:
        raise TclError(f'unknown color name "{text}"') from None


def flush_soon():
    """Tells the host now, or a little later if it has just been told: by a thread, since the program may sleep."""
    if _told.canvas is None:
        return
    now = time.monotonic()
    if now >= _told.next:
        flush()
    elif _told.watched and not _told.waiting and os.getpid() == _told.process:
        _told.waiting = True
        try:
            _thread.start_new_thread(_flush_later, (_told.next - now,))
        except RuntimeError:  # no further thread may be had: the next change tells
            _told.waiting = False


def _flush_later(seconds):
    time.sleep(seconds)
    _told.waiting = False
    flush()


def flush():
    """Tells the host all that has changed."""
    canvas = _told.canvas
    if canvas is None or os.getpid() != _told.process:
        return
    with _told.lock:
        _told.next = time.monotonic() + PAUSE
        listens = canvas.listening()
        if not (_told.changes or _told.screen or listens != _told.listens):
            return
        message = {"type": "drawing"}
        if _told.fresh:
            message["fresh"], _told.fresh = True, False
        if _told.screen:
            message["screen"], _told.screen = canvas.screen(), False
        if listens != _told.listens:
            message["listens"] = _told.listens = listens
        _send_items(canvas, message)


def _send_items(canvas, message):
    items, gone, numbers, done = [], [], 0, set()
    while _told.changes:
        number = _told.changes.popleft()
        if number in done:
            continue
        done.add(number)
        item = canvas.items.get(number)
        words = item.words(number) if item is not None else None
        if words is None:
            if number in canvas.shown:
                canvas.shown.discard(number)
                gone.append(number)
            continue
        canvas.shown.add(number)
        items.append(words)
        numbers += 8 + len(item.points)
        if numbers >= MESSAGE_NUMBERS or len(items) >= MESSAGE_ITEMS:
            _studio.send({**message, "items": items, "gone": gone})
            message, items, gone, numbers, done = {"type": "drawing"}, [], [], 0, set()
    if items or gone or len(message) > 1:
        _studio.send({**message, "items": items, "gone": gone})


def events(seconds):
    """What the person did on the drawing, waiting so long at most."""
    import select

    if not _told.watched or os.getpid() != _told.process:
        time.sleep(seconds)
        return []
    ready, _, _ = select.select([CHANNEL], [], [], seconds)
    if not ready:
        return []
    message = _studio.receive()
    if message is None:
        raise SystemExit
    if message.get("type") != "events":
        return []
    _studio.send({"type": "heard"})
    return [event for event in message.get("events", ()) if isinstance(event, dict)]


class Event:
    """What a handler of Tk's gets."""

    def __init__(self, widget, told):
        self.widget = widget
        self.x = self.x_root = float(told.get("x", 0))
        self.y = self.y_root = float(told.get("y", 0))
        self.num = told.get("button", 0)
        self.keysym = told.get("key", "")
        self.char = self.keysym if len(self.keysym) == 1 else ""
        self.keycode = self.keysym_num = self.state = self.delta = 0


class Item:
    __slots__ = ("kind", "points", "options", "place", "pointer", "colours")

    def __init__(self, kind, points, options, place):
        self.kind = kind
        self.points = points
        self.options = options
        self.place = place
        self.pointer = False
        self.colours = (None, None)
        self.find_colours(options)

    def find_colours(self, options):
        fill, outline = self.colours
        if "fill" in options:
            fill = colour(options["fill"])
        if "outline" in options:
            outline = colour(options["outline"])
        self.colours = (fill, outline)

    def words(self, number):
        """How the host is told of it; None while there is nothing to be seen."""
        fill, outline = (-1 if each is None else each for each in self.colours)
        options = self.options
        if self.kind == "image" or (fill < 0 and outline < 0):
            return None
        points = [round(each, 3) for each in self.points]
        if self.kind == "line":
            return ["line", number, self.place, float(options.get("width", 1)), fill, points]
        if self.kind == "text":
            family, pixels, style = font_of(options.get("font"))
            return ["text", number, self.place, points[0], points[1], fill, str(options.get("text", ""))[:LONGEST_TEXT],
                    family, pixels, "bold" in style, "italic" in style, "underline" in style,
                    str(options.get("anchor", "center"))]
        return ["area", number, self.place, float(options.get("width", 1)), outline, fill, points, self.pointer]


class Items:
    """A canvas's items, with Tk's names for what is done to them."""

    def __init__(self):
        self.items = {}
        self.shown = set()
        self.last_item = 0
        self.front = self.back = 0
        self.numbers = 0
        self.bindings = {}
        self.focused = False
        self.grabbed = None
        flush()  # what an earlier canvas has not told yet
        _told.canvas = self
        _told.changes.clear()
        _told.fresh = _told.screen = True
        _told.listens = None

    # Making items

    def _create(self, kind, points, options):
        if len(self.items) >= MOST_ITEMS:
            raise RuntimeError(f"the drawing has more than {MOST_ITEMS:,} parts, as many as can be shown")
        self._count(len(points))
        self.last_item += 1
        self.front += 1
        self.items[self.last_item] = Item(kind, points, options, self.front)
        _told.changes.append(self.last_item)
        return self.last_item

    def _count(self, more):
        self.numbers += more
        if self.numbers > MOST_NUMBERS:
            self.numbers -= more
            raise RuntimeError(f"the drawing has more than {MOST_NUMBERS // 2:,} points, as many as can be shown")

    def create_line(self, *points, **options):
        options.setdefault("fill", "black")
        return self._create("line", numbers_of(points), options)

    def create_polygon(self, *points, **options):
        options.setdefault("fill", "black")
        return self._create("polygon", numbers_of(points), options)

    def create_rectangle(self, *points, **options):
        x0, y0, x1, y1 = numbers_of(points)
        options.setdefault("outline", "black")
        return self._create("rectangle", [x0, y0, x1, y0, x1, y1, x0, y1], options)

    def create_oval(self, *points, **options):
        x0, y0, x1, y1 = numbers_of(points)
        options.setdefault("outline", "black")
        ring = []
        for step in range(72):
            angle = step * math.tau / 72
            ring += [(x0 + x1) / 2 + math.cos(angle) * (x1 - x0) / 2, (y0 + y1) / 2 + math.sin(angle) * (y1 - y0) / 2]
        return self._create("oval", ring, options)

    def create_text(self, *points, **options):
        options.setdefault("fill", "black")
        font_of(options.get("font"))
        return self._create("text", numbers_of(points)[:2], options)

    def create_image(self, *points, **options):
        return self._create("image", numbers_of(points)[:2], options)

    # Changing them

    def _found(self, item):
        return [item] if item in self.items else list(self.items) if item == "all" else []

    def coords(self, item, *points):
        if item not in self.items:
            return []
        if not points:
            return list(self.items[item].points)
        points = numbers_of(points)
        self._count(len(points) - len(self.items[item].points))
        self.items[item].points = points
        _told.changes.append(item)
        return None

    def move(self, item, dx, dy):
        for each in self._found(item):
            shift = (float(dx), float(dy))
            self.items[each].points = [value + shift[at % 2] for at, value in enumerate(self.items[each].points)]
            _told.changes.append(each)

    def itemconfigure(self, item, **options):
        for each in self._found(item):
            self.items[each].find_colours(options)
            self.items[each].options.update(options)
            _told.changes.append(each)

    itemconfig = itemconfigure

    def itemcget(self, item, name):
        return self.items[item].options.get(name, "") if item in self.items else ""

    def tag_raise(self, item, above=None):
        for each in self._found(item):
            self.front += 1
            self.items[each].place = self.front
            _told.changes.append(each)

    lift = tkraise = tag_raise

    def tag_lower(self, item, below=None):
        for each in self._found(item):
            self.back -= 1
            self.items[each].place = self.back
            _told.changes.append(each)

    lower = tag_lower

    def delete(self, *items):
        for each in [number for item in items for number in self._found(item)]:
            self.numbers -= len(self.items.pop(each).points)
            self.bindings.pop(each, None)
            _told.changes.append(each)

    def mark_pointer(self, item):
        """It shows where a turtle is, and is no part of what it drew."""
        if item in self.items:
            self.items[item].pointer = True
            _told.changes.append(item)

    # Asking of them

    def type(self, item):
        return self.items[item].kind if item in self.items else None

    def find_all(self):
        return tuple(sorted(self.items, key=lambda number: self.items[number].place))

    def bbox(self, *items):
        boxes = [self._box(self.items[each]) for item in items for each in self._found(item)]
        if not boxes:
            return None
        return (math.floor(min(box[0] for box in boxes)), math.floor(min(box[1] for box in boxes)),
                math.ceil(max(box[2] for box in boxes)), math.ceil(max(box[3] for box in boxes)))

    def _box(self, item):
        xs, ys = item.points[::2], item.points[1::2]
        if item.kind != "text":
            return min(xs), min(ys), max(xs), max(ys)
        _, pixels, style = font_of(item.options.get("font"))
        width, height = text_size(str(item.options.get("text", "")), pixels, "bold" in style)
        anchor = str(item.options.get("anchor", "center"))
        x = xs[0] - (0 if "w" in anchor else width if "e" in anchor and anchor != "center" else width / 2)
        y = ys[0] - (0 if anchor.startswith("n") and anchor != "center" else height if anchor.startswith("s")
                     else height / 2)
        return x, y, x + width, y + height

    def screen(self):
        width, height = self.winfo_toplevel().size
        return {"width": width, "height": height, "background": colour(self.options["bg"]),
                "title": self.winfo_toplevel().name[:200]}

    # Events

    def set_binding(self, item, sequence, func, add):
        key = sequence_of(str(sequence))
        bound = self.bindings.setdefault(item, {})
        if func is None:
            bound.pop(key, None)
        elif add:
            bound.setdefault(key, []).append(func)
        else:
            bound[key] = [func]
        flush_soon()

    def tag_bind(self, item, sequence=None, func=None, add=None):
        self.set_binding(item, sequence, func, add)

    def tag_unbind(self, item, sequence, funcid=None):
        self.set_binding(item, sequence, None, None)

    def forget_bindings(self):
        self.bindings.clear()

    def listening(self):
        """What the person's doings are wanted for: names of keys ("" for any), and the mouse."""
        keys = set()
        mouse = motion = False
        for bound in list(self.bindings.values()):
            for what, which in list(bound):
                if what in ("key", "release-key") and self.focused:
                    keys.add(which or "")
                mouse = mouse or what in ("press", "release", "drag")
                motion = motion or what == "motion"
        return {"keys": sorted(keys)[:200], "mouse": mouse, "motion": motion}

    def listens(self):
        heard = self.listening()
        return bool(heard["keys"] or heard["mouse"] or heard["motion"])

    def dispatch(self, told, call):
        kind, event = told.get("kind"), Event(self, told)
        if kind == "key":
            self._key(told, event, call)
        elif kind == "release-key":
            self._tell(None, [("release-key", event.keysym), ("release-key", None)], event, call)
        elif kind == "press":
            self.grabbed = self._item_at(event.x, event.y)
            self._mouse("press", event, call)
        elif kind == "move":
            if event.num:
                self._mouse("drag", event, call)
            self._tell(None, [("motion", 0)], event, call)
        elif kind == "release":
            self._mouse("release", event, call)
            self.grabbed = None

    def _key(self, told, event, call):
        if not self.focused:
            return
        heard = self._tell(None, [("key", event.keysym), ("key", None)], event, call)
        if told.get("again") and not heard:  # a key held down is pressed and released again and again
            self._tell(None, [("release-key", event.keysym), ("release-key", None)], event, call)

    def _mouse(self, what, event, call):
        if self.grabbed is not None:
            self._tell(self.grabbed, [(what, event.num)], event, call)
        self._tell(None, [(what, event.num)], event, call)

    def _tell(self, item, keys, event, call):
        """The first that is bound hears; whether one is."""
        bound = self.bindings.get(item, {})
        for key in keys:
            if bound.get(key):
                for func in list(bound[key]):
                    call(func, event)
                return True
        return False

    def _item_at(self, x, y):
        """The frontmost item there of those that hear of the mouse."""
        candidates = [each for each, bound in self.bindings.items() if bound and each in self.items]
        for each in sorted(candidates, key=lambda number: -self.items[number].place):
            if is_inside(self.items[each].points, x, y):
                return each
        return None
