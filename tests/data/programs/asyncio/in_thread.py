import asyncio
import threading
import time


async def main():
    started = time.monotonic()
    values = await asyncio.gather(*(asyncio.to_thread(lambda: (time.sleep(0.05), threading.active_count() > 1)[1])
                                    for _ in range(3)))
    print(values, time.monotonic() - started < 5)


asyncio.run(main())
