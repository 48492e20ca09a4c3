# must: answer or limit
def f():
    try:
        1 / 0
    except ZeroDivisionError:
        f()
try:
    f()
except RecursionError as e:
    print(type(e).__name__)
