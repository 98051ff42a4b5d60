"""The control port: plain HTTP with JSON, for tests only. The calls are listed in ../../README.md."""

import datetime
import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, urlsplit

from django.db import connections
from rest_framework_simplejwt.tokens import AccessToken, RefreshToken

from hosted.control import admin, backup, state
from hosted.core import clock, ledger, profile, throttle
from hosted.forum import hold


def _plain(value) -> str:
    """Times with all their digits."""
    return value.isoformat() if isinstance(value, datetime.datetime) else str(value)


class Control:
    """What the calls do. `proxy` is None without a fault layer."""

    def __init__(self, proxy):
        self._proxy = proxy

    def _faults(self):
        if self._proxy is None:
            raise ValueError("the server was started without --faults")
        return self._proxy

    def get_ready(self, query):
        return {"ok": True, "profile": profile.current()}

    def get_state(self, query):
        return state.of_user(query["user"]) if query.get("user") else state.of_all()

    def get_requests(self, query):
        return ledger.requests(int(query.get("since", 0)), query.get("user"))

    def post_requests_clear(self, body):
        ledger.clear()
        if self._proxy:
            self._proxy.rules.clear_log()

    def post_reset(self, body):
        backup.bring_back("start")
        ledger.clear()
        throttle.clear()
        clock.set_offset(0)
        hold.choose(False)
        if self._proxy:
            self._proxy.rules.replace([])
            self._proxy.rules.clear_log()
            self._proxy.present_good()
            if not self._proxy.is_open():
                self._proxy.listen()

    def post_snapshot(self, body):
        backup.take(body["name"])

    def post_restore(self, body):
        backup.bring_back(body["name"])

    def post_profile(self, body):
        profile.choose(body["profile"])

    def post_hold(self, body):
        hold.choose(body["on"])

    def post_clock(self, body):
        clock.set_offset(body["offset"])

    def post_limits(self, body):
        if "scale" in body:
            throttle.set_scale(body["scale"])
        if body.get("reset"):
            throttle.clear()

    def post_tokens(self, body):
        for key, token in (("access_seconds", AccessToken), ("refresh_seconds", RefreshToken)):
            if key in body:
                token.lifetime = datetime.timedelta(seconds=body[key])

    def post_certificate(self, body):
        self._faults().present(body["present"])

    def post_admin(self, body):
        return admin.do(body)

    def get_faults(self, query):
        return {"rules": self._faults().rules.describe()}

    def post_faults(self, body):
        self._faults().rules.replace(body["rules"] if isinstance(body, dict) else body, body.get("seed", 1) if isinstance(body, dict) else 1)

    def delete_faults(self, body):
        self._faults().rules.replace([])

    def get_faults_log(self, query):
        return self._faults().rules.log()

    def post_listen(self, body):
        if body["open"] and not self._faults().is_open():
            self._faults().listen()
        elif not body["open"]:
            self._faults().refuse()

    def post_cut(self, body):
        self._faults().cut_all()


class _Handler(BaseHTTPRequestHandler):
    control: Control

    def log_message(self, *args):
        pass

    def _do(self, method: str):
        parts = urlsplit(self.path)
        call = getattr(self.control, f'{method}_{parts.path.strip("/").replace("/", "_")}', None)
        status, answer = 404, {"error": f"no such call: {method.upper()} {parts.path}"}
        try:
            text = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            if call:
                argument = dict(parse_qsl(parts.query)) if method == "get" else json.loads(text or b"{}")
                status, answer = 200, call(argument) or {"ok": True}
        except (KeyError, ValueError, TypeError, OSError) as error:
            status, answer = 400, {"error": f"{type(error).__name__}: {error}"}
        except Exception as error:
            status, answer = 500, {"error": f"{type(error).__name__}: {error}"}
        finally:
            connections.close_all()
        data = json.dumps(answer, default=_plain).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def do_GET(self):
        self._do("get")

    def do_POST(self):
        self._do("post")

    def do_DELETE(self):
        self._do("delete")


def start(proxy) -> ThreadingHTTPServer:
    handler = type("Handler", (_Handler,), {"control": Control(proxy)})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server
