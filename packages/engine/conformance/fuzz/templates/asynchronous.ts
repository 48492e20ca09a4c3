/** Coroutines run by hand: no event loop. */
export const asynchronous = String.raw`
--- x2
class $1:
    def __init__(self, v): self.v = v
    def __await__(self):
        got = yield self.v
        print("got", got)
        return [got]
async def $2(x):
    $block
    r = await $1(x)
    $probe
    return r
$3 = $2($any)
print($3.send(None), sys.getrefcount($3), $3.cr_frame is not None)
try:
    $3.send($any)
except StopIteration as e:
    print(e.value)
---
async def $1():
    for i in range(3):
        yield i
class $2:
    async def __aenter__(self):
        print("aenter")
        return self
    async def __aexit__(self, *a):
        print("aexit", a[0])
async def $3():
    out = []
    async for x in $1():
        out.append(x)
        $block
    else:
        out.append("else")
    async with $2() as m:
        out.append(sys.getrefcount(m))
    out.append([y async for y in $1() if y])
    out.append({y: 1 async for y in $1()})
    out.append({y async for y in $1()})
    return out
try:
    $3().send(None)
except StopIteration as e:
    print(e.value)
---
async def $1():
    return $any
$2 = $1()
print(type($2).__name__, $2.cr_running, sys.getrefcount($2))
$2.close()
---
async def $1(n):
    try:
        if n == 0:
            raise KeyError($any)
        return await $1(n - 1)
    finally:
        print("unwinding", n)
try:
    $1(2).send(None)
except KeyError as e:
    print("caught", e)
---
async def $1():
    try:
        yield 1
        yield 2
    finally:
        print("agen closed")
async def $2():
    g = $1()
    print(await g.__anext__(), sys.getrefcount(g))
    await g.aclose()
    return type(g).__name__
try:
    $2().send(None)
except StopIteration as e:
    print(e.value)
---
@types.coroutine
def $1(x):
    y = yield x
    return y, x
async def $2():
    return await $1($any)
$3 = $2()
print($3.send(None))
try:
    $3.send($any)
except StopIteration as e:
    print(e.value)
$4 = $2()
$4.send(None)
try:
    $4.throw(ValueError("thrown"))
except ValueError as e:
    print(e, $4.cr_frame)
`;
