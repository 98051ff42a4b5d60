import asyncio


async def numbers():
    try:
        for number in range(5):
            yield number
            await asyncio.sleep(0)
    finally:
        print("generator closed")


async def main():
    print([number async for number in numbers() if number % 2])
    async for number in numbers():
        if number == 1:
            break
    print("end of main")


asyncio.run(main())
