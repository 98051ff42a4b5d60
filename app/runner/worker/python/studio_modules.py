"""Which modules are loaded, seen from the learner's folder: what is loaded here ahead must not change what `import` finds."""

import _imp
import os
import sys


def loaded_ahead(name):
    """A module that a Python starting with a file would have yet to look for in the program's folder."""
    top = name.partition(".")[0]
    return top in sys.stdlib_module_names and top not in sys.builtin_module_names and not _imp.is_frozen(top)


def own_modules(folder):
    """The names under which the folder's files can be imported. Folders without __init__.py never win."""
    names = set()
    try:
        for entry in os.scandir(folder):
            if entry.name.endswith(".py") or os.path.isfile(os.path.join(entry.path, "__init__.py")):
                names.add(entry.name.removesuffix(".py"))
    except OSError:
        pass  # a folder that can't be listed: import will say so
    return names


def give_way(folder):
    """Lets a file of the program's own win over a library module of the same name, as it does in a fresh Python.

    Then all that was loaded ahead is forgotten, since a module that uses the other one finds the program's too."""
    if any(name in sys.modules and loaded_ahead(name) for name in own_modules(folder)):
        for name in [name for name in sys.modules if loaded_ahead(name)]:
            del sys.modules[name]
