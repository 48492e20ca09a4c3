# must: answer
for i in range(3000):
    type("C", (), {})
print("end")
