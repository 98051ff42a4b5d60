import asyncio


async def main():
    await asyncio.sleep(0.01)
    return "done"


print(asyncio.run(main()))
