# must: answer or limit
import atexit
def f():
    atexit.register(f)
atexit.register(f)
