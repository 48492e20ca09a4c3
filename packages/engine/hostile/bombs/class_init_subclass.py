# must: answer or limit
class A:
    def __init_subclass__(cls):
        type("B", (A,), {})
try:
    class C(A): pass
except RecursionError as e:
    print(type(e).__name__)
