"""The layer as a web proxy: CONNECT makes a tunnel to a server on this machine."""

import select
import socket

_LOCAL = {"127.0.0.1", "localhost"}


def tunnel(connection: socket.socket, target: str) -> None:
    """Carries bytes both ways until one side ends. Only to this machine: tests do not reach out."""
    host, _, port = target.rpartition(":")
    if host not in _LOCAL or not port.isdigit():
        connection.sendall(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
        return
    with socket.create_connection((host, int(port)), timeout=10) as other:
        connection.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
        sides = {connection: other, other: connection}
        while True:
            for side in select.select(list(sides), [], [])[0]:
                data = side.recv(65536)
                if not data:
                    return
                sides[side].sendall(data)
