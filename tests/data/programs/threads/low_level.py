import _thread
import time


def work():
    raise ValueError("in a bare thread")


_thread.start_new_thread(work, ())
time.sleep(0.2)
print("goes on")
