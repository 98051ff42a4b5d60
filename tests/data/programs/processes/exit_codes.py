#: no check
import multiprocessing
import sys

if __name__ == "__main__":
    for status in (0, 3, "text"):
        process = multiprocessing.Process(target=sys.exit, args=(status,))
        process.start()
        process.join()
        print(status, process.exitcode)
    print(multiprocessing.current_process().name, multiprocessing.get_start_method(), multiprocessing.active_children())
