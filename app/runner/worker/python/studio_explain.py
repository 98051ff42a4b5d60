"""What went wrong, in plain words: made after the program has ended and everything else has been told.

The words come from the studio's own cases first, and from friendly-traceback where they are silent. All of it is
bounded in time and size; when anything fails here, nothing is said, and Python's own traceback stands as it is.
"""

import faulthandler
import signal
import sys

import _studio
import studio_explain_source as source
import studio_explain_values as values

OWN_SECONDS, LIBRARY_SECONDS, VALUE_SECONDS = 0.5, 1.0, 0.5
HARD_SECONDS = 4  # then the process is ended: something swallowed the interruptions


class OutOfTime(BaseException):
    pass


class Failure:
    """An exception as the cases look at it."""

    def __init__(self, error, file, language):
        self.error, self.language = error, language
        self.type = type(error).__name__
        self.traceback = error.__traceback__
        self.main_file = file
        self.shown = None  # expressions whose values are told; None: those of the failing line
        self.line_told = None
        try:
            self.message = str(error)
        except Exception:
            self.message = ""
        if isinstance(error, SyntaxError) and isinstance(error.filename, str):
            self.message = str(error.msg)
            self.file, self.line, self.frame = error.filename, error.lineno or 0, None
            self.tree = self.node = None
        else:
            self._find_place()
        lines = source.lines_of(self.file)
        self.source = lines[self.line - 1].strip()[:300] if 0 < self.line <= len(lines) else ""

    def _find_place(self):
        self.file, self.line, self.frame, self.tree, self.node = self.main_file, 0, None, None, None
        entry = None
        tb = self.traceback
        while tb is not None:
            if self.is_own(tb.tb_frame.f_code.co_filename):
                entry = tb
            tb = tb.tb_next
        if entry is not None:
            self.frame = entry.tb_frame
            self.file, self.line = entry.tb_frame.f_code.co_filename, entry.tb_lineno or 0
            self.tree = source.parse(source.source_of(self.file), self.file)
            self.node = source.node_at(self.tree, source.position_of(entry))

    def is_own(self, file):
        """The learner's files: the program and what lies beside it, not Python's library and not ours."""
        if file == self.main_file:
            return True
        system = (sys.base_prefix, sys.prefix, "/usr/lib/", "<")
        return (
            bool(file) and not file.startswith(system) and "site-packages" not in file and bool(source.lines_of(file))
        )

    def say(self, key, /, **facts):
        return said(key, self.language, **facts)

    def values(self):
        if self.frame is None:
            return []
        nodes = self.shown
        if nodes is None:
            statement = source.statement_at(self.tree, self.line) if self.tree else None
            nodes = source.head_of(statement) if statement is not None else []
        return values.used(nodes, self.frame, self.file)


def said(key, language, /, **facts):
    if language == "fr":
        import studio_explain_fr as words
    else:
        import studio_explain_en as words
    return [part.format(**facts) for part in words.CASES[key]]


def is_stop(error):
    return isinstance(error, KeyboardInterrupt)


def own_words(at):
    if isinstance(at.error, SyntaxError):
        import studio_explain_syntax as cases
    elif isinstance(at.error, (RecursionError, KeyboardInterrupt)):
        import studio_explain_loops as loops

        return loops.stopped(at) if is_stop(at.error) else loops.recursion(at)
    else:
        import studio_explain_cases as cases
    return cases.explain(at)


def library_words(at, folder):
    import studio_explain_library as library

    cause, hint = library.ask(at.error, at.traceback, folder, at.language)
    return ["", cause, hint]


def attempt(seconds, work, *arguments):
    """What the work gives back; None when it fails or takes too long: one part must never cost the learner the rest."""
    try:
        signal.setitimer(signal.ITIMER_REAL, seconds, 0.1)  # again and again: it may be swallowed
        try:
            return work(*arguments)
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
    except (Exception, OutOfTime):
        return None


def explain_error(error, file, request):
    import studio_explain_words as words

    language = request["language"]
    at = attempt(OWN_SECONDS, Failure, error, file, language)
    if at is None:
        return
    title, cause, hint = attempt(OWN_SECONDS, own_words, at) or ["", "", ""]
    silent = not cause and not isinstance(error, (RecursionError, KeyboardInterrupt, MemoryError))
    if silent:
        _, cause, hint = attempt(LIBRARY_SECONDS, library_words, at, request["library"]) or ["", "", ""]
    kinds = [each.__name__ for each in type(error).__mro__]
    hint = hint or (words.by_type(words.HINTS, kinds, language) if not is_stop(error) else "")
    title = title or words.by_type(words.TITLES, kinds, language) or words.by_type(words.TITLES, [""], language)
    used = attempt(VALUE_SECONDS, at.values) or []
    if not used and any(word in hint for word in ("values below", "valeurs ci-dessous")):
        hint = ""
    send(
        request,
        {
            "kind": "stopped" if is_stop(error) else "error",
            "title": title.replace("{type}", at.type[:80]),
            "cause": cause,
            "hint": hint,
            "line": at.line_told or at.line if at.file == file else 0,
            "source": at.source,
            "values": used,
        },
    )


def explain_silence(code, file, request):
    """A program that ended well: whether it only defined functions. The host knows whether it showed anything."""
    if "def " not in code or (tree := source.parse(code, file)) is None:
        return
    import studio_explain_loops as loops

    found = loops.never_called(tree, lambda key, /, **facts: said(key, request["language"], **facts))
    if found:
        (title, cause, hint), line = found
        lines = code.splitlines()
        send(
            request,
            {
                "kind": "notice",
                "title": title,
                "cause": cause,
                "hint": hint,
                "line": line,
                "source": lines[line - 1].strip()[:300],
                "values": [],
            },
        )


def send(request, message):
    _studio.send(
        {
            "type": "explanation",
            "language": request["language"],
            **{key: value[:4000] if isinstance(value, str) else value for key, value in message.items()},
        }
    )


def ring(*_):
    raise OutOfTime


class Deadline:
    """Interrupts what takes too long; ends the process when even that is swallowed."""

    def __enter__(self):
        self._before = signal.signal(signal.SIGALRM, ring)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGALRM})
        self._nowhere = open("/dev/null", "wb")
        faulthandler.dump_traceback_later(HARD_SECONDS, exit=True, file=self._nowhere)

    def __exit__(self, *_):
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, self._before)
        faulthandler.cancel_dump_traceback_later()
        self._nowhere.close()


def explain(start, error=None):
    """For a program that has told its end. Sends one `explanation` message or none; never raises."""
    request = start.get("explain")
    if not request:
        return
    try:
        with Deadline():
            if error is None:
                explain_silence(start["code"], start["file"], request)
            else:
                explain_error(error, start["file"], request)
    except BaseException:  # out of time, stopped, out of memory: then there is no explanation
        pass
