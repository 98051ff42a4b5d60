#: no check
import multiprocessing


def work():
    raise ValueError("in the child")


if __name__ == "__main__":
    process = multiprocessing.Process(target=work)
    process.start()
    process.join()
    print(process.exitcode, process.name)
