import asyncio


async def fails():
    raise KeyError("nobody asks")


async def main():
    task = asyncio.create_task(fails())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    del task


asyncio.run(main())
