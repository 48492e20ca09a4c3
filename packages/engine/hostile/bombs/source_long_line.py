# must: answer or limit
x = eval("[" + "1," * 100000 + "]")
print(len(x))
