"""What Tk takes and gives as values: points, fonts, and the names of events."""

import math

_KEYS = frozenset(
    """Up Down Left Right Home End Prior Next Insert Delete BackSpace Tab Return Escape space Menu Pause Print
    Shift_L Shift_R Control_L Control_R Alt_L Alt_R Meta_L Meta_R Super_L Super_R Caps_Lock Num_Lock Scroll_Lock
    KP_Enter KP_Add KP_Subtract KP_Multiply KP_Divide KP_Decimal KP_Up KP_Down KP_Left KP_Right KP_Home KP_End
    plus minus equal comma period slash backslash semicolon colon apostrophe quotedbl exclam at numbersign dollar
    percent asciicircum ampersand asterisk parenleft parenright underscore bracketleft bracketright braceleft braceright
    less greater question grave asciitilde bar section degree adiaeresis odiaeresis udiaeresis Adiaeresis Odiaeresis
    Udiaeresis ssharp eacute egrave agrave ccedilla ntilde""".split()
) | {f"F{n}" for n in range(1, 25)} | {f"KP_{n}" for n in range(10)}


class TclError(Exception):
    pass


TclError.__module__ = "_tkinter"  # the name that tracebacks show with the real one


def font_of(font):
    """Family, height in pixels and words of style of a font as Tk takes it. A point is 4/3 of a pixel."""
    if font is None:
        return "Helvetica", 13.3, ()
    if isinstance(font, str):
        font = font.split()
    font = list(font) if isinstance(font, (list, tuple)) else [font]
    family = str(font[0])[:100] if font else "Helvetica"
    try:
        size = float(font[1]) if len(font) > 1 else 10.0
    except (TypeError, ValueError):
        raise TclError(f'expected integer but got "{font[1]}"') from None
    pixels = -size if size < 0 else size * 4 / 3
    style = " ".join(str(each) for each in font[2:]).lower().split()
    return family, round(min(max(pixels, 1.0), 2000.0), 2), style


def text_size(text, pixels, bold):
    """About how large a text is. Exact it is only where it is painted."""
    narrow, wide = "iljtf.,:;'!|I ()[]", "mwMW@%"
    lines = text.split("\n")
    widths = [sum(0.3 if c in narrow else 0.85 if c in wide else 0.56 for c in line) for line in lines]
    return max(widths) * pixels * (1.06 if bold else 1.0), len(lines) * pixels * 1.2


def sequence_of(text):
    """(what, which) of a binding: `<KeyPress-Up>` is ("key", "Up")."""
    inner = text[1:-1] if text.startswith("<") and text.endswith(">") else text
    head, _, tail = inner.partition("-")
    if not text.startswith("<"):
        return ("key", text)
    if head in ("KeyPress", "Key", "KeyRelease"):
        if tail and len(tail) > 1 and tail not in _KEYS:
            near = [each for each in _KEYS if each.lower() == tail.lower()]
            hint = f', its name is "{near[0]}"' if near else ""
            raise TclError(f'bad event type or keysym "{tail}"{hint}')
        return ("release-key" if head == "KeyRelease" else "key", tail or None)
    if head in ("Button", "ButtonPress") and tail.isdigit():
        return ("press", int(tail))
    if head == "ButtonRelease" and tail.isdigit():
        return ("release", int(tail))
    if head[:1] == "B" and head[-1:].isdigit() and tail in ("Motion", "ButtonRelease"):
        return ("drag" if tail == "Motion" else "release", int(head[-1]))
    if inner == "Motion":
        return ("motion", 0)
    return ("other", inner)


def numbers_of(points):
    """Flat and finite, from (x, y, ...), ((x, y), ...) or ([x, y, ...],)."""
    flat = []
    for each in points:
        flat.extend(numbers_of(each) if isinstance(each, (list, tuple)) else (float(each),))
    for value in flat:
        if not -1e9 < value < 1e9:  # nan is neither
            raise TclError(f'expected a number that can be drawn but got "{value}"')
    return flat


def is_inside(points, x, y, margin=3.0):
    pairs = list(zip(points[::2], points[1::2]))
    inside = False
    for (x0, y0), (x1, y1) in zip(pairs, pairs[1:] + pairs[:1]):
        if (y0 > y) != (y1 > y) and x < (x1 - x0) * (y - y0) / (y1 - y0) + x0:
            inside = not inside
        length = math.hypot(x1 - x0, y1 - y0)
        along = 0.0 if length == 0 else max(0.0, min(1.0, ((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / length**2))
        if math.hypot(x - x0 - along * (x1 - x0), y - y0 - along * (y1 - y0)) <= margin:
            return True
    return inside
