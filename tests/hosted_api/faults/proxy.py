"""The fault layer: stands in front of the platform at the socket, ends TLS, and does what the rules say."""

import itertools
import socket
import ssl
import threading
import time

from faults import actions
from faults.http import Closed, Message, Reader, read_answer, read_request
from faults.rules import Rule, Rules
from faults.tunnel import tunnel

_NEVER_REACHES = {"portal_page", "portal_redirect", "empty_object", "gateway_page"}


class Proxy:
    def __init__(self, backend: tuple[str, int], contexts: dict[str, ssl.SSLContext] | None = None):
        self.rules = Rules()
        self._backend = backend
        self._contexts = contexts
        self._present = "good"
        self._numbers = itertools.count(1)
        self._open: set[socket.socket] = set()
        self._lock = threading.Lock()
        self._listener: socket.socket | None = None
        self._ended = False
        self.port = 0

    # Control, from any thread.

    def listen(self, port: int = 0) -> None:
        listener = socket.create_server(("127.0.0.1", port or self.port), reuse_port=False, backlog=128)
        self.port = listener.getsockname()[1]
        self._listener = listener
        threading.Thread(target=self._accept, args=(listener,), daemon=True).start()

    def refuse(self) -> None:
        """As if the machine were down: nothing listens, and what was connected is cut."""
        listener, self._listener = self._listener, None
        if listener:
            listener.shutdown(socket.SHUT_RDWR)
            listener.close()
        self.cut_all()

    def is_open(self) -> bool:
        return self._listener is not None

    def cut_all(self) -> None:
        with self._lock:
            connections = list(self._open)
        for connection in connections:
            try:
                connection.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass

    def present(self, certificate: str) -> None:
        if not self._contexts:
            raise ValueError("the server was started without --tls")
        if certificate not in self._contexts:
            raise ValueError(f"no such certificate: {certificate!r}")
        self._present = certificate

    def present_good(self) -> None:
        self._present = "good"

    def end(self) -> None:
        self._ended = True
        if self._listener:
            self.refuse()

    def ended(self) -> bool:
        return self._ended

    # Connections.

    def _accept(self, listener: socket.socket) -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            threading.Thread(target=self._connection, args=(connection,), daemon=True).start()

    def _connection(self, connection: socket.socket) -> None:
        number = next(self._numbers)
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        try:
            rule = self.rules.at_connection()
            if rule and not self._spoil_connection(connection, rule):
                return
            if self._contexts:
                connection = self._contexts[self._present].wrap_socket(connection, server_side=True)
            with self._lock:
                self._open.add(connection)
            Exchanges(self, connection, number, self._backend, tls=bool(self._contexts)).run()
        except (OSError, Closed, ValueError):
            pass  # the client went away, refused the certificate, or sent what is no HTTP
        finally:
            with self._lock:
                self._open.discard(connection)
            try:
                connection.close()
            except OSError:
                pass

    def _spoil_connection(self, connection: socket.socket, rule: Rule) -> bool:
        if rule.kind == "accept_hang":
            actions.wait_for_close(connection, rule.spec.get("seconds", 600), self.ended)
        elif rule.kind == "handshake_reset":
            connection.recv(16)
            actions.reset(connection)
        else:
            actions.reset(connection)
        return False


class Exchanges:
    """The requests of one client connection, in turn."""

    def __init__(self, proxy: Proxy, connection: socket.socket, number: int, backend: tuple[str, int], tls: bool):
        self._proxy, self._connection, self._number = proxy, connection, number
        self._address, self._tls = backend, tls
        self._backend: socket.socket | None = None
        self._reader: Reader | None = None

    def run(self) -> None:
        reader = Reader(self._connection)
        try:
            for count in itertools.count():
                request = read_request(reader, self._connection)
                seconds, rule, entry = self._proxy.rules.for_request(self._number, request, count > 0)
                time.sleep(seconds / 2)
                try:
                    keep = self._answer(request, rule, seconds / 2, entry)
                except Exception as error:  # a rule that does not fit its answer, a client that went away: said in the log
                    entry["error"] = f"{type(error).__name__}: {error}"
                    return
                if not keep or request.closes():
                    return
        finally:
            self._drop_backend()

    def _drop_backend(self) -> None:
        if self._backend:
            self._backend.close()
        self._backend = None

    def _ask(self, request: Message) -> Message:
        """The platform's answer. Its connection is ours alone, and made anew when the platform has closed it."""
        if self._tls:
            request.put("X-Forwarded-Proto", "https")
        if self._backend is None:
            self._backend = socket.create_connection(self._address)
            self._reader = Reader(self._backend)
        self._backend.sendall(request.head() + request.body)
        answer = read_answer(self._reader, request.method)
        if answer.closes():
            self._drop_backend()
        return answer

    def _send(self, answer: Message, wait: float, entry: dict) -> bool:
        entry["status"] = answer.status
        time.sleep(wait)
        self._connection.sendall(answer.head() + answer.body)
        return not answer.closes()

    def _answer(self, request: Message, rule: Rule | None, wait: float, entry: dict) -> bool:
        if rule is None and request.method == "CONNECT":
            entry["status"] = 200
            tunnel(self._connection, request.path)
            return False
        if rule is None:
            return self._send(self._ask(request), wait, entry)
        kind, spec = rule.kind, rule.spec
        if kind in _NEVER_REACHES:
            return self._send(actions.stand_in(kind, spec), wait, entry)
        if kind == "answer":
            if spec.get("process"):
                self._ask(request)
            return self._send(actions.scripted(spec), wait, entry)
        if kind == "huge":
            actions.send_huge(self._connection, spec, self._proxy.ended)
            return True
        if kind in ("close_before", "reset_before", "hang") or (kind == "die_on_reuse" and not spec.get("process", True)):
            return self._never_answer(request, kind, spec)
        if kind == "slow_server":
            time.sleep(spec.get("seconds", 1))
        times = spec.get("copies", 2) if kind == "duplicate" else 1
        answers = [self._ask(request) for _ in range(times)]
        entry["status"] = answers[-1].status
        if kind == "duplicate":
            return self._send(answers[0] if spec.get("answer") == "first" else answers[-1], wait, entry)
        return self._spoil(answers[0], kind, spec, wait, entry)

    def _never_answer(self, request: Message, kind: str, spec: dict) -> bool:
        if kind == "hang":
            if spec.get("process"):
                self._ask(request)
            actions.wait_for_close(self._connection, spec.get("seconds", 600), self._proxy.ended)
        elif kind == "reset_before":
            actions.reset(self._connection)
        return False

    def _spoil(self, answer: Message, kind: str, spec: dict, wait: float, entry: dict) -> bool:
        """The platform has done what was asked; its answer does not arrive as it was."""
        time.sleep(spec.get("after_ms", 0) / 1000)
        if kind == "reset_answer":
            actions.reset(self._connection)
            return False
        if kind in ("drop_answer", "die_on_reuse"):
            return False
        if kind == "cut":
            time.sleep(wait)
            actions.send_cut(self._connection, answer, spec)
            if spec.get("reset"):
                time.sleep(0.05)  # what was sent should arrive before the reset
                actions.reset(self._connection)
            return False
        if kind == "trickle":
            actions.send_trickle(self._connection, answer, spec, self._proxy.ended)
            return True
        if kind == "late":
            time.sleep(spec.get("seconds", 1))
        elif kind == "replace":
            answer = actions.scripted(spec, answer)
        elif kind == "set_json":
            answer = actions.changed_json(answer, spec)
        return self._send(answer, wait, entry)
