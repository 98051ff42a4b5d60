"""Starts the platform for a test, and talks to it with nothing but the standard library's HTTP."""

import http.client
import json
import pathlib
import socket
import ssl
import subprocess
import sys
import tempfile
import time
import urllib.parse

HERE = pathlib.Path(__file__).resolve().parent
SERVE = HERE.parent / "serve.py"
RECORDED = HERE.parents[1] / "data" / "platform"
PASSWORDS = {name: f"{name.capitalize()}!Example1" for name in ("grace", "ada", "ben", "cleo")}


class Answer:
    def __init__(self, status: int, headers, body: bytes):
        self.status, self.headers, self.body = status, headers, body

    @property
    def json(self):
        return json.loads(self.body)

    def is_json(self) -> bool:
        return (self.headers.get("Content-Type") or "").startswith("application/json")

    def cookies(self) -> dict[str, str]:
        pairs = [line.split(";")[0].split("=", 1) for line in self.headers.get_all("Set-Cookie") or []]
        return {name: value.strip('"') for name, value in pairs}


class Platform:
    """One server process. It ends when its standard input closes."""

    def __init__(self, *arguments: str):
        self.folder = tempfile.TemporaryDirectory()
        ready = pathlib.Path(self.folder.name) / "ready.json"
        self.process = subprocess.Popen([sys.executable, str(SERVE), "--ready-file", str(ready), *arguments], stdin=subprocess.PIPE,
                                        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        until = time.monotonic() + 30
        while not ready.exists():
            if self.process.poll() is not None or time.monotonic() > until:
                self.process.kill()
                raise RuntimeError(f"the platform did not start: {self.process.communicate()[1].decode()[-2000:]}")
            time.sleep(0.02)
        self.ready = json.loads(ready.read_text(encoding="utf-8"))
        self.api = urllib.parse.urlsplit(self.ready["api"])
        self.context = ssl.create_default_context(cafile=self.ready["ca"]) if "ca" in self.ready else None

    def end(self) -> int:
        self.process.stdin.close()
        self.process.stderr.close()
        code = self.process.wait(timeout=10)
        self.folder.cleanup()
        return code

    def connection(self) -> http.client.HTTPConnection:
        if self.context:
            return http.client.HTTPSConnection(self.api.hostname, self.api.port, timeout=20, context=self.context)
        return http.client.HTTPConnection(self.api.hostname, self.api.port, timeout=20)

    def raw(self) -> socket.socket:
        return socket.create_connection((self.api.hostname, self.api.port), timeout=20)

    def ask(self, method: str, path: str, body=None, *, token=None, cookies=None, headers=None, connection=None) -> Answer:
        """`path` begins with /v1/ or /v2/, or is absolute from the host's root with /api or /media."""
        used = connection or self.connection()
        sent = {"Accept": "application/json"} | (headers or {})
        data = None
        if body is not None:
            data = body if isinstance(body, bytes) else json.dumps(body).encode()
            sent.setdefault("Content-Type", "application/json")
        if token:
            sent["Authorization"] = f"Bearer {token}"
        if cookies:
            sent["Cookie"] = "; ".join(f"{name}={value}" for name, value in cookies.items())
        try:
            used.request(method, path if path.startswith(("/api", "/media")) else f"/api{path}", data, sent)
            got = used.getresponse()
            return Answer(got.status, got.headers, got.read())
        finally:
            if connection is None:
                used.close()

    def login(self, name: str = "ada") -> dict[str, str]:
        answer = self.ask("POST", "/v1/auth/login/", {"email": name, "password": PASSWORDS[name]})
        assert answer.status == 200, answer.body
        return answer.cookies()

    def token(self, name: str = "ada") -> str:
        return self.login(name)["access_token"]

    def control(self, method: str, path: str, body=None):
        port = urllib.parse.urlsplit(self.ready["control"]).port
        used = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
        used.request(method, path, json.dumps(body) if body is not None else None)
        got = used.getresponse()
        answer = json.loads(got.read())
        used.close()
        if got.status != 200:
            raise ValueError(answer["error"])
        return answer

    def faults(self, *rules: dict, seed: int = 1) -> None:
        self.control("POST", "/faults", {"seed": seed, "rules": list(rules)})

    def state(self, name: str = "ada") -> dict:
        return self.control("GET", f"/state?user={name}")
