from concurrent.futures import ThreadPoolExecutor, as_completed

with ThreadPoolExecutor(max_workers=4) as pool:
    print(list(pool.map(lambda n: n * n, range(10))))
    future = pool.submit(int, "x")
    try:
        future.result()
    except ValueError as error:
        print(error)
    print(sorted(each.result() for each in as_completed([pool.submit(pow, 2, n) for n in range(5)])))
