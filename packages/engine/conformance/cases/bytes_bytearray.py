b = bytearray(b"abc")
b.append(100); b.extend(b"ef"); b[0] = 65; b[1:3] = b"xyz"
print(b, len(b), b.pop(), b.pop(0), b, b == b"xyzde", b.find(b"z"))
del b[::2]
b.insert(1, 33); b.reverse(); b.remove(33)
print(b, bytes(b), b.copy() is b, b * 2, b + b"!")
m = memoryview(b)
m[0] = 90
print(b, m.tolist(), m[1:].tobytes(), m.readonly, m.nbytes)
try: b.append(1)
except BufferError as e: print(e)
m.release()
b.append(1)
print(b)
