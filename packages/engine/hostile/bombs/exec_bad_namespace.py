# must: end
for g in (5, None, []):
    try:
        exec("1", g) if g is not None else print("none")
    except TypeError as e:
        print(e)
