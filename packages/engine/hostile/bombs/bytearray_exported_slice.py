# must: answer
x = bytearray(b'abcdef')
m = memoryview(x)[1:3]
try:
    x[1:5] = b''
except BufferError as e:
    print(e)
m.release()
x[1:5] = b''
print(x)
