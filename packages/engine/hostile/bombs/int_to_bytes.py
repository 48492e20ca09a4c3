# must: answer or limit
try:
    (1).to_bytes(10 ** 10, "big")
    print("no")
except (OverflowError, MemoryError) as e:
    print(type(e).__name__)
