# must: answer
x = int.from_bytes(bytes(10 ** 6), "big")
print(x)
