# held by: namespaces landlock seccomp
# as: check program
import socket, sys
socket.create_connection(("127.0.0.1", int(sys.argv[3])), 2).sendall(b"out")
