# must: answer or limit
def f(x: "f"): return f.__annotations__
for i in range(100):
    f(1)
print("end")
