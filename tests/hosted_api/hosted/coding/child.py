"""Runs in a process of its own: one program and its test cases from standard input, the verdict as JSON on standard output.

As narrow as the platform's runner (contract, section 6): no class statement, few built-in names, few modules, words that are refused.
"""

import contextlib
import io
import json
import re
import resource
import sys
import time
import traceback

REFUSED = ["import os", "import sys", "import subprocess", "import socket", "__import__", "eval(", "exec(", "compile(", "open(", "input(",
           "globals(", "locals(", "getattr(", "setattr(", "delattr(", "dir(", "vars(", "chr(", "ord(", "__builtins__", "__class__", "__subclasses__"]
MODULES = {"math", "random", "datetime", "collections", "itertools", "functools", "operator", "string", "re", "json"}
NAMES = ["abs", "all", "any", "bin", "bool", "bytes", "dict", "divmod", "enumerate", "filter", "float", "format", "frozenset", "hash", "hex", "int",
         "isinstance", "issubclass", "len", "list", "map", "max", "min", "oct", "pow", "print", "range", "repr", "reversed", "round", "set",
         "slice", "sorted", "str", "sum", "tuple", "type", "zip"]


def refusal(code: str):
    for pattern in REFUSED:
        if pattern in code:
            return f"Security Error: Restricted pattern detected: {pattern}"
    if re.search(r"^\s*while\s+(True|1)\s*:", code, re.MULTILINE) and "break" not in code:
        return "Security Error: Potential infinite loop detected"
    return None


def environment() -> dict:
    import builtins

    def limited_import(name, *args, **kwargs):
        if name.split(".")[0] not in MODULES:
            raise ImportError(f"Import of '{name}' is not allowed")
        return builtins.__import__(name, *args, **kwargs)

    names = {name: getattr(builtins, name) for name in NAMES}
    return {"__builtins__": names | {"__import__": limited_import, "True": True, "False": False, "None": None}, "__name__": "__main__"}


def run_tests(cases: list, names: dict) -> list:
    results = []
    for number, case in enumerate(cases, 1):
        result = {"test_number": number, "passed": False, "expected_output": case["expected"], "test_name": case["name"]}
        try:
            actual = str(eval(case["input"], names)) if case["input"] else ""  # noqa: S307 - the test's own expression, in a process of its own
            result["actual_output"] = actual
            result["passed"] = actual.strip() == case["expected"].strip()
        except BaseException as error:
            result["error"] = f"{type(error).__name__}: {error}"
        results.append(result)
    return results


def main() -> None:
    job = json.load(sys.stdin)
    resource.setrlimit(resource.RLIMIT_CPU, (job["seconds"], job["seconds"] + 1))
    resource.setrlimit(resource.RLIMIT_AS, (512 * 1024 * 1024,) * 2)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    words = refusal(job["code"])
    if words:
        print(json.dumps({"success": False, "error": words, "error_type": "security"}))
        return
    out, err, names, results = io.StringIO(), io.StringIO(), environment(), []
    started = time.perf_counter()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            exec(job["code"], names)  # noqa: S102 - what this process is for
            took = time.perf_counter() - started
            results = run_tests(job["tests"], names)
        except BaseException as error:
            took = time.perf_counter() - started
            err.write(f"Error: {error}\n{traceback.format_exc()}")
            results = [{"test_number": number, "passed": False, "expected_output": case["expected"], "actual_output": "", "test_name": case["name"],
                        "error": str(error)} for number, case in enumerate(job["tests"], 1)]
    print(json.dumps({
        "success": True, "stdout": out.getvalue()[:100_000], "stderr": err.getvalue()[:100_000], "execution_time": took,
        "test_results": results, "memory_used": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss}))


main()
