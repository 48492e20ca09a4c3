x = []
print(id(x))
