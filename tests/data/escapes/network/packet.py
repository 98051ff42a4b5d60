# held by: seccomp limits namespaces
# as: check program
import socket
socket.socket(socket.AF_PACKET, socket.SOCK_RAW)
print("GOT OUT: packets")
