import ctypes
x = []
y = [x]
address = id(x)
print(ctypes.c_ssize_t.from_address(address).value)

def f(v):
    return ctypes.c_long.from_address(id(v)).value

y.append(x)
print(ctypes.c_long.from_address(address).value)
z = object()
print(f(z) >= 2, ctypes.c_ssize_t is ctypes.c_long)
