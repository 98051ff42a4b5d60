"""As much of HTTP/1.1 as the fault layer needs: whole requests and answers, kept as they came over the wire."""

import dataclasses
import socket

LARGEST_HEAD = 256 * 1024


class Closed(Exception):
    """The other side has closed or reset the connection."""


class Reader:
    """Reads from a socket; what was read too much waits for the next call."""

    def __init__(self, connection: socket.socket):
        self._connection = connection
        self._waiting = b""

    def _more(self) -> None:
        try:
            data = self._connection.recv(65536)
        except OSError as error:
            raise Closed(str(error)) from error
        if not data:
            raise Closed("end of stream")
        self._waiting += data

    def until(self, mark: bytes) -> bytes:
        while mark not in self._waiting:
            if len(self._waiting) > LARGEST_HEAD:
                raise Closed("the head is too long")
            self._more()
        found, self._waiting = self._waiting.split(mark, 1)
        return found + mark

    def exactly(self, number: int) -> bytes:
        while len(self._waiting) < number:
            self._more()
        found, self._waiting = self._waiting[:number], self._waiting[number:]
        return found

    def rest(self) -> bytes:
        try:
            while True:
                self._more()
        except Closed:
            found, self._waiting = self._waiting, b""
            return found


@dataclasses.dataclass
class Message:
    first: str
    headers: list[tuple[str, str]]
    body: bytes = b""

    def get(self, name: str) -> str | None:
        return next((value for key, value in self.headers if key.lower() == name.lower()), None)

    def drop(self, *names: str) -> None:
        wanted = {name.lower() for name in names}
        self.headers = [(key, value) for key, value in self.headers if key.lower() not in wanted]

    def put(self, name: str, value: str) -> None:
        self.drop(name)
        self.headers.append((name, value))

    def head(self) -> bytes:
        lines = [self.first] + [f"{key}: {value}" for key, value in self.headers]
        return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n"

    def closes(self) -> bool:
        return (self.get("Connection") or "").lower() == "close"

    @property
    def method(self) -> str:
        return self.first.split(" ")[0]

    @property
    def path(self) -> str:
        return self.first.split(" ")[1] if self.first.count(" ") >= 2 else ""

    @property
    def status(self) -> int:
        return int(self.first.split(" ")[1])


def _head(reader: Reader) -> Message:
    lines = reader.until(b"\r\n\r\n").decode("latin-1").split("\r\n")[:-2]
    headers = [(line.split(":", 1)[0], line.split(":", 1)[1].strip()) for line in lines[1:] if ":" in line]
    return Message(lines[0], headers)


def _chunks(reader: Reader) -> bytes:
    body = b""
    while True:
        size = int(reader.until(b"\r\n").split(b";")[0], 16)
        body += reader.exactly(size)
        reader.until(b"\r\n") if size else None
        if size == 0:
            while reader.until(b"\r\n") != b"\r\n":
                pass
            return body


def read_request(reader: Reader, connection: socket.socket) -> Message:
    request = _head(reader)
    if (request.get("Expect") or "").lower() == "100-continue":
        connection.sendall(b"HTTP/1.1 100 Continue\r\n\r\n")
        request.drop("Expect")
    if "chunked" in (request.get("Transfer-Encoding") or "").lower():
        request.body = _chunks(reader)
        request.drop("Transfer-Encoding")
        request.put("Content-Length", str(len(request.body)))
    elif request.get("Content-Length"):
        request.body = reader.exactly(int(request.get("Content-Length")))
    return request


def read_answer(reader: Reader, method: str) -> Message:
    """An answer with all of its bytes: also those behind a 204, which the deployed server sends (Q13)."""
    answer = _head(reader)
    if method == "HEAD" or answer.status == 304:
        return answer
    if "chunked" in (answer.get("Transfer-Encoding") or "").lower():
        answer.body = _chunks(reader)
        answer.drop("Transfer-Encoding")
        answer.put("Content-Length", str(len(answer.body)))
    elif answer.get("Content-Length"):
        answer.body = reader.exactly(int(answer.get("Content-Length")))
    elif answer.status >= 200 and answer.status != 204:
        answer.body = reader.rest()
        answer.put("Connection", "close")
    return answer


def make_answer(status: int, body: bytes, kind: str, headers: dict | None = None) -> Message:
    from http.client import responses

    answer = Message(f"HTTP/1.1 {status} {responses.get(status, 'Unknown')}", [("Content-Type", kind)], body)
    for name, value in (headers or {}).items():
        for one in value if isinstance(value, list) else [value]:
            answer.drop(name) if not isinstance(value, list) else None
            answer.headers.append((name, str(one)))
    answer.put("Content-Length", str(len(body)))
    return answer
