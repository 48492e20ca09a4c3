# must: limit
x = (b'a' * 10 ** 6).join([b'b'] * 10 ** 5)
