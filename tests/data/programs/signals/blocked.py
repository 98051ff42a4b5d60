import os
import signal

signal.signal(signal.SIGUSR1, lambda *_: print("delivered"))
signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR1])
os.kill(os.getpid(), signal.SIGUSR1)
print("pending", [each.name for each in signal.sigpending()])
signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGUSR1])
print("after")
