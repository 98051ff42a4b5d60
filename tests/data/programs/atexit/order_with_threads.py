# Threads first, handlers then.
import atexit
import threading
import time

atexit.register(print, "handler")
threading.Thread(target=lambda: (time.sleep(0.1), print("thread"))).start()
print("main")
