a = []
b = a
print(id(a) == id(b), id(a) == id([]))
