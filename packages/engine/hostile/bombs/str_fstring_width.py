# must: limit
x = f"{1:{10 ** 11}}"
