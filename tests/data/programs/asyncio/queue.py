import asyncio


async def produce(queue):
    for number in range(3):
        await queue.put(number)
    await queue.put(None)


async def main():
    queue = asyncio.Queue(1)
    producer = asyncio.create_task(produce(queue))
    while (item := await queue.get()) is not None:
        print(item)
    await producer


asyncio.run(main())
