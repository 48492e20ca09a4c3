# must: answer
for f in (lambda: float(10 ** 400), lambda: 10 ** 400 / 3, lambda: 1e308 * 10 ** 400):
    try:
        f()
    except OverflowError as e:
        print(e)
