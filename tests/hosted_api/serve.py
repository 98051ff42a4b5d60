"""Starts the hosted platform for tests. What the options do stands in README.md."""

import argparse
import json
import os
import pathlib
import shutil
import signal
import sys
import tempfile
import threading
import time

HERE = pathlib.Path(__file__).resolve().parent
_SHORT = 0.25


def options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--profile", choices=["deployed", "repaired"], default="deployed")
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--ready-file", type=pathlib.Path)
    parser.add_argument("--faults", action="store_true")
    parser.add_argument("--tls", action="store_true")
    parser.add_argument("--certs", type=pathlib.Path)
    parser.add_argument("--data", type=pathlib.Path)
    parser.add_argument("--seed-data", choices=["default", "samples", "empty"], default="default")
    parser.add_argument("--scale", default="")
    parser.add_argument("--access-seconds", type=float, default=900)
    parser.add_argument("--refresh-seconds", type=float, default=604800)
    parser.add_argument("--limit-scale", type=float, default=1)
    parser.add_argument("--stay", action="store_true")
    parser.add_argument("--verbose", action="store_true")
    return parser.parse_args(arguments)


def prepare(chosen: argparse.Namespace, data: pathlib.Path) -> None:
    """Django, its tables, its rows."""
    os.environ.update(
        DJANGO_SETTINGS_MODULE="hosted.settings", HOSTED_DATA=str(data), HOSTED_PROFILE=chosen.profile, HOSTED_TLS=str(int(chosen.tls)),
        HOSTED_ACCESS_SECONDS=str(chosen.access_seconds), HOSTED_REFRESH_SECONDS=str(chosen.refresh_seconds),
        HOSTED_LIMIT_SCALE=str(chosen.limit_scale), HOSTED_VERBOSE=str(int(chosen.verbose)))
    sys.path.insert(0, str(HERE))
    import django
    from django.db import transaction

    django.setup()
    from hosted.control import backup
    from hosted.core import clock
    from hosted.seed import build

    clock.install()
    if not build.has_tables():
        build.create_tables()
        scale = dict(part.split("=", 1) for part in chosen.scale.split(",") if part)
        with transaction.atomic():
            build.fill(chosen.seed_data, {name: int(number) for name, number in scale.items()})
    backup.take("start")


def start_platform(port: int):
    from cheroot.wsgi import Server
    from django.core.wsgi import get_wsgi_application

    server = Server(("127.0.0.1", port), get_wsgi_application(), numthreads=16, max=64, request_queue_size=256, timeout=3600)
    server.keep_alive_conn_limit = 1000
    server.error_log = lambda *args, **kwargs: None
    server.prepare()
    threading.Thread(target=server.serve, daemon=True).start()
    return server, server.bind_addr[1]


def write_whole(file: pathlib.Path, text: str) -> None:
    part = file.with_name(file.name + ".part")
    part.write_text(text, encoding="utf-8")
    os.replace(part, file)


def wait_for_the_end(stay: bool) -> None:
    """Until standard input closes, the parent is gone, or somebody says so."""
    end = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: end.set())

    def watch_input():
        while sys.stdin.buffer.read(4096):
            pass
        end.set()

    if not stay:
        threading.Thread(target=watch_input, daemon=True).start()
    parent = os.getppid()
    while not end.wait(_SHORT):
        if not stay and os.getppid() != parent:
            return


def own_folder() -> pathlib.Path:
    """A fresh folder; those of servers that were killed are swept away."""
    for old in pathlib.Path(tempfile.gettempdir()).glob("hosted-api-*"):
        try:
            os.kill(int((old / "pid").read_text()), 0)
        except ProcessLookupError:
            shutil.rmtree(old, ignore_errors=True)
        except (OSError, ValueError):
            pass  # not ours, or being made just now
    folder = pathlib.Path(tempfile.mkdtemp(prefix="hosted-api-"))
    (folder / "pid").write_text(str(os.getpid()))
    return folder


def main() -> int:
    chosen = options(sys.argv[1:])
    began = time.monotonic()
    own = chosen.data is None
    data = own_folder() if own else chosen.data.resolve()
    data.mkdir(parents=True, exist_ok=True)
    proxy = None
    try:
        prepare(chosen, data)
        in_front = chosen.faults or chosen.tls
        server, direct = start_platform(0 if in_front else chosen.port)
        ready = {"direct": f"http://127.0.0.1:{direct}/api", "data": str(data), "pid": os.getpid(), "profile": chosen.profile}
        if in_front:
            from faults.proxy import Proxy

            contexts = None
            if chosen.tls:
                import certs

                ca, contexts = certs.make(chosen.certs or data / "certs")
                ready["ca"] = str(ca)
            proxy = Proxy(("127.0.0.1", direct), contexts)
            proxy.listen(chosen.port)
        port = proxy.port if proxy else direct
        ready["api"] = f'{"https" if chosen.tls else "http"}://127.0.0.1:{port}/api'
        from hosted.control import server as control

        ready["control"] = f"http://127.0.0.1:{control.start(proxy).server_address[1]}"
        if chosen.ready_file:
            write_whole(chosen.ready_file, json.dumps(ready))
        else:
            print(json.dumps(ready, indent=1), flush=True)
        print(f"ready after {time.monotonic() - began:.1f} s: {ready['api']} ({chosen.profile})", file=sys.stderr, flush=True)
        wait_for_the_end(chosen.stay)
    finally:
        if proxy:
            proxy.end()
        if own:
            shutil.rmtree(data, ignore_errors=True)
    return 0


if __name__ == "__main__":
    code = main()
    sys.stdout.flush()
    os._exit(code)  # threads of connections that hang are not waited for
