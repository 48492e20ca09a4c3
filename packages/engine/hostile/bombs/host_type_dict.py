# must: answer
A = type("A", (), {"__proto__": 1, "constructor": 2})
print(A.__proto__, A().constructor, A.__dict__["__proto__"])
