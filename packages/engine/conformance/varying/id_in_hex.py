class Box: pass
b = Box()
print(hex(id(b)))
