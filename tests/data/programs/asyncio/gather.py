import asyncio


async def work(number):
    await asyncio.sleep(0.03 * (3 - number))
    print("work", number)
    return number


async def main():
    print(await asyncio.gather(*map(work, range(3))))


asyncio.run(main())
