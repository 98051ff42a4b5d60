"""A course's unittest file: beside the answer in one process (open), or reaching it through a stand-in module."""

import builtins
import sys
import types
import unittest

import _studio
import studio_calls
import studio_program


class AnswerLeft(RuntimeError):
    """The program that is tested ended by itself during the call."""


class AnswerError(Exception):
    """An exception of a type that the answer defines itself."""


def raise_as_here(error):
    """Raises what the answer's process raised: Python's own exceptions by name, others under their name."""
    known = getattr(builtins, error["type"], None)
    if isinstance(known, type) and issubclass(known, Exception):
        try:
            made = known(error["message"])
        except TypeError:  # some need more arguments, as UnicodeDecodeError does
            made = AnswerError(error["message"])
    else:
        made = type(error["type"], (AnswerError,), {})(error["message"])
    made.studio_error = error
    raise made


class Invoker:
    """Calls into the other process, one at a time."""

    def __init__(self):
        self._number = 0

    def call(self, name, args, kwargs):
        self._number += 1
        _studio.send({
            "type": "invoke",
            "id": self._number,
            "name": name,
            "args": [self._plain(name, each) for each in args],
            "kwargs": {key: self._plain(name, each) for key, each in kwargs.items()},
        })
        reply = _studio.receive()
        if reply is None:
            raise AnswerLeft(f"{name}() was not answered")
        if reply.get("printed"):
            sys.stdout.write(reply["printed"])
        self._copy_back(args, reply.get("args") or [])
        if reply.get("left"):
            raise AnswerLeft(f"the program ended by itself during {name}()")
        if reply.get("error"):
            raise_as_here(reply["error"])
        return _studio.decode(reply["value"])

    @staticmethod
    def _plain(name, value):
        encoded = _studio.encode(value)
        if not _studio.is_plain(encoded):
            raise TypeError(f"{name}() can only be given plain values here; tests that give more say `open: true`")
        return encoded

    @staticmethod
    def _copy_back(args, changed):
        """What the answer did to lists, dicts and sets it was given shows in the test's own."""
        for mine, theirs in zip(args, changed):
            if type(mine) in (list, dict, set) and _studio.is_plain(theirs):
                value = _studio.decode(theirs)
                if type(value) is type(mine) and value != mine:
                    mine.clear()
                    mine.extend(value) if type(mine) is list else mine.update(value)


def stand_in(name, names):
    """A module that looks like the answer and holds nothing of it."""
    module = types.ModuleType(name)
    invoker = Invoker()

    def function(attribute):
        def called(*args, **kwargs):
            return invoker.call(attribute, args, kwargs)

        called.__name__ = called.__qualname__ = attribute
        return called

    for entry in names:
        attribute = entry["name"]
        setattr(module, attribute, function(attribute) if entry["callable"] else _studio.decode(entry["value"]))
    sys.modules[name] = module
    return module


class Collector(unittest.TestResult):
    """The outcome of each test, in plain form."""

    def __init__(self, answer_file):
        super().__init__()
        self.outcomes = []
        self._answer_file = answer_file

    def _add(self, test, state, error=None):
        outcome = {
            "name": str(test.id()).replace("studio_tests_file.", "")[:300],
            "description": (test.shortDescription() or "")[:300],
            "state": state,
            "message": "",
        }
        if error is not None:
            outcome["message"] = (str(error).strip() or type(error).__name__)[:2000]
            known = getattr(error, "studio_error", None)
            if isinstance(known, dict):
                outcome["error"] = known
            elif state == "raised":
                outcome["error"] = studio_program.describe_error(error, self._answer_file)
        self.outcomes.append(outcome)

    def addSuccess(self, test):
        self._add(test, "passed")

    def addFailure(self, test, err):
        self._add(test, "failed", err[1])

    def addError(self, test, err):
        self._add(test, "raised", err[1])

    def addSkip(self, test, reason):
        self._add(test, "skipped")
        self.outcomes[-1]["message"] = str(reason)[:2000]

    def addExpectedFailure(self, test, err):
        self._add(test, "passed")

    def addUnexpectedSuccess(self, test):
        self._add(test, "failed")
        self.outcomes[-1]["message"] = "this was expected to fail"

    def addSubTest(self, test, subtest, err):
        if err is not None:
            failed = issubclass(err[0], test.failureException)
            self._add(subtest, "failed" if failed else "raised", err[1])


def run(start):
    name, file = start["module"], start["file"]
    if start["job"] == "open-tests":
        if studio_calls.load(start, name) is None:
            return 1
    else:
        stand_in(name, start["names"])
    tests_file = start["tests_file"]
    studio_program.remember_source(tests_file, start["tests"])
    module = types.ModuleType("studio_tests_file")
    module.__file__ = tests_file
    sys.modules["studio_tests_file"] = module
    result = Collector(file)
    try:
        exec(compile(start["tests"], tests_file, "exec", dont_inherit=True), module.__dict__)
        suite = unittest.defaultTestLoader.loadTestsFromModule(module)
        count = suite.countTestCases()
    except BaseException as error:
        _studio.send({"type": "report", "tests": [], "broken": True, "error": studio_program.describe_error(error, tests_file)})
        _studio.send({"type": "done", "state": "finished"})
        return 0
    try:
        suite.run(result)
    except BaseException:
        pass  # SystemExit or KeyboardInterrupt out of a test: what was collected so far is told
    _studio.send({"type": "report", "tests": result.outcomes[:1000], "broken": count == 0})
    _studio.send({"type": "done", "state": "finished"})
    return 0
