#: no check
#: unsorted
import multiprocessing


class Point:
    def __init__(self, x):
        self.x = x


def work(queue, point):
    print("in", __name__)
    queue.put(Point(point.x + 1))


if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    queue = context.Queue()
    process = context.Process(target=work, args=(queue, Point(1)))
    process.start()
    print("got", queue.get().x)
    process.join()
    print(process.exitcode)
