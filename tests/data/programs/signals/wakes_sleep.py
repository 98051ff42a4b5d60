# A handler that returns lets the sleep go on to its end.
import signal
import time

signal.signal(signal.SIGALRM, lambda *_: print("tick"))
signal.setitimer(signal.ITIMER_REAL, 0.05)
started = time.monotonic()
time.sleep(0.2)
print(time.monotonic() - started >= 0.2)
