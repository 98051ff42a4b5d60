#: unsorted
import threading


def work(number):
    for _ in range(200):
        print(f"thread {number}\n", end="")


threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
