import threading
import time


def work():
    time.sleep(0.1)
    raise LookupError("late")


threading.Thread(target=work).start()
raise ValueError("early")
