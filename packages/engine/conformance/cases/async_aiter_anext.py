import sys
async def numbers():
    yield 1
    yield 2
async def main():
    it = aiter(numbers())
    print(await anext(it), await anext(it), sys.getrefcount(it))
    try:
        await anext(it)
    except StopAsyncIteration:
        print("end")
if sys.version_info >= (3, 10):
    try:
        main().send(None)
    except StopIteration:
        print("done")
    for wrong in (lambda: aiter([]), lambda: anext([])):
        try:
            wrong()
        except TypeError as error:
            print(error)
