import ctypes, sys
x = [1, 2]
print(ctypes.cast(id(x), ctypes.py_object).value is x, sys.getrefcount(x))
y = ctypes.cast(id(x), ctypes.py_object).value
print(ctypes.c_ssize_t.from_address(id(x)).value, ctypes.c_int.from_address(id(x)).value)
p = ctypes.py_object(x)
print(p.value is y, ctypes.c_uint8(257).value, ctypes.c_byte(-129).value, ctypes.c_long(7), ctypes.sizeof(ctypes.c_int))
