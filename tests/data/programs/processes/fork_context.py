#: no check
import multiprocessing


def work(queue, number):
    queue.put(number * number)


if __name__ == "__main__":
    context = multiprocessing.get_context("fork")
    queue = context.Queue()
    processes = [context.Process(target=work, args=(queue, number)) for number in range(3)]
    for process in processes:
        process.start()
    print(sorted(queue.get() for _ in processes))
    for process in processes:
        process.join()
    print([process.exitcode for process in processes])
