import asyncio
import os
import signal


async def main():
    asyncio.get_running_loop().call_later(0.05, os.kill, os.getpid(), signal.SIGINT)
    try:
        await asyncio.sleep(60)
    finally:
        print("left the sleep")


asyncio.run(main())
