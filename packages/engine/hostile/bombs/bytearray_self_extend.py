# must: answer
x = bytearray(b'abc')
x.extend(x)
x[1:2] = x
print(x)
