"""Runs the pip that comes with this Python's ensurepip, for the environment whose Python runs this file.

Reads its arguments as a JSON list from standard input: addresses with passwords then show in no list of processes.
Adds lines of its own to pip's: "studio: progress DONE TOTAL" in bytes, and "studio: skipped FILE: WHY",
and "studio: failed WHY" for a page of the index."""

import json
import os
import sys
import sysconfig
import time

NO_PIP = 90  # exit status


def pip_wheel():
    """The newest pip among the wheels that come with Python. The one in the environment may have been broken by anything."""
    folders = [sysconfig.get_config_var("WHEEL_PKG_DIR") or ""]
    try:
        import ensurepip
        folders.append(os.path.join(os.path.dirname(ensurepip.__file__), "_bundled"))
    except ImportError:
        pass  # Debian has it in a package of its own
    for folder in filter(os.path.isdir, folders):
        wheels = sorted(name for name in os.listdir(folder) if name.startswith("pip-") and name.endswith(".whl"))
        if wheels:
            return os.path.join(folder, wheels[-1])
    return None


def tell(*words):
    print("studio:", *words, flush=True)


def telling_progress(*, bar_type, size=None):
    """In place of pip's own progress bar, which draws for a terminal."""
    def follow(chunks):
        done, told = 0, 0.0
        for chunk in chunks:
            done += len(chunk)
            now = time.monotonic()
            if now - told > 0.1:
                told = now
                tell("progress", done, size or 0)
            yield chunk
        tell("progress", done, size or done)
    return follow


def listen():
    """pip's own functions, where they are as known; else there is no progress in bytes, and nothing else is lost."""
    try:
        from pip._internal.network import download
        download.get_download_progress_renderer = telling_progress
        from pip._internal.index import package_finder
        known = package_finder.PackageFinder._log_skipped_link

        def told(self, link, result, detail):
            tell("skipped", f"{link.filename}:", str(detail).replace("\n", " ")[:300])
            known(self, link, result, detail)
        package_finder.PackageFinder._log_skipped_link = told
    except (ImportError, AttributeError):
        pass
    try:
        from pip._internal.index import collector
        quiet = collector._handle_get_simple_fail

        def failed(link, reason, meth=None):
            tell("failed", str(reason).replace("\n", " ")[:1000])
            quiet(link, reason, meth)
        collector._handle_get_simple_fail = failed
    except (ImportError, AttributeError):
        pass


def main():
    arguments = json.load(sys.stdin)
    wheel = pip_wheel()
    if wheel is None:
        tell("no pip")
        return NO_PIP
    sys.path.insert(0, wheel)
    sys.argv = ["pip", *arguments]
    listen()
    from pip._internal.cli.main import main as pip
    return pip(arguments)


if __name__ == "__main__":
    sys.exit(main())
