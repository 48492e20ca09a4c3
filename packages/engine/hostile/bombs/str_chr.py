# must: answer
for n in (-1, 0x110000, 10 ** 30):
    try:
        chr(n)
    except (ValueError, OverflowError) as e:
        print(type(e).__name__, e)
