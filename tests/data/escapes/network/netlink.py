# held by: seccomp
# as: check program
import socket
socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 9)
print("GOT OUT: audit")
