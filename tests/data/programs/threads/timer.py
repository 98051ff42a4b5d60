import threading

done = threading.Event()
threading.Timer(0.05, done.set).start()
print(done.wait(5))
