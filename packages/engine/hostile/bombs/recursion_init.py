# must: answer or limit
class A:
    def __init__(self):
        A()
try:
    A()
except RecursionError as e:
    print(type(e).__name__)
