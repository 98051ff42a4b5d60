import asyncio


async def fails():
    await asyncio.sleep(0)
    raise ValueError("inside")


async def main():
    await fails()


asyncio.run(main())
