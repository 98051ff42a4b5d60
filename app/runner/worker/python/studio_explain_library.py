"""friendly-traceback: loaded only after the program has ended, from the studio's own folder, and taken out again.

The program never sees it: neither in sys.path nor, once this is done, in sys.modules.
"""

import sys

UNKNOWN = (  # what the library says when it has nothing to say
    "friendly",
    "github.com",
    "no additional information",
    "no information is known",
    "www(",
    "informations supplémentaires",
    "aucune information",
    "i cannot guess",
    "ne peux pas deviner",
)
MOST_FRAMES = 20


def is_of_the_system(module):
    """Whether a module is Python's own: a `random.py` of the learner's must not be taken for Python's."""
    file = getattr(module, "__file__", None)
    if file is None:
        return getattr(module, "__spec__", None) is not None or module is sys
    return isinstance(file, str) and file.startswith((sys.base_prefix, sys.prefix, "/usr/lib/"))


class Visit:
    """The state of the interpreter while the library is at work."""

    loaded = {}  # the library's modules, between two visits

    def __init__(self, folder):
        self._folder = folder

    def __enter__(self):
        self._path, self._modules = sys.path, dict(sys.modules)
        self._hooks = sys.stdout, sys.stderr, sys.excepthook
        standard = [
            each for each in sys.path if isinstance(each, str) and each.startswith((sys.base_prefix, "/usr/lib/"))
        ]
        sys.path = [*standard, self._folder]
        for name, module in self._modules.items():
            if not is_of_the_system(module):
                del sys.modules[name]
        sys.modules.update(self.loaded)
        sys.modules["readline"] = None  # the library would set up a terminal that is not there

    def __exit__(self, *_):
        sys.path = self._path
        sys.stdout, sys.stderr, sys.excepthook = self._hooks
        now = {name: module for name, module in sys.modules.items() if name not in self._modules and module is not None}
        self.loaded.update(now)
        sys.modules.clear()
        sys.modules.update(self._modules)


def without_frames_above(tb):
    """The innermost part of a traceback: the library looks at every entry it is given."""
    length, entry = 0, tb
    while entry is not None:
        length, entry = length + 1, entry.tb_next
    for _ in range(length - MOST_FRAMES):
        tb = tb.tb_next
    return tb


def talks_of_itself(text):
    return any(word in text.lower() for word in UNKNOWN)


def tidy(text):
    """The library's text with its hard line ends joined, and without what it says about itself."""
    paragraphs, code = [[]], False
    for line in text.strip("\n").split("\n"):
        if not line.strip():
            paragraphs.append([])
        elif line.startswith("    "):
            if not code:
                paragraphs.append([])
            paragraphs[-1].append(line.rstrip())
        else:
            if code:
                paragraphs.append([])
            paragraphs[-1].append(line.strip())
        code = line.startswith("    ") and bool(line.strip())
    kept = []
    for lines in paragraphs:
        joined = ("\n" if lines and lines[0].startswith("    ") else " ").join(lines)
        if joined and not talks_of_itself(joined):
            kept.append(joined)
        elif joined:
            kept.append(first_sentences(joined))
    return "\n\n".join(each for each in kept if each)


def first_sentences(paragraph):
    """What a paragraph says before the sentence in which the library talks about itself."""
    kept = []
    for sentence in paragraph.replace(". ", ".\0").split("\0"):
        if talks_of_itself(sentence):
            break
        kept.append(sentence)
    return " ".join(kept)


def ask(error, tb, folder, language):
    """(cause, hint) of an exception; both may be empty. The library is kept from running the line again."""
    with Visit(folder):
        import friendly_traceback
        from friendly_traceback import core, frame_info

        frame_info.FrameInfo.handle_special_cases = lambda self: ""
        friendly_traceback.set_lang(language)
        found = core.FriendlyTraceback(type(error), error, without_frames_above(tb))
        found.assign_cause()
        info = found.info
    return tidy(str(info.get("cause") or "")), tidy(str(info.get("suggest") or ""))
