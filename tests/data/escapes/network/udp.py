# held by: namespaces seccomp
# as: check program
import socket, sys
socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"out", ("127.0.0.1", int(sys.argv[3])))
