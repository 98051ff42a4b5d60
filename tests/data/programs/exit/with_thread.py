# The end waits for threads, also after sys.exit().
import sys
import threading
import time


def work():
    time.sleep(0.1)
    print("thread done")


threading.Thread(target=work).start()
print("leaving")
sys.exit(3)
