#: no check
import multiprocessing


def fill(shared):
    shared["x"] = 1


if __name__ == "__main__":
    with multiprocessing.Manager() as manager:
        shared = manager.dict()
        process = multiprocessing.Process(target=fill, args=(shared,))
        process.start()
        process.join()
        print(dict(shared))
