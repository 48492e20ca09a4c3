# must: answer or limit
n = 0
def f():
    global n
    n += 1
    try:
        f()
    finally:
        n += 1
try:
    f()
except RecursionError:
    print("caught", n > 1000)
