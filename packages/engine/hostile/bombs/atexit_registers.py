# must: end
import atexit
n = 0
def f():
    global n
    n += 1
    if n < 50:
        atexit.register(f)
    else:
        print(n)
atexit.register(f)
