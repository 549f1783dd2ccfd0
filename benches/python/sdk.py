"""What `sdk calls` and `sdk events` do, with the SDK for Python."""

import asyncio
import sys
import time

from qca import AsyncManaged


async def calls(client, session, count, concurrency):
    async def worker():
        for _ in range(count // concurrency):
            found = await client.sessions.retrieve(session)
            assert found.id == session

    await asyncio.gather(*(worker() for _ in range(concurrency)))
    return count // concurrency * concurrency


async def events(client, session, first, after, rounds):
    for _ in range(rounds):
        left = after
        async with await client.sessions.events.stream(session, last_event_id=first) as stream:
            async for _event in stream:
                left -= 1
                if left == 0:
                    break
    return rounds * after


async def main(mode, *arguments):
    url, token, session, first, after = arguments[-5:]
    async with AsyncManaged(base_url=url, pat=token) as client:
        numbers = [int(number) for number in arguments[:-5]]
        started = time.perf_counter()
        if mode == "calls":
            count = await calls(client, session, *numbers)
        else:
            count = await events(client, session, first, int(after), *numbers)
        print(count, time.perf_counter() - started)


asyncio.run(main(*sys.argv[1:]))
