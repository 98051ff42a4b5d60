import sys
import threading


def depth(n):
    return n if n == 0 else depth(n - 1)


threading.stack_size(64 * 1024 * 1024)
sys.setrecursionlimit(20000)
thread = threading.Thread(target=lambda: print(depth(15000)))
thread.start()
thread.join()
