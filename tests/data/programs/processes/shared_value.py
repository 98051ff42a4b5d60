#: no check
import multiprocessing


def add(value):
    for _ in range(500):
        with value.get_lock():
            value.value += 1


if __name__ == "__main__":
    value = multiprocessing.Value("i", 0)
    processes = [multiprocessing.Process(target=add, args=(value,)) for _ in range(2)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    print(value.value)
