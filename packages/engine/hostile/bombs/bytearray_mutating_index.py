# must: answer
class I:
    def __index__(self):
        x.clear()
        return 0
x = bytearray(b'abc')
try:
    x[I()] = 1
except IndexError as e:
    print(e)
print(x)
