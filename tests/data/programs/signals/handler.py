import os
import signal


def handler(number, frame):
    print("handler", signal.Signals(number).name, frame.f_code.co_name)


signal.signal(signal.SIGINT, handler)
os.kill(os.getpid(), signal.SIGINT)
print("goes on")
