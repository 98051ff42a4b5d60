import queue
import threading

tasks, results = queue.Queue(), queue.Queue()


def work():
    while (task := tasks.get()) is not None:
        results.put(task * 2)
    tasks.put(None)


threads = [threading.Thread(target=work) for _ in range(3)]
for thread in threads:
    thread.start()
for number in range(20):
    tasks.put(number)
tasks.put(None)
for thread in threads:
    thread.join()
print(sorted(results.queue))
