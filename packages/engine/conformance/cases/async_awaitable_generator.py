import types
@types.coroutine
def pause():
    answer = yield "question"
    return answer
async def ask():
    return await pause()
coro = ask()
print(coro.send(None), type(coro) is types.CoroutineType, pause.__code__.co_flags & 0x100)
try:
    coro.send("answer")
except StopIteration as stop:
    print(stop.value)
async def numbers():
    yield 1
print(type(numbers()) is types.AsyncGeneratorType)
