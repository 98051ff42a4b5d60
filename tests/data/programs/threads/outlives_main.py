import threading
import time


def work(number):
    time.sleep(0.05 * number)
    print("thread", number)


for each in (1, 2, 3):
    threading.Thread(target=work, args=(each,)).start()
print("main is done")
