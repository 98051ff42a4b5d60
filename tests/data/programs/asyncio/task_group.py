import asyncio


async def fails(number):
    raise ValueError(number)


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(fails(1))
        group.create_task(fails(2))


asyncio.run(main())
