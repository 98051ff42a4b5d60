import threading


def work():
    return 1 / 0


thread = threading.Thread(target=work, name="worker")
thread.start()
thread.join()
print("goes on", thread.is_alive())
