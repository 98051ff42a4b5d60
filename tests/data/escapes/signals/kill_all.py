# held by: namespaces landlock seccomp
# as: check
import ctypes, signal
signal.signal(signal.SIGUSR2, signal.SIG_IGN)
ctypes.CDLL(None).kill(-1, 0) == 0 and print("reached somebody")
