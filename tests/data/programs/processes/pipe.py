#: no check
import multiprocessing


def answer(end):
    end.send(end.recv().upper())
    end.close()


if __name__ == "__main__":
    mine, other = multiprocessing.Pipe()
    process = multiprocessing.Process(target=answer, args=(other,))
    process.start()
    mine.send("hello")
    print(mine.recv())
    process.join()
