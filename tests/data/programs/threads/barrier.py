import threading

barrier = threading.Barrier(3, action=lambda: print("all here"))
threads = [threading.Thread(target=barrier.wait) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(barrier.broken)
