# must: answer
def f(n):
    if n:
        f(n - 1)
    else:
        1 / 0
try:
    f(500)
except ZeroDivisionError as e:
    x = e
del x
print("gone")
