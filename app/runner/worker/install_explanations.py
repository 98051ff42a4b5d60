"""Copies the library that explains errors to where the worker looks for it: without what is not used, and compiled.

Usage: install_explanations.py SOURCE TARGET. SOURCE is what `./dev setup` installed with pip; when it is not there,
programs run all the same, and errors are explained by the studio's own words only.
"""

import compileall
import pathlib
import py_compile
import shutil
import sys

LANGUAGES = {"fr"}  # English is in the source itself


def unused(folder, names):
    inside = pathlib.Path(folder)
    left_out = {name for name in names if name in ("__pycache__", "bin") or name.endswith((".po", ".pot"))}
    if inside.name == "locales":
        left_out |= {name for name in names if name not in LANGUAGES}
    return left_out


def main(source, target):
    if not source.is_dir():
        print(f"install_explanations: no {source}; run ./dev setup for explanations of errors", file=sys.stderr)
        return
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(source, target, ignore=unused)
    # Compiled once and for all: the worker writes no files, and a bundle may be read-only.
    mode = py_compile.PycInvalidationMode.UNCHECKED_HASH
    if not compileall.compile_dir(target, quiet=2, invalidation_mode=mode):
        sys.exit("install_explanations: the library could not be compiled")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
