# must: limit
raise ValueError("x" * 10 ** 7)
