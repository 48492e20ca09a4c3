# must: end
import array
x = array.array("b", b"abc")
m = memoryview(x)
try:
    x.append(1)
except BufferError as e:
    print(e)
