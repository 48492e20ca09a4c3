# must: answer or limit
try:
    x = bytes(10 ** 14)
    print("no")
except (MemoryError, OverflowError) as e:
    print(type(e).__name__)
