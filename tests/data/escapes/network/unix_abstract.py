# held by: namespaces landlock seccomp
# as: check program
import socket, sys
peer = socket.socket(socket.AF_UNIX)
peer.connect("\0" + sys.argv[5])
print("GOT OUT")
