import asyncio


async def forever():
    try:
        await asyncio.sleep(60)
    finally:
        print("cleaned up")


async def main():
    task = asyncio.create_task(forever())
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled", task.cancelled())
    try:
        async with asyncio.timeout(0.01):
            await asyncio.sleep(60)
    except TimeoutError:
        print("timeout")


asyncio.run(main())
