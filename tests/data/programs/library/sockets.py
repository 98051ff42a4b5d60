# A pair of its own, which needs no network.
import selectors
import socket

left, right = socket.socketpair()
left.sendall(b"hello")
chooser = selectors.DefaultSelector()
chooser.register(right, selectors.EVENT_READ)
print(len(chooser.select(1)), right.recv(10))
print(socket.inet_aton("127.0.0.1"), socket.ntohs(1), socket.AF_INET.name)
