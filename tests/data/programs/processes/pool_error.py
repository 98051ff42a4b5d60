#: no check
from multiprocessing import Pool


def inverse(n):
    return 1 / n


if __name__ == "__main__":
    with Pool(1) as pool:
        try:
            pool.map(inverse, [1, 0])
        except ZeroDivisionError as error:
            print(repr(error), type(error.__cause__).__name__)
