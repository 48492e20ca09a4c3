# must: answer
f = eval("lambda: " * 30 + "1")
for i in range(30): f = f()
print(f)
