import queue
import sched
import time

scheduler = sched.scheduler(time.monotonic, time.sleep)
for delay, text in ((0.03, "third"), (0.01, "first"), (0.02, "second")):
    scheduler.enter(delay, 1, print, (text,))
scheduler.run()
waiting = queue.PriorityQueue()
for each in (3, 1, 2):
    waiting.put(each)
print([waiting.get() for _ in range(3)], time.perf_counter() > 0, time.process_time() >= 0)
