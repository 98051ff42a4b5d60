"""What is done to a request or its answer. Each action takes the exchange and says whether the connection may be kept."""

import base64
import json
import select
import socket
import struct
import time
import zlib

from faults.http import Message, make_answer

_PORTAL = b"<!doctype html><html><head><title>Sign in to the network</title></head><body><form action='/login'>Room number</form></body></html>"
_GATEWAY = b"<html><head><title>%d</title></head><body><center><h1>%d Bad Gateway</h1></center><hr><center>nginx</center></body></html>"


def reset(connection: socket.socket) -> None:
    """Closes so that the other side sees a reset."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()


def wait_for_close(connection: socket.socket, seconds: float, stopped) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until and not stopped():
        try:
            if select.select([connection], [], [], 0.1)[0] and not connection.recv(1):
                return
        except OSError:
            return


def scripted(spec: dict, base: Message | None = None) -> Message:
    """The answer that a rule describes, or the real one with parts replaced."""
    if "json" in spec:
        body, kind = json.dumps(spec["json"]).encode(), "application/json"
    elif "base64" in spec:
        body, kind = base64.b64decode(spec["base64"]), "application/octet-stream"
    elif "body" in spec:
        body, kind = spec["body"].encode(), "text/html; charset=utf-8"
    else:
        body, kind = (base.body if base else b""), "application/json"
    if base is None:
        return make_answer(spec.get("status", 200), body, kind, spec.get("headers"))
    fresh = make_answer(spec.get("status", base.status), body, base.get("Content-Type") or kind, spec.get("headers"))
    replaced = {name.lower() for name in spec.get("headers", {})} | {"content-type", "content-length", "connection"}
    return Message(fresh.first, [pair for pair in base.headers if pair[0].lower() not in replaced] + fresh.headers, body)


def _place(document, path: str):
    """The container and key that "results.0.id" names."""
    parts = [int(part) if part.isdigit() else part for part in path.split(".")]
    for part in parts[:-1]:
        document = document[part]
    return document, parts[-1]


def changed_json(answer: Message, spec: dict) -> Message:
    document = json.loads(answer.body)
    for path, value in spec.get("set", {}).items():
        container, key = _place(document, path)
        container[key] = value
    for path in spec.get("remove", []):
        container, key = _place(document, path)
        del container[key]
    answer.body = json.dumps(document).encode()
    answer.put("Content-Length", str(len(answer.body)))
    return answer


def stand_in(kind: str, spec: dict) -> Message:
    """Answers of somebody else than the server."""
    if kind == "portal_page":
        return make_answer(200, _PORTAL, "text/html; charset=utf-8", {"Cache-Control": "no-store"})
    if kind == "portal_redirect":
        return make_answer(302, b"", "text/html", {"Location": spec.get("location", "http://portal.example.net/login")})
    if kind == "empty_object":
        return make_answer(200, b"{}", "application/json")
    status = spec.get("status", 502)
    return make_answer(status, _GATEWAY % (status, status), "text/html")


def send_cut(connection: socket.socket, answer: Message, spec: dict) -> None:
    """Sends less than was promised; whoever reads must not take the status line's word for it."""
    size = spec.get("bytes", int(len(answer.body) * spec.get("fraction", 0.5)))
    part = answer.body[:size]
    if spec.get("framing") == "chunked":
        answer.drop("Content-Length")
        answer.put("Transfer-Encoding", "chunked")
        connection.sendall(answer.head() + f"{len(answer.body) or 1:x}\r\n".encode() + part)
    else:
        answer.put("Content-Length", str(max(len(answer.body), size + 1)))
        connection.sendall(answer.head() + part)


def send_trickle(connection: socket.socket, answer: Message, spec: dict, stopped) -> None:
    data = answer.body
    if spec.get("headers") is True:
        data = answer.head() + data
    else:
        connection.sendall(answer.head())
    for index in range(len(data)):
        if stopped():
            return
        connection.sendall(data[index:index + 1])
        time.sleep(1 / spec.get("bytes_per_second", 1))


def send_huge(connection: socket.socket, spec: dict, stopped) -> None:
    """Streams; never holds what it sends."""
    left, packed = int(spec.get("bytes", 1 << 30)), spec.get("gzip", False)
    kind = "application/json" if spec.get("json", True) else "application/octet-stream"
    head = make_answer(200, b"", kind)
    head.drop("Content-Length")
    head.put("Transfer-Encoding", "chunked")
    if packed:
        head.put("Content-Encoding", "gzip")
    connection.sendall(head.head())
    press = zlib.compressobj(9, zlib.DEFLATED, 31) if packed else None

    def chunk(data: bytes) -> None:
        data = press.compress(data) if press else data
        if data:
            connection.sendall(f"{len(data):x}\r\n".encode() + data + b"\r\n")

    chunk(b'{"results": ["')
    piece = b"a" * 65536
    while left > 0 and not stopped():
        chunk(piece[:left])
        left -= len(piece)
    chunk(b'"]}')
    if press:
        data = press.flush()
        connection.sendall(f"{len(data):x}\r\n".encode() + data + b"\r\n")
    connection.sendall(b"0\r\n\r\n")
