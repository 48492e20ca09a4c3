# must: answer or limit
for s in ('%99999999999999999999d', '%.99999999999999999999d', '%.*f', '%*d'):
    try:
        s % ((10 ** 30, 1) if '*' in s else 1)
    except (ValueError, OverflowError) as e:
        print(type(e).__name__, e)
