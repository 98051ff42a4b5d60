# held by: namespaces seccomp
# as: check program
import socket, sys
socket.socket(socket.AF_UNIX).connect(sys.argv[5])
print("GOT OUT")
