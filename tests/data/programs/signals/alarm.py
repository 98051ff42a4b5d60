import signal
import time


def handler(number, frame):
    raise TimeoutError("too slow")


signal.signal(signal.SIGALRM, handler)
signal.setitimer(signal.ITIMER_REAL, 0.05)
try:
    time.sleep(10)
except TimeoutError as error:
    print(error)
print(signal.alarm(0), signal.getitimer(signal.ITIMER_REAL))
