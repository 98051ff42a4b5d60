from concurrent.futures import ThreadPoolExecutor


def work(n):
    return 10 // n


with ThreadPoolExecutor() as pool:
    print(list(pool.map(work, [5, 2, 0, 1])))
