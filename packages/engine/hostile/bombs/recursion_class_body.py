# must: answer or limit
def f():
    class A:
        x = f()
try:
    f()
except RecursionError as e:
    print(type(e).__name__)
