"""The installed packages of a project: folders that go on sys.path as a virtual environment's own would."""

import sys


def add_import_paths(start):
    """Before the system's own packages, after the standard library, so that what was installed wins as in an environment.

    Does nothing, and loads nothing, for a start message without `import_paths`."""
    folders = start.get("import_paths")
    if not folders:
        return
    import site

    before = list(sys.path)
    for folder in folders:
        site.addsitedir(folder)  # honours .pth files
    added = [entry for entry in sys.path if entry not in before]
    place = next((i for i, entry in enumerate(before) if entry.endswith(("-packages", "-packages/"))), len(before))
    sys.path[:] = before[:place] + added + before[place:]
