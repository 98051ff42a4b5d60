import threading

data = threading.local()
data.x = "main"
seen = []
thread = threading.Thread(target=lambda: seen.append(hasattr(data, "x")))
thread.start()
thread.join()
print(seen, data.x)
