import asyncio


async def forgotten():
    pass


async def main():
    forgotten()
    print("main")


asyncio.run(main())
