class Aw:
    def __await__(self): 
        r = yield "w"
        return r
async def co(x):
    v = await Aw()
    return x, v
class AI:
    def __init__(s): s.n = 0
    def __aiter__(s): return s
    async def __anext__(s):
        s.n += 1
        if s.n > 3: raise StopAsyncIteration
        return s.n
class AC:
    async def __aenter__(s): print("ae"); return 5
    async def __aexit__(s, *a): print("ax", a[0])
async def main():
    print(await co(1))
    async for i in AI(): print(i)
    else: print("else")
    async with AC() as v: print(v)
    print([i async for i in AI()])
    try: raise ValueError
    except ValueError: await co(2)
    return "end"
def run(c, v=None):
    try:
        while True: v = (c.send(v), "sent")[1]
    except StopIteration as e: return e.value
print(run(main()))
c = co(1); print(c.cr_frame is not None, type(c).__name__); c.close()
async def agen():
    yield 1
    await Aw()
    yield 2
async def use():
    async for x in agen(): print("ag", x)
    return [x async for x in agen()]
print(run(use()))
