# must: limit
x = []
while True:
    try:
        raise ValueError("x")
    except ValueError as e:
        x.append(e)
