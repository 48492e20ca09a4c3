# must: answer
x = bytearray(b'abc')
m = memoryview(x)
for f in (lambda: x.append(1), lambda: x.extend(b'abc'), lambda: x.clear(), lambda: x.pop()):
    try:
        f()
    except BufferError as e:
        print(e)
print(x)
