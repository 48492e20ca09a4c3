# must: answer or limit
try:
    1 << 10 ** 20
except (OverflowError, MemoryError) as e:
    print(type(e).__name__)
