import contextlib
log = []
@contextlib.asynccontextmanager
async def managed(x):
    log.append("in")
    try:
        yield x
    finally:
        log.append("out")
async def later():
    log.append("async")
async def main():
    async with contextlib.AsyncExitStack() as stack:
        log.append(await stack.enter_async_context(managed(6)))
        stack.callback(log.append, "sync")
        stack.push_async_callback(later)
    try:
        async with managed(7):
            raise ValueError("x")
    except ValueError as error:
        log.append(str(error))
    return log
try:
    main().send(None)
except StopIteration as stop:
    print(stop.value)
