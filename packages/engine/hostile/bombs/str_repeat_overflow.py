# must: answer
for f in (lambda: 'ab' * 2 ** 62, lambda: [1, 2] * 2 ** 62, lambda: (1, 2) * 2 ** 62, lambda: b'ab' * 2 ** 62, lambda: 'a' * 2 ** 70):
    try:
        f()
    except (OverflowError, MemoryError) as e:
        print(type(e).__name__, e)
