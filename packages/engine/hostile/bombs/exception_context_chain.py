# must: answer
def f(n):
    try:
        if n: f(n - 1)
        else: 1 / 0
    except Exception as e:
        raise ValueError(n)
try:
    f(200)
except ValueError as e:
    n = 0
    while e:
        n += 1
        e = e.__context__
    print(n)
